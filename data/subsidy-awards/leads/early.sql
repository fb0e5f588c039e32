-- The date of payment lies before the date of approval.
SELECT award_id AS key,
  NULL AS about,
  concat('兑付早于批准 ', approved_on - paid_on, ' 天') AS because_zh,
  concat('paid ', approved_on - paid_on, CASE WHEN approved_on - paid_on = 1 THEN ' day' ELSE ' days' END, ' before approval') AS because_en
FROM published WHERE paid_on < approved_on
