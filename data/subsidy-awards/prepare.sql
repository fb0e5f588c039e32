-- source (the checked file) and subsidy_programmes (as published) → prepared: each award with its programme and its timing.
CREATE TABLE prepared AS
WITH joined AS (
  SELECT s.*, p.name AS programme, p.promised_days,
    CAST(year(s.approved_on) AS SMALLINT) AS year,
    CAST(s.paid_on - s.approved_on AS BIGINT) AS days_to_payment,
    CAST(getvariable('today') AS DATE) - s.approved_on AS days_so_far
  FROM source s JOIN subsidy_programmes p ON p.prog_id = s.prog_id
)
SELECT * EXCLUDE (days_so_far),
  CASE
    WHEN status IN ('撤销', '追回') OR promised_days IS NULL THEN '不适用'
    WHEN days_to_payment <= promised_days THEN '按期'
    WHEN days_to_payment > promised_days THEN '逾期'
    WHEN days_so_far > promised_days THEN '逾期未付'
    ELSE '未到期'
  END AS timing
FROM joined;
