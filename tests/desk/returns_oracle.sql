-- The lines of the returns in another language, over the tables of measures_oracle.sql. `w` holds the period (since, until),
-- `dues` when each budget from the receipt of a complaint is used up, as the tests count days. Nothing knows the library's lines.

CREATE OR REPLACE TABLE known AS
WITH standing AS (
  SELECT ends.*, row_number() OVER (PARTITION BY complaint ORDER BY ends.seq DESC) AS place
  FROM ends, w WHERE ends.ts < w.until AND (back IS NULL OR back >= w.until)
), fixes AS (
  SELECT complaint, last(coalesce(d->>'$.touches', 'customer') ORDER BY seq) AS touched FROM e WHERE kind = 'Resolve' GROUP BY 1
), payments AS (
  SELECT complaint, count(*) AS payments FROM observed WHERE measure = 'compensation' GROUP BY 1
), answers AS (
  SELECT complaint, min(ts) AS answered FROM observed WHERE measure = 'first_response' GROUP BY 1
)
SELECT cases.*, s.ts AS ended, s.state AS end_state, s.ground AS end_ground, touched, coalesce(payments, 0) AS payments,
  CASE WHEN answered < w.until THEN answered END AS answered, d.*, w.since, w.until,
  cases.received_at >= w.since AND cases.received_at < w.until AS opened,
  s.ts IS NOT NULL AND s.ts >= w.since AS closed
FROM cases CROSS JOIN w JOIN dues d ON d.id = cases.complaint
LEFT JOIN standing s ON s.complaint = cases.complaint AND s.place = 1
LEFT JOIN fixes ON fixes.complaint = cases.complaint
LEFT JOIN payments ON payments.complaint = cases.complaint
LEFT JOIN answers ON answers.complaint = cases.complaint;

