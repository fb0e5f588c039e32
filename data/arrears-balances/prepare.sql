-- source (the checked file) → prepared: an ID for each row, and whether its month is the latest.
CREATE TABLE prepared AS
SELECT *,
  concat_ws('-', period, region, debtor_type, creditor_scope,
    CASE age_band WHEN '≤60' THEN '60' WHEN '61–180' THEN '180' WHEN '181–365' THEN '365' ELSE '366' END
  ) AS balance_id,
  CASE WHEN period = max(period) OVER () THEN '是' ELSE '否' END AS latest
FROM source;
