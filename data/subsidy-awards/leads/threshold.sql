-- In one programme, at least 10 awards and at least three times as many within 2 % under a line as within 2 % above it.
-- An award of exactly the line lies above it.
WITH lines AS (
  SELECT unnest([CAST(100000 AS DECIMAL(18,2)), 500000, 1000000]) AS line
),
near AS (
  SELECT award_id, prog_id, line, amount < line AS under
  FROM published JOIN lines ON amount * 100 BETWEEN line * 98 AND line * 102
),
counted AS (
  SELECT prog_id, line, count(*) FILTER (under) AS below, count(*) FILTER (NOT under) AS above
  FROM near GROUP BY ALL
)
SELECT award_id AS key,
  concat_ws(' · ', prog_id, CAST(line AS BIGINT)) AS about,
  concat('线下 2% 以内 ', below, ' 笔，线上 2% 以内 ', above, ' 笔') AS because_zh,
  concat(below, ' within 2 % under the line, ', above, ' within 2 % above') AS because_en
FROM near JOIN counted USING (prog_id, line)
WHERE under AND below >= 10 AND below >= 3 * above