CREATE OR REPLACE TABLE told AS
WITH judged AS (
  SELECT *, least(coalesce(answered, ended), coalesce(ended, answered)) AS first,
    CASE WHEN end_state IN ('declined', 'withdrawn') THEN 'no' WHEN responsible = 'platform' THEN 'yes'
      WHEN responsible != 'undetermined' THEN 'no' WHEN payments > 0 THEN 'yes' ELSE 'untold' END AS upheld,
    CASE WHEN end_state = 'withdrawn' THEN 'withdrawn' WHEN payments > 0 THEN 'monetary'
      WHEN end_state = 'declined' OR end_ground = 'planned' THEN 'explanation' WHEN touched = 'money' THEN 'monetary'
      WHEN touched = 'customer' THEN 'relief' WHEN touched IS NOT NULL THEN 'explanation' ELSE 'untold' END AS response
  FROM known
)
SELECT line, complaint, untold FROM (
  SELECT 'fca opened' AS line, complaint, false AS untold FROM judged WHERE opened
  UNION ALL SELECT 'fca outstanding_at_start', complaint, false FROM judged j WHERE received_at < since
    AND NOT EXISTS (SELECT 1 FROM ends n WHERE n.complaint = j.complaint AND n.ts < j.since AND (n.back IS NULL OR n.back >= j.since))
  UNION ALL SELECT 'fca outstanding_at_end', complaint, false FROM judged WHERE received_at < until AND ended IS NULL
  UNION ALL SELECT 'fca closed', complaint, false FROM judged WHERE closed
  UNION ALL SELECT 'fca closed_in_3_business_days', complaint, false FROM judged WHERE closed AND ended <= three
  UNION ALL SELECT 'fca closed_in_8_weeks', complaint, false FROM judged WHERE closed AND ended > three AND ended <= weeks
  UNION ALL SELECT 'fca closed_later', complaint, false FROM judged WHERE closed AND ended > weeks
  UNION ALL SELECT 'fca upheld', complaint, upheld = 'untold' FROM judged WHERE closed AND upheld != 'no'
  UNION ALL SELECT 'fca vulnerable', complaint, false FROM judged WHERE opened AND vulnerable
  UNION ALL SELECT 'fca vulnerability_failure', complaint, coalesce(root_cause, '') = '' FROM judged
    WHERE opened AND (coalesce(root_cause, '') = '' OR root_cause LIKE 'process gap-%')
  UNION ALL SELECT 'cfpb received', complaint, false FROM judged WHERE opened
  UNION ALL SELECT 'cfpb closed_with_monetary_relief', complaint, response = 'untold' FROM judged
    WHERE opened AND ended IS NOT NULL AND response IN ('monetary', 'untold')
  UNION ALL SELECT 'cfpb closed_with_non_monetary_relief', complaint, response = 'untold' FROM judged
    WHERE opened AND ended IS NOT NULL AND response IN ('relief', 'untold')
  UNION ALL SELECT 'cfpb closed_with_explanation', complaint, response = 'untold' FROM judged
    WHERE opened AND ended IS NOT NULL AND response IN ('explanation', 'untold')
  UNION ALL SELECT 'cfpb withdrawn', complaint, response = 'untold' FROM judged
    WHERE opened AND ended IS NOT NULL AND response IN ('withdrawn', 'untold')
  UNION ALL SELECT 'cfpb in_progress', complaint, false FROM judged WHERE opened AND ended IS NULL AND sixty >= until
  UNION ALL SELECT 'cfpb open_past_60_days', complaint, false FROM judged WHERE opened AND ended IS NULL AND sixty < until
  UNION ALL SELECT 'cfpb timely', complaint, false FROM judged WHERE opened AND first <= fifteen
  UNION ALL SELECT 'cfpb untimely', complaint, false FROM judged WHERE opened AND fifteen < until AND (first IS NULL OR first > fifteen)
  UNION ALL SELECT 'cfpb awaiting_response', complaint, false FROM judged WHERE opened AND fifteen >= until AND (first IS NULL OR first > fifteen)
  UNION ALL SELECT DISTINCT 'cfpb disputed', j.complaint, false FROM judged j JOIN e ON e.complaint = j.complaint
    WHERE opened AND e.kind = 'Dispute' AND e.ts < until
  UNION ALL SELECT '12315 received', complaint, false FROM judged WHERE opened
  UNION ALL SELECT '12315 answered_in_7_working_days', complaint, false FROM judged WHERE opened AND first <= seven
  UNION ALL SELECT '12315 not_answered_in_time', complaint, false FROM judged
    WHERE opened AND seven < until AND (first IS NULL OR first > seven)
  UNION ALL SELECT '12315 settled_in_10_working_days', complaint, false FROM judged
    WHERE opened AND end_ground = 'confirmed' AND ended <= ten
  UNION ALL SELECT '12315 settled_later', complaint, false FROM judged WHERE opened AND end_ground = 'confirmed' AND ended > ten
  UNION ALL SELECT '12315 ended_without_settlement', complaint, false FROM judged
    WHERE opened AND ended IS NOT NULL AND coalesce(end_ground, '') != 'confirmed'
  UNION ALL SELECT '12315 open', complaint, false FROM judged WHERE opened AND ended IS NULL
  UNION ALL SELECT '12315 accepted', complaint, true FROM judged WHERE opened
  UNION ALL SELECT '12315 mediation_in_45_working_days', complaint, true FROM judged WHERE opened
);

CREATE OR REPLACE TABLE amounts AS
SELECT 'fca redress' AS line, cut AS currency, sum(value) AS amount, list(DISTINCT complaint ORDER BY complaint) AS ids
FROM observed, w WHERE measure = 'compensation' AND ts >= since AND ts < until GROUP BY cut
UNION ALL SELECT 'fca redress_upheld', cut, sum(value), list(DISTINCT o.complaint ORDER BY o.complaint)
FROM observed o JOIN w ON true JOIN told ON told.complaint = o.complaint AND told.line = 'fca upheld' AND NOT untold
WHERE measure = 'compensation' AND ts >= since AND ts < until GROUP BY cut
UNION ALL SELECT '12315 returned', cut, sum(value), list(DISTINCT complaint ORDER BY complaint)
FROM observed, w WHERE measure = 'compensation' AND ts >= since AND ts < until GROUP BY cut;
