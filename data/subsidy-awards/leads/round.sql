-- At least 100,000 yuan and a multiple of it, in a programme whose amounts are neither fixed nor capped.
SELECT award_id AS key,
  prog_id AS about,
  concat(CAST(amount / 10000 AS BIGINT), ' 万元') AS because_zh,
  concat(CAST(amount AS BIGINT), ' yuan') AS because_en
FROM published JOIN subsidy_programmes AS p USING (prog_id)
WHERE p.capped = '无' AND amount >= 100000 AND amount % 100000 = 0
