-- The measures in another language, over the events as they are exported: `e` has complaint, seq, ts, actor, kind, state,
-- d (the fields of the command) and c (the facts that it changed), both JSON. Nothing here knows the library's fold.

CREATE MACRO is_over(state) AS state IN ('closed', 'archived', 'withdrawn', 'declined');

CREATE TABLE f AS
SELECT *,
  lag(state, 1, 'new') OVER w AS was,
  last_value(c->>'$.type' IGNORE NULLS) OVER w AS type,
  last_value(c->>'$.area' IGNORE NULLS) OVER w AS area,
  last_value(c->>'$.team' IGNORE NULLS) OVER w AS team,
  last_value(c->>'$.grade' IGNORE NULLS) OVER w AS grade,
  last_value(c->>'$.ground' IGNORE NULLS) OVER w AS ground,
  last_value(c->>'$.channel' IGNORE NULLS) OVER w AS channel,
  last_value(c->>'$.tier' IGNORE NULLS) OVER w AS tier,
  last_value(c->>'$.incident' IGNORE NULLS) OVER w AS incident,
  last_value(c->>'$.responsible' IGNORE NULLS) OVER w AS responsible,
  last_value(c->>'$.root_cause' IGNORE NULLS) OVER w AS root_cause,
  coalesce(last_value(c->>'$.paused' IGNORE NULLS) OVER w, '') AS paused,
  coalesce(last_value(c->'$.signs' IGNORE NULLS) OVER w, '[]'::JSON) AS signs,
  coalesce(last_value(c->'$.waits' IGNORE NULLS) OVER w, '[]'::JSON) AS waits,
  coalesce(last_value(c->'$.breached' IGNORE NULLS) OVER w, '[]'::JSON) AS breached,
  coalesce(last_value(c->'$.paid' IGNORE NULLS) OVER w, '[]'::JSON) AS paid,
  coalesce(last_value(c->'$.open_tasks' IGNORE NULLS) OVER w, '[]'::JSON) AS open_tasks,
  coalesce(last_value((c->>'$.tasks')::INT IGNORE NULLS) OVER w, 0) AS tasks,
  coalesce(last_value((c->>'$.vulnerable')::BOOL IGNORE NULLS) OVER w, false) AS vulnerable,
  coalesce(last_value((c->>'$.repeats')::INT IGNORE NULLS) OVER w, 0) AS repeats,
  coalesce(last_value(c->>'$.follows' IGNORE NULLS) OVER w, '') AS follows,
  coalesce(last_value(coalesce(c->'$.cycle'->>'$.confirmed', CASE WHEN (c->'$.cycle') IS NOT NULL THEN 'false' END)::BOOL
    IGNORE NULLS) OVER w, false) AS confirmed
FROM e WINDOW w AS (PARTITION BY complaint ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW);

-- What every complaint is cut by, as it stands.
CREATE TABLE cases AS
SELECT n.complaint, b.ts AS received_at, n.state, n.type, n.area, n.team, n.grade, n.channel, n.tier, n.incident, n.responsible,
  n.root_cause, n.ground, n.vulnerable,
  lower(trim((b.d->>'$.region'))) AS region, lower(trim((b.d->>'$.product'))) AS product,
  lower(trim((b.d->>'$.category'))) AS category, lower(trim((b.d->>'$.respondent'))) AS respondent,
  (SELECT bool_or(repeats > 0 OR follows != '') FROM f WHERE f.complaint = n.complaint) AS again
FROM f n JOIN e b ON b.complaint = n.complaint AND b.seq = 1
WHERE n.seq = (SELECT max(seq) FROM e WHERE e.complaint = n.complaint) AND n.state != 'merged';

CREATE TABLE ends AS
WITH turns AS (
  SELECT complaint, ts, seq, kind, state, ground, is_over(state) AS over FROM f WHERE is_over(state) != is_over(was)
), paired AS (
  SELECT *, lead(ts) OVER w AS back, lead(kind) OVER w AS back_by, max(seq) OVER (PARTITION BY complaint) AS last
  FROM turns WINDOW w AS (PARTITION BY complaint ORDER BY seq)
)
SELECT complaint, ts, seq, state, ground, back FROM paired WHERE over AND coalesce(back_by, '') != 'Recall';

CREATE TABLE ended AS SELECT * FROM ends WHERE back IS NULL;

CREATE TABLE moves AS
SELECT complaint, ts, seq, lag(team) OVER w AS from_team, team AS to_team, lag(grade) OVER w AS grade_left, grade AS grade_arrived
FROM f WINDOW w AS (PARTITION BY complaint ORDER BY seq);
DELETE FROM moves WHERE coalesce(from_team, '') = '' OR coalesce(to_team, '') = '' OR from_team = to_team;

CREATE MACRO rank(grade) AS coalesce(list_position(['C', 'B', 'A', 'E'], grade), 0);

