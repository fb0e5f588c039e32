-- The same recipient, programme, amount and date of approval more than once. One number for the four finds the few awards
-- among which they are then compared.
WITH likely AS (
  SELECT hash(uscc, prog_id, amount, approved_on) AS mark FROM published GROUP BY ALL HAVING count(*) > 1
),
awards AS (
  SELECT award_id, uscc, prog_id, amount, approved_on,
    count(*) OVER (PARTITION BY uscc, prog_id, amount, approved_on) AS times
  FROM published WHERE hash(uscc, prog_id, amount, approved_on) IN (FROM likely)
)
SELECT award_id AS key,
  concat_ws(' · ', uscc, prog_id, amount, approved_on) AS about,
  concat('同样的共 ', times, ' 笔') AS because_zh,
  concat(times, ' awards alike') AS because_en
FROM awards WHERE times > 1
