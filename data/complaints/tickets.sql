-- tickets (checked, private) → counted: the columns of the file of counts. A ticket counts in the month it came in;
-- what fell due, was answered or closed counts in the month it was due.
CREATE TABLE counted AS
WITH events AS (
  SELECT *, strftime(received_on, '%Y-%m') AS month_in, strftime(due_on, '%Y-%m') AS month_due FROM tickets
),
came AS (
  SELECT month_in AS month, region, authority_kind, category, channel,
    count(*) FILTER (nature = '诉求') AS received,
    count(*) FILTER (nature = '诉求' AND handling = '受理') AS accepted,
    count(*) FILTER (nature = '诉求' AND handling = '转办') AS transferred,
    count(*) FILTER (nature = '诉求' AND handling = '不予受理') AS not_accepted,
    count(*) FILTER (nature = '表扬') AS praise,
    count(*) FILTER (nature = '咨询') AS consultation
  FROM events GROUP BY ALL
),
fell AS (
  SELECT month_due AS month, region, authority_kind, category, channel,
    count(*) AS due,
    count(*) FILTER (replied_on <= due_on) AS replied_on_time,
    count(closed_on) AS closed,
    count(*) FILTER (closed_on <= due_on) AS closed_on_time,
    count(*) FILTER (extended = '是') AS extended,
    count(*) FILTER (closed_on <= due_on AND reopened_on <= closed_on + 30) AS reopened,
    count(*) FILTER (closed_on <= due_on AND unresolved = '是' AND NOT coalesce(reopened_on <= closed_on + 30, false)) AS unresolved,
    count(*) FILTER (surveyed = '是') AS surveyed,
    count(*) FILTER (surveyed = '是' AND grade IS NOT NULL) AS answered,
    count(*) FILTER (surveyed = '是' AND grade = '非常满意') AS very_satisfied,
    count(*) FILTER (surveyed = '是' AND grade = '满意') AS satisfied,
    count(*) FILTER (surveyed = '是' AND grade = '基本满意') AS basically_satisfied,
    count(*) FILTER (surveyed = '是' AND grade = '不满意') AS dissatisfied,
    count(*) FILTER (surveyed = '是' AND grade = '非常不满意') AS very_dissatisfied
  FROM events WHERE nature = '诉求' AND handling = '受理' AND due_on IS NOT NULL GROUP BY ALL
)
SELECT month, region, authority_kind, category, channel,
  coalesce(received, 0) AS received, coalesce(accepted, 0) AS accepted, coalesce(transferred, 0) AS transferred,
  coalesce(not_accepted, 0) AS not_accepted, coalesce(due, 0) AS due, coalesce(replied_on_time, 0) AS replied_on_time,
  coalesce(closed, 0) AS closed, coalesce(closed_on_time, 0) AS closed_on_time, coalesce(extended, 0) AS extended,
  coalesce(reopened, 0) AS reopened, coalesce(unresolved, 0) AS unresolved, coalesce(surveyed, 0) AS surveyed,
  coalesce(answered, 0) AS answered, coalesce(very_satisfied, 0) AS very_satisfied, coalesce(satisfied, 0) AS satisfied,
  coalesce(basically_satisfied, 0) AS basically_satisfied, coalesce(dissatisfied, 0) AS dissatisfied,
  coalesce(very_dissatisfied, 0) AS very_dissatisfied, coalesce(praise, 0) AS praise, coalesce(consultation, 0) AS consultation
FROM came FULL JOIN fell USING (month, region, authority_kind, category, channel);