CREATE TABLE replies AS
WITH words AS (
  SELECT complaint, seq, ts, signs, json_array_length(signs) AS n, lag(json_array_length(signs), 1, 0) OVER w AS before
  FROM f WINDOW w AS (PARTITION BY complaint ORDER BY seq)
), turns AS (
  SELECT *, lead(ts) OVER (PARTITION BY complaint ORDER BY seq) AS until FROM words WHERE (n > 0) != (before > 0)
)
SELECT complaint, until, (
  SELECT min((s->>'$.since')::TIMESTAMP) FROM unnest(from_json(signs, '["JSON"]')) AS t(s)
) AS since
FROM turns WHERE n > 0;

CREATE TABLE ours AS
SELECT complaint, seq, ts,
  state IN ('received', 'triaged', 'investigating', 'proposed', 'executing', 'resolved', 'awaiting_confirmation', 'planned')
  AND (json_array_length(signs) > 0 OR NOT (
    paused != '' OR state IN ('proposed', 'awaiting_confirmation', 'planned') OR EXISTS (
      SELECT 1 FROM unnest(from_json(waits, '["JSON"]')) AS t(w) WHERE (w->>'$.arrived') IS NOT NULL OR (w->>'$.on') = 'party'
  ))) AS here
FROM f;

CREATE TABLE handled AS
WITH turns AS (
  SELECT *, lag(here, 1, false) OVER (PARTITION BY complaint ORDER BY seq) AS before FROM ours
), spans AS (
  SELECT complaint, ts, here, lead(ts) OVER (PARTITION BY complaint ORDER BY seq) AS until FROM turns WHERE here != before
)
SELECT complaint, sum(epoch_us(until) - epoch_us(ts))::BIGINT AS spent FROM spans WHERE here AND until IS NOT NULL GROUP BY ALL;

CREATE TABLE helps AS
SELECT a.complaint, (a.d->>'$.team') AS team, a.ts AS since, b.ts AS until
FROM f a JOIN f b ON b.complaint = a.complaint AND b.kind = 'FinishTask' AND (b.d->>'$.task') = 'T' || a.tasks
WHERE a.kind = 'AddTask' AND coalesce((a.d->>'$.team'), '') != '' AND (a.d->>'$.call') IS NULL
  AND (a.d->>'$.improvement') IS NULL;

CREATE TABLE improvements AS
SELECT a.complaint, a.ts, (a.d->>'$.improvement.kind') AS kind
FROM f a WHERE a.kind = 'AddTask' AND (a.d->>'$.improvement') IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM e b WHERE b.complaint = a.complaint AND b.kind = 'CancelTask' AND (b.d->>'$.task') = 'T' || a.tasks);

CREATE TABLE missed AS
SELECT f.complaint, f.ts, run FROM f, unnest(from_json((f.c->'$.breached'), '["VARCHAR"]')) AS t(run) WHERE (f.c->'$.breached') IS NOT NULL
QUALIFY row_number() OVER (PARTITION BY f.complaint, run ORDER BY f.seq) = 1;

-- The messages that were never sent, and the calls that never were.
CREATE TABLE taken_back AS
SELECT complaint, coalesce(d->>'$.message', d->>'$.entry') AS part FROM e WHERE kind IN ('Recall', 'Retract');

-- One table of observations: of each measure, when, the value (microseconds, one or none, a score, an amount).
CREATE TABLE observed AS
SELECT 'complaints' AS measure, complaint, received_at AS ts, 1::DOUBLE AS value, '' AS cut FROM cases
UNION ALL SELECT 'vulnerable', complaint, received_at, vulnerable::INT, '' FROM cases
UNION ALL SELECT 'returning', complaint, received_at, again::INT, '' FROM cases
UNION ALL SELECT 'first_response', complaint, min(e.ts), epoch_us(min(e.ts)) - epoch_us(any_value(received_at)), ''
  FROM e JOIN cases USING (complaint)
  WHERE (kind IN ('Acknowledge', 'AskCustomer', 'ExplainPlan', 'Notify', 'Propose')
    OR kind = 'Update' AND (d->>'$.audience') = 'customer' OR kind = 'Call' AND coalesce(d->>'$.answered', 'true') != 'false')
    AND actor != 'system' AND actor NOT LIKE 'system:%' AND actor NOT LIKE 'machine:%'
    AND NOT EXISTS (SELECT 1 FROM taken_back b WHERE b.complaint = e.complaint
      AND b.part IN ('M' || (c->>'$.messages'), 'P' || (c->>'$.calls'))) GROUP BY complaint
UNION ALL SELECT 'next_response', complaint, until, epoch_us(until) - epoch_us(since), '' FROM replies WHERE until IS NOT NULL
UNION ALL SELECT 'claimed_fix', complaint, min(e.ts), epoch_us(min(e.ts)) - epoch_us(any_value(received_at)), ''
  FROM e JOIN cases USING (complaint) WHERE kind = 'Resolve' GROUP BY complaint
