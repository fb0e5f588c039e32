-- source (the checked file) → prepared: due dates, days overdue, age bands and illustrative interest as of getvariable('today').
CREATE TABLE prepared AS
WITH due AS (
  SELECT * EXCLUDE (due_on),
    CASE WHEN due_on IS NULL THEN '法定' ELSE '约定' END AS due_from,
    coalesce(
      due_on,
      coalesce(accepted_on, delivered_on) + CASE WHEN debtor_type IN ('机关', '事业单位') THEN 30 ELSE 60 END
    ) AS due_on,
    principal - paid AS outstanding
  FROM source
),
late AS (
  SELECT *,
    CASE
      WHEN outstanding > 0 THEN greatest(0, CAST(getvariable('today') AS DATE) - due_on) ELSE 0
    END AS overdue_days
  FROM due
)
SELECT *,
  CASE
    WHEN overdue_days <= 60 THEN '≤60'
    WHEN overdue_days <= 180 THEN '61–180'
    WHEN overdue_days <= 365 THEN '181–365'
    ELSE '>365'
  END AS age_band,
  CASE WHEN rate_type = '法定' THEN
    CAST(round(greatest(0, outstanding - disputed) * CAST(0.0005 AS DECIMAL(5,4)) * CAST(overdue_days AS DECIMAL(9,0)), 2) AS DECIMAL(18,2))
  END AS interest
FROM late;
