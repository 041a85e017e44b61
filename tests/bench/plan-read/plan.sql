-- One sector plan as JSON, in one statement. $1 plan, $2 day; memory window $3 – $4; cycle before $5, run $6 – $7 (ends before).
WITH head AS MATERIALIZED (
  SELECT p.lab_id, p.id AS plan_id, p.sector_id, p.cycle_id, p.closes_on, v.id AS version_id, v.number, v.state, v.version, v.publication_id, b.run_id,
    f.document, ps.capacity_milli, s.network_id,
    (SELECT ch.id FROM cycle_channel cc JOIN channel ch ON ch.lab_id = cc.lab_id AND ch.id = cc.channel_id
      WHERE cc.lab_id = p.lab_id AND cc.cycle_id = p.cycle_id
      ORDER BY array_position('{VISIT,REMOTE,PHONE,EMAIL,SMS,EVENT}'::text[], ch.kind), ch.code LIMIT 1) AS first_channel
  FROM plan p
  JOIN sector s ON s.lab_id = p.lab_id AND s.id = p.sector_id
  JOIN LATERAL (SELECT * FROM plan_version w WHERE w.lab_id = p.lab_id AND w.plan_id = p.id
    ORDER BY (w.state <> 'SEALED') DESC, w.number DESC LIMIT 1) v ON true
  JOIN publication b ON b.lab_id = p.lab_id AND b.id = v.publication_id
  JOIN published_sector ps ON ps.lab_id = p.lab_id AND ps.publication_id = b.id AND ps.sector_id = p.sector_id
  JOIN configuration f ON f.lab_id = p.lab_id AND f.hash = b.configuration_hash
  WHERE p.id = $1::uuid),
channels AS MATERIALIZED (
  SELECT ch.id, ch.code, ch.name, ch.kind, ch.needs_consent, cc.weight_milli, cc.load_milli,
    array_position('{VISIT,REMOTE,PHONE,EMAIL,SMS,EVENT}'::text[], ch.kind) AS place
  FROM head, cycle_channel cc JOIN channel ch ON ch.lab_id = cc.lab_id AND ch.id = cc.channel_id
  WHERE cc.lab_id = head.lab_id AND cc.cycle_id = head.cycle_id),
lines AS MATERIALIZED (
  SELECT l.* FROM head, plan_line l WHERE l.lab_id = head.lab_id AND l.plan_version_id = head.version_id),
ids AS MATERIALIZED (SELECT array_agg(DISTINCT hcp_id) AS list FROM lines),
calls AS MATERIALIZED (
  SELECT c.hcp_id, c.channel_id, count(*) FILTER (WHERE c.day BETWEEN $3::date AND $4::date)::int AS prior,
    count(*) FILTER (WHERE c.sector_id = head.sector_id AND c.day >= y.run_starts_on AND c.day < y.run_ends_before)::int AS done,
    count(*) FILTER (WHERE c.day >= $6::date AND c.day < $7::date)::int AS previous, max(c.day) AS last_on
  FROM head JOIN cycle y ON y.lab_id = head.lab_id AND y.id = head.cycle_id
  JOIN call c ON c.lab_id = head.lab_id AND c.hcp_id = ANY ((SELECT list FROM ids)::uuid[]) AND c.network_id = head.network_id
    AND c.outcome = 'DONE' AND c.duplicate_of_id IS NULL AND c.day <= $2::date
  GROUP BY c.hcp_id, c.channel_id),
goals AS MATERIALIZED (
  SELECT l.hcp_id, sum(coalesce(l.approved, l.proposed))::int AS contacts FROM head
  JOIN plan_line l ON l.lab_id = head.lab_id AND l.hcp_id = ANY ((SELECT list FROM ids)::uuid[]) AND l.channel_id = head.first_channel
  WHERE l.plan_version_id = ANY (ARRAY(SELECT DISTINCT ON (v.plan_id) v.id FROM plan p
    JOIN plan_version v ON v.lab_id = p.lab_id AND v.plan_id = p.id WHERE p.cycle_id = $5::uuid
    ORDER BY v.plan_id, (v.state = 'SEALED') DESC, v.number DESC))
  GROUP BY l.hcp_id),
words AS MATERIALIZED (
  SELECT DISTINCT ON (k.hcp_id, k.channel_id) k.hcp_id, k.channel_id, k.kind, k.effective_at::date AS since
  FROM head, contact_permission k
  WHERE k.lab_id = head.lab_id AND k.hcp_id = ANY ((SELECT list FROM ids)::uuid[]) AND k.effective_at <= now()
  ORDER BY k.hcp_id, k.channel_id, k.effective_at DESC, k.id DESC),
