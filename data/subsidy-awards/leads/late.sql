-- The date of payment lies after the approval plus the programme's promised days.
SELECT award_id AS key,
  prog_id AS about,
  concat('承诺 ', promised_days, ' 天，用了 ', paid_on - approved_on, ' 天') AS because_zh,
  concat(promised_days, ' days promised, ', paid_on - approved_on, ' taken') AS because_en
FROM published WHERE paid_on - approved_on > promised_days
