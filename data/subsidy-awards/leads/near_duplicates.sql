-- The same recipient and programme, approved within 30 days, amounts within 1 % of the larger.
-- First, with as little of each award as will do, those with another of the same pair within 30 days: few, and all that
-- is compared. Awards alike in everything count as one cell, so that a thousand of them make no million of pairs. Cells
-- are compared only with those of the same or the next stretch of 31 days.
WITH close AS (
  SELECT award_id FROM (SELECT award_id, hash(uscc, prog_id) AS pair, approved_on FROM published)
  WINDOW days AS (PARTITION BY pair ORDER BY approved_on)
  QUALIFY lead(approved_on) OVER days - approved_on <= 30 OR approved_on - lag(approved_on) OVER days <= 30
),
awards AS MATERIALIZED (
  SELECT award_id, uscc, prog_id, approved_on, amount FROM published SEMI JOIN close USING (award_id)
),
cells AS MATERIALIZED (
  SELECT uscc, prog_id, approved_on, amount, count(*) AS times, min(award_id) AS first_id,
    (approved_on - DATE '1900-01-01') // 31 AS stretch
  FROM awards GROUP BY ALL
),
pairs AS MATERIALIZED (
  SELECT a.uscc, a.prog_id, a.approved_on AS a_on, a.amount AS a_amount, a.first_id AS a_id,
    b.approved_on AS b_on, b.amount AS b_amount, b.first_id AS b_id
  FROM (SELECT * REPLACE (unnest([stretch, stretch + 1]) AS stretch) FROM cells) AS a
  JOIN cells AS b USING (uscc, prog_id, stretch)
  WHERE (b.approved_on > a.approved_on OR (b.approved_on = a.approved_on AND b.amount > a.amount))
    AND b.approved_on - a.approved_on <= 30
    AND abs(a.amount - b.amount) * 100 <= greatest(a.amount, b.amount)
),
partners AS (
  SELECT uscc, prog_id, approved_on, amount, min(partner) AS partner
  FROM (
    SELECT uscc, prog_id, a_on AS approved_on, a_amount AS amount, b_id AS partner FROM pairs
    UNION ALL SELECT uscc, prog_id, b_on, b_amount, a_id FROM pairs
  ) GROUP BY ALL
)
SELECT award_id AS key,
  concat_ws(' · ', uscc, prog_id) AS about,
  CASE WHEN times > 1 THEN concat('同样的共 ', times, ' 笔') ELSE concat('另一笔是 ', partner) END AS because_zh,
  CASE WHEN times > 1 THEN concat(times, ' awards alike') ELSE concat('the other is ', partner) END AS because_en
FROM awards
  JOIN cells USING (uscc, prog_id, approved_on, amount)
  LEFT JOIN partners USING (uscc, prog_id, approved_on, amount)
WHERE times > 1 OR partner IS NOT NULL