people AS MATERIALIZED (
  SELECT h.id, h.title, h.first_name, h.last_name, h.specialty, h.status, h.visit_rule, place.commune, place.postal_code,
    g.code AS segment, g.rank, t.rank_value
  FROM head
  JOIN hcp h ON h.lab_id = head.lab_id AND h.id = ANY ((SELECT list FROM ids)::uuid[])
  LEFT JOIN target t ON t.lab_id = head.lab_id AND t.publication_id = head.publication_id AND t.sector_id = head.sector_id AND t.hcp_id = h.id
  LEFT JOIN LATERAL (SELECT sa.cycle_segment_id FROM segment_assignment sa WHERE t.cycle_segment_id IS NULL AND sa.lab_id = head.lab_id
    AND sa.run_id = head.run_id AND sa.segmentation = 'general' AND sa.hcp_id = h.id LIMIT 1) ran ON true
  LEFT JOIN cycle_segment g ON g.lab_id = head.lab_id AND g.id = coalesce(t.cycle_segment_id, ran.cycle_segment_id)
  LEFT JOIN LATERAL (SELECT p.postal_code, c.name AS commune FROM hcp_practice hp
    JOIN practice p ON p.lab_id = hp.lab_id AND p.id = hp.practice_id LEFT JOIN commune c ON c.insee_code = p.insee_code
    WHERE hp.lab_id = head.lab_id AND hp.hcp_id = ANY (ARRAY[h.id]) AND hp.principal
      AND hp.starts_on <= $2::date AND (hp.ends_before IS NULL OR hp.ends_before > $2::date) LIMIT 1) place ON true),
locks AS MATERIALIZED (
  SELECT p.id AS hcp_id, ch.id AS channel_id, ch.code, ch.place, x.cause, x.since FROM people p CROSS JOIN channels ch
  LEFT JOIN words everything ON everything.hcp_id = p.id AND everything.channel_id IS NULL
  LEFT JOIN words own ON own.hcp_id = p.id AND own.channel_id = ch.id
  CROSS JOIN LATERAL (SELECT CASE WHEN p.status <> 'ACTIVE' THEN 'ceased'
      WHEN 'OPPOSITION' IN (everything.kind, own.kind) THEN 'opposition'
      WHEN ch.needs_consent AND own.kind IS DISTINCT FROM 'CONSENT' THEN 'noConsent'
      WHEN p.visit_rule = 'NO_VISIT' AND ch.kind = 'VISIT' THEN 'noVisit' END AS cause,
    CASE WHEN everything.kind = 'OPPOSITION' THEN everything.since ELSE own.since END AS since) x
  WHERE x.cause IS NOT NULL),
caps AS MATERIALIZED (
  SELECT g ->> 'segment' AS segment, json_agg(json_build_object('channel', g -> 'channel', 'maxCredited', g -> 'maxCredited')) AS list
  FROM head, jsonb_array_elements(head.document -> 'grid' -> 'rows') g WHERE g ->> 'maxCredited' IS NOT NULL GROUP BY 1)
