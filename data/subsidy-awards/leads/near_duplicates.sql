-- The same recipient and programme, approved within 30 days, amounts within 1 % of the larger.
-- Awards alike in all of these count as one cell, so that a thousand of them make no million of pairs. Cells are
-- compared only with those of the same or the next stretch of 31 days: two that lie 30 days apart always are.
WITH several AS (
  SELECT uscc, prog_id FROM published GROUP BY ALL HAVING count(*) > 1
),
cells AS (
  SELECT uscc, prog_id, approved_on, amount, count(*) AS times, min(award_id) AS first_id,
    (approved_on - DATE '1900-01-01') // 31 AS stretch
  FROM published SEMI JOIN several USING (uscc, prog_id) GROUP BY ALL
),
pairs AS (
  SELECT a AS one, b AS other
  FROM (SELECT cells AS a, unnest([stretch, stretch + 1]) AS stretch, uscc, prog_id FROM cells)
  JOIN (SELECT cells AS b, stretch, uscc, prog_id FROM cells) USING (uscc, prog_id, stretch)
  WHERE (a.approved_on, a.amount) < (b.approved_on, b.amount)
    AND b.approved_on - a.approved_on <= 30
    AND abs(a.amount - b.amount) * 100 <= greatest(a.amount, b.amount)
),
partners AS (
  SELECT one.uscc AS uscc, one.prog_id AS prog_id, one.approved_on AS approved_on, one.amount AS amount,
    min(other.first_id) AS partner
  FROM (SELECT one, other FROM pairs UNION ALL SELECT other, one FROM pairs) GROUP BY ALL
),
found AS (
  SELECT uscc, prog_id, approved_on, amount, partner, times, first_id
  FROM cells LEFT JOIN partners USING (uscc, prog_id, approved_on, amount)
  WHERE times > 1 OR partner IS NOT NULL
)
SELECT award_id AS key,
  concat_ws(' · ', uscc, prog_id) AS about,
  CASE WHEN times > 1 THEN concat('同样的共 ', times, ' 笔') ELSE concat('另一笔是 ', partner) END AS because_zh,
  CASE WHEN times > 1 THEN concat(times, ' awards alike') ELSE concat('the other is ', partner) END AS because_en
FROM published JOIN found USING (uscc, prog_id, approved_on, amount)
