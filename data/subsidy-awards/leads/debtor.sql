-- The recipient's credit code is that of a debtor in an arrears case still published.
WITH debtors AS (
  SELECT debtor_uscc AS uscc, string_agg(case_id, '、' ORDER BY case_id) AS cases
  FROM arrears_cases GROUP BY ALL
)
SELECT award_id AS key,
  uscc AS about,
  concat('曝光案例 ', cases) AS because_zh,
  concat('arrears ', replace(cases, '、', ', ')) AS because_en
FROM published JOIN debtors USING (uscc)