SELECT json_build_object(
  'id', head.plan_id, 'cycleId', y.id, 'cycleName', y.name, 'cycleState', y.state, 'sectorId', s.id, 'sectorCode', s.code,
  'sectorName', s.name, 'regionName', r.name,
  'lead', (SELECT json_build_object('memberId', m.id, 'name', m.display_name) FROM sector_assignment a
    JOIN member m ON m.lab_id = a.lab_id AND m.id = a.member_id WHERE a.lab_id = head.lab_id AND a.sector_id = s.id AND a.kind = 'LEAD'
      AND a.starts_on <= $2::date AND (a.ends_before IS NULL OR a.ends_before > $2::date) LIMIT 1),
  'number', head.number, 'state', head.state, 'revision', head.version, 'timeZone', s.time_zone, 'readAt', now(), 'today', $2::date,
  'closesOn', coalesce(head.closes_on, y.engagement_ends_before - 1),
  'deadlineAt', (coalesce(head.closes_on, y.engagement_ends_before - 1) + time '23:59') AT TIME ZONE s.time_zone,
  'atDeadline', head.document -> 'limits' -> 'atDeadline',
  'run', json_build_object('startsOn', y.run_starts_on, 'endsOn', y.run_ends_before - 1),
  'previousCycle', (SELECT json_build_object('id', b.id, 'name', b.name) FROM cycle b WHERE b.lab_id = head.lab_id AND b.id = $5::uuid),
  'capacityMilli', head.capacity_milli,
  'channels', (SELECT json_agg(json_build_object('code', code, 'name', name, 'kind', kind, 'weightMilli', weight_milli,
    'loadMilli', load_milli) ORDER BY place, code) FROM channels),
  'segments', (SELECT json_agg(json_build_object('code', g.code, 'name', g.name, 'rank', g.rank, 'colour', g.colour) ORDER BY g.rank)
    FROM cycle_segment g WHERE g.lab_id = head.lab_id AND g.cycle_id = y.id AND g.segmentation = 'general' AND g.rank > 0),
  'limits', head.document -> 'limits', 'forecast', head.document -> 'followUp',
  'reasons', (SELECT json_agg(json_build_object('code', q.code, 'usedFor', q.used_for, 'label', q.labels -> 'fr') ORDER BY q.code)
    FROM reason q WHERE q.lab_id = head.lab_id AND q.active AND q.used_for && '{ADD,REMOVE,CHANGE}'),
  'lines', (SELECT json_agg(json_build_object('id', l.id, 'versionId', l.plan_version_id, 'hcpId', l.hcp_id, 'channel', ch.code,
      'segment', p.segment, 'origin', l.origin, 'theoretical', l.theoretical,
      'proposed', CASE WHEN k.cause IS NULL THEN l.proposed ELSE coalesce(c.done, 0) END, 'approved', l.approved,
      'maxCredited', l.max_credited, 'reason', q.code, 'comment', l.comment, 'decision', l.decision,
      'decisionComment', l.decision_comment, 'locked', k.cause IS NOT NULL, 'done', coalesce(c.done, 0), 'version', l.version)
      ORDER BY l.hcp_id, ch.code)
    FROM lines l JOIN channels ch ON ch.id = l.channel_id JOIN people p ON p.id = l.hcp_id
    LEFT JOIN reason q ON q.lab_id = head.lab_id AND q.id = l.reason_id
    LEFT JOIN calls c ON c.hcp_id = l.hcp_id AND c.channel_id = l.channel_id
    LEFT JOIN locks k ON k.hcp_id = l.hcp_id AND k.channel_id = l.channel_id),
  'hcps', (SELECT json_agg(json_build_object('hcpId', p.id, 'name', concat_ws(' ', p.title, p.first_name, p.last_name),
      'shortName', concat_ws(' ', p.title, p.last_name), 'specialty', p.specialty, 'commune', p.commune, 'postalCode', p.postal_code,
      'segment', p.segment, 'lastOn', main.last_on, 'previousDone', coalesce(main.previous, 0), 'previousGoal', g.contacts,
      'priorDone', coalesce(prior.list, '[]'), 'lock', locked.first, 'creditCaps', coalesce(caps.list, '[]'))
      ORDER BY p.rank NULLS LAST, p.rank_value DESC NULLS LAST, p.last_name, p.first_name, p.id)
    FROM people p
    LEFT JOIN calls main ON main.hcp_id = p.id AND main.channel_id = head.first_channel
    LEFT JOIN goals g ON g.hcp_id = p.id
    LEFT JOIN (SELECT c.hcp_id, json_agg(json_build_object('channel', ch.code, 'contacts', c.prior)) AS list
      FROM calls c JOIN channels ch ON ch.id = c.channel_id WHERE c.prior > 0 GROUP BY c.hcp_id) prior ON prior.hcp_id = p.id
    LEFT JOIN (SELECT DISTINCT ON (k.hcp_id) k.hcp_id, json_build_object('cause', k.cause, 'since', k.since) AS first
      FROM locks k JOIN lines l ON l.hcp_id = k.hcp_id AND l.channel_id = k.channel_id ORDER BY k.hcp_id, k.place) locked ON locked.hcp_id = p.id
    LEFT JOIN caps ON caps.segment = p.segment),
  'constraints', (SELECT json_agg(one) FROM (SELECT json_build_object('hcpId', k.hcp_id, 'yearlyRoom', NULL,
      'blocked', json_agg(json_build_object('channel', k.code, 'cause', CASE k.cause WHEN 'ceased' THEN 'noAccess' ELSE k.cause END)
      ORDER BY k.place)) AS one FROM locks k GROUP BY k.hcp_id) all_of_them),
  'events', (SELECT coalesce(json_agg(e), '[]') FROM (SELECT e.id, e.kind, e.at, m.display_name AS by, e.comment FROM plan_event e
      LEFT JOIN member m ON m.lab_id = e.lab_id AND m.id = e.member_id
      WHERE e.lab_id = head.lab_id AND e.plan_id = head.plan_id AND e.kind NOT IN ('EDIT', 'DECIDE') ORDER BY e.at DESC, e.id DESC LIMIT 50) e),
  'seal', NULL, 'rights', json_build_object('edit', true, 'submit', true, 'decide', false))::text AS body
FROM head
JOIN cycle y ON y.lab_id = head.lab_id AND y.id = head.cycle_id
JOIN sector s ON s.lab_id = head.lab_id AND s.id = head.sector_id
JOIN region r ON r.lab_id = head.lab_id AND r.id = s.region_id