UNION ALL SELECT 'confirmed_fix', complaint, ts, epoch_us(ts) - epoch_us(received_at), '' FROM (
    SELECT complaint, ts, confirmed, lag(confirmed, 1, false) OVER (PARTITION BY complaint ORDER BY seq) AS before FROM f
    QUALIFY confirmed != before
  ) JOIN cases USING (complaint)
  WHERE confirmed QUALIFY row_number() OVER (PARTITION BY complaint ORDER BY ts DESC) = 1
    AND complaint IN (SELECT complaint FROM f GROUP BY complaint HAVING arg_max(confirmed, seq))
UNION ALL SELECT 'closing_time', complaint, ts, epoch_us(ts) - epoch_us(received_at), ''
  FROM ended JOIN cases USING (complaint) WHERE ended.state = 'closed'
UNION ALL SELECT 'handling_time', complaint, ts, coalesce(spent, 0), '' FROM ended LEFT JOIN handled USING (complaint)
UNION ALL SELECT 'transfer_rate', complaint, ts, (complaint IN (SELECT complaint FROM moves))::INT, '' FROM ended
UNION ALL SELECT 'transfers', complaint, ts, 1, from_team || '>' || to_team FROM moves
UNION ALL SELECT 'attenuation', complaint, ts, (grade_left IS NOT NULL AND rank(grade_arrived) < rank(grade_left))::INT, '' FROM moves
UNION ALL SELECT 'collaborator_response', complaint, until, epoch_us(until) - epoch_us(since), team FROM helps
UNION ALL SELECT 'improvements', complaint, ts, 1, kind FROM improvements
UNION ALL SELECT 'deadlines_met', complaint, ts, 1, clock FROM met
  WHERE NOT EXISTS (SELECT 1 FROM missed WHERE missed.complaint = met.complaint AND missed.run = met.run)
UNION ALL SELECT 'deadlines_met', complaint, ts, 0, split_part(run, '/', 1) FROM missed
UNION ALL SELECT 'deadlines_missed', complaint, ts, 1, split_part(run, '/', 1) FROM missed
UNION ALL SELECT 'resolution_rate', complaint, ts, (state = 'closed' AND ground IN ('confirmed', 'silent'))::INT, '' FROM ended
UNION ALL SELECT 'first_contact_resolution', complaint, ts, (
    complaint NOT IN (SELECT complaint FROM moves) AND complaint NOT IN (SELECT complaint FROM f WHERE json_array_length(signs) > 0)
    AND complaint NOT IN (SELECT complaint FROM e WHERE kind = 'Dispute')
    AND (SELECT count(*) FROM ends x WHERE x.complaint = ended.complaint) = 1)::INT, ''
  FROM ended WHERE state = 'closed' AND ground IN ('confirmed', 'silent')
UNION ALL SELECT 'reopen_rate', complaint, ts, (back IS NOT NULL)::INT, '' FROM ends
UNION ALL SELECT 'dispute_rate', complaint, ts, (complaint IN (SELECT complaint FROM e WHERE kind = 'Dispute'))::INT, '' FROM ended
UNION ALL SELECT 'disputes', complaint, ts, 1, '' FROM e WHERE kind = 'Dispute'
UNION ALL SELECT 'satisfaction', complaint, ts, (d->>'$.csat')::INT, (d->>'$.csat') FROM e WHERE kind = 'Survey'
UNION ALL SELECT 'recommendation', complaint, ts, (d->>'$.nps')::INT, (d->>'$.nps') FROM e WHERE kind = 'Survey' AND (d->>'$.nps') IS NOT NULL
UNION ALL SELECT 'compensation', f.complaint, min(f.ts), (p->>'$.amount')::DOUBLE, (p->>'$.currency')
  FROM f, unnest(from_json(f.paid, '["JSON"]')) AS t(p)
  GROUP BY f.complaint, (p->>'$.id'), coalesce(p->>'$.complaint', ''), (p->>'$.amount'), (p->>'$.currency')
UNION ALL SELECT 'backlog', complaint, moment - INTERVAL 1 MICROSECOND, 1, '' FROM cases, moments WHERE received_at <= moment
  AND NOT EXISTS (SELECT 1 FROM ends x WHERE x.complaint = cases.complaint AND x.ts <= moment AND (x.back IS NULL OR moment < x.back))
UNION ALL SELECT 'backlog_age', complaint, moment - INTERVAL 1 MICROSECOND, epoch_us(moment) - epoch_us(received_at), ''
  FROM cases, moments WHERE received_at <= moment
  AND NOT EXISTS (SELECT 1 FROM ends x WHERE x.complaint = cases.complaint AND x.ts <= moment AND (x.back IS NULL OR moment < x.back));
DELETE FROM observed WHERE complaint NOT IN (SELECT complaint FROM cases);
