-- The same recipient, programme, amount and date of approval more than once.
WITH repeated AS (
  SELECT uscc, prog_id, amount, approved_on, count(*) AS times
  FROM published GROUP BY ALL HAVING count(*) > 1
)
SELECT award_id AS key,
  concat_ws(' · ', uscc, prog_id, amount, approved_on) AS about,
  concat('同样的共 ', times, ' 笔') AS because_zh,
  concat(times, ' awards alike') AS because_en
FROM published JOIN repeated USING (uscc, prog_id, amount, approved_on)
