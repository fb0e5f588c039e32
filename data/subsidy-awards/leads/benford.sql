-- Programmes without a cap and with at least 500 awards whose first digits deviate from Benford's law by more than 0.015
-- (mean absolute deviation over the nine digits). The first digit is that of the amount in yuan; a zero has none.
WITH digits AS (
  SELECT prog_id, regexp_extract(CAST(amount AS VARCHAR), '[1-9]') AS first
  FROM published JOIN subsidy_programmes AS p USING (prog_id) WHERE p.capped = '无'
),
counted AS (
  SELECT prog_id, CAST(nullif(first, '') AS INTEGER) AS digit, count(*) AS awards FROM digits GROUP BY prog_id, first
),
shares AS (
  SELECT prog_id, sum(awards) AS n, map(list(digit), list(awards)) AS by_digit FROM counted WHERE digit IS NOT NULL GROUP BY ALL
),
measured AS (
  SELECT prog_id, n,
    list_sum([abs(coalesce(by_digit[digit], 0) / n - log10(1 + 1 / digit)) FOR digit IN range(1, 10)]) / 9 AS deviation
  FROM shares WHERE n >= 500
)
SELECT NULL AS key,
  prog_id AS about,
  concat(n, ' 笔，平均绝对偏差 ', printf('%.4f', deviation)) AS because_zh,
  concat(n, ' awards, mean absolute deviation ', printf('%.4f', deviation)) AS because_en
FROM measured WHERE deviation > 0.015
