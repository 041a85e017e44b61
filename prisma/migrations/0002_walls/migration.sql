-- What Prisma's schema language cannot say: collations, checks, exclusions, policies, grants, triggers.
-- The roles exist before: src/cli/setup-database.ts makes them.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Names sort as French does. Before the policies: a column that a policy uses refuses the change.
DO $$
DECLARE t text; c text;
BEGIN
  FOR t, c IN VALUES ('hcp', 'first_name'), ('hcp', 'last_name'), ('practice', 'name'), ('member', 'display_name'),
      ('network', 'name'), ('region', 'name'), ('sector', 'name'), ('brick', 'label'), ('product', 'name'),
      ('channel', 'name'), ('source', 'label'), ('cycle', 'name'), ('commune', 'name') LOOP
    EXECUTE format('ALTER TABLE %I ALTER %I TYPE text COLLATE "fr-x-icu"', t, c);
  END LOOP;
END $$;

-- Enumerations. The same lists are in schema.prisma (« one of »); a guard compares them.
DO $$
DECLARE t text; c text; v text;
BEGIN
  FOR t, c, v IN VALUES
      ('lab', 'locale', '{fr,en}'),
      ('member', 'role', '{ADMIN,HQ,MANAGER,REP}'),
      ('member', 'hq_function', '{MARKETING,SALES,SFE}'),
      ('member', 'locale', '{fr,en}'),
      ('one_time_link', 'purpose', '{INVITE,RESET}'),
      ('brick', 'scheme', '{UGA,POSTAL,OWN}'),
      ('region_assignment', 'kind', '{MANAGER,DELEGATE}'),
      ('sector_assignment', 'kind', '{LEAD,MEMBER,SUBSTITUTE}'),
      ('absence', 'kind', '{LEAVE,SICKNESS,TRAINING,MEETING,OTHER}'),
      ('channel', 'kind', '{VISIT,REMOTE,PHONE,EMAIL,SMS,EVENT}'),
      ('hcp', 'status', '{ACTIVE,CEASED,MERGED,PSEUDONYMISED}'),
      ('hcp', 'visit_rule', '{OPEN,APPOINTMENT,NO_VISIT}'),
      ('practice', 'kind', '{OFFICE,HOSPITAL,PHARMACY}'),
      ('hcp_sector', 'origin', '{GEOGRAPHY,HQ,REP}'),
      ('contact_permission', 'kind', '{OPPOSITION,CONSENT,WITHDRAWAL}'),
      ('source', 'kind', '{FIELD,EXTERNAL,SALES}'),
      ('criterion', 'kind', '{NUMBER,INTEGER,PERCENT,CHOICE,SCALE,BOOLEAN,DATE,TEXT}'),
      ('criterion', 'level', '{HCP,HCP_PRODUCT,PRACTICE,BRICK}'),
      ('observation', 'state', '{VALUE,UNKNOWN,NOT_APPLICABLE,WITHDRAWN}'),
      ('answer', 'state', '{VALUE,UNKNOWN,NOT_APPLICABLE,WITHDRAWN}'),
      ('cycle', 'state', '{DRAFT,QUALIFICATION,SEGMENTATION,STRATEGY,ENGAGEMENT,RUNNING,CLOSED}'),
      ('cycle_transition', 'from_state', '{DRAFT,QUALIFICATION,SEGMENTATION,STRATEGY,ENGAGEMENT,RUNNING,CLOSED}'),
      ('cycle_transition', 'to_state', '{DRAFT,QUALIFICATION,SEGMENTATION,STRATEGY,ENGAGEMENT,RUNNING,CLOSED}'),
      ('configuration_draft', 'kind', '{DRAFT,SCENARIO}'),
      ('run', 'kind', '{OFFICIAL,PREVIEW,PUBLICATION,FOLLOW,DRIFT}'),
      ('run', 'state', '{QUEUED,RUNNING,DONE,FAILED,CANCELLED}'),
      ('signature', 'subject_kind', '{SCENARIO,PLAN_VERSION}'),
      ('signature', 'capacity', '{MARKETING,SALES,SFE,REP,MANAGER}'),
      ('target_goal', 'cause', '{OPPOSITION,NO_CONSENT,EXCLUSION,NO_VISIT,YEARLY_CAP,NO_ACCESS,CAPACITY}'),
      ('plan_version', 'kind', '{INITIAL,AMENDMENT}'),
      ('plan_version', 'state', '{OPEN,SUBMITTED,RETURNED,APPROVED,SEALED}'),
      ('plan_line', 'origin', '{PROPOSED,ADDED,REMOVED}'),
      ('plan_line', 'decision', '{NONE,ALLOWED,TO_DECIDE,ACCEPTED,REFUSED}'),
      ('plan_event', 'kind', '{CREATE,EDIT,SUBMIT,RETURN,DECIDE,APPROVE,SEAL,REOPEN,COMMENT}'),
      ('call', 'outcome', '{DONE,REFUSED,ABSENT,PLANNED,CANCELLED}'),
      ('data_watermark', 'kind', '{CALLS,SALES}'),
      ('follow_snapshot', 'level', '{SECTOR,REGION,NETWORK}'),
      ('follow_snapshot', 'dimension', '{ALL,SEGMENT,CHANNEL,PRODUCT}'),
      ('alert', 'kind', '{SHORTFALL}'),
      ('alert', 'dimension', '{ALL,SEGMENT,CHANNEL,PRODUCT}'),
      ('alert', 'level', '{AMBER,RED}'),
      ('import', 'kind', '{HCP,PRACTICE,OBSERVATION,CALL,TERRITORY,MEMBER}'),
      ('import', 'state', '{UPLOADED,CHECKING,CHECKED,APPLYING,APPLIED,FAILED}')
  LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I = ANY (%L::text[]))', t, t || '_' || c || '_known', c, v);
  END LOOP;
END $$;

-- Shares are basis points; a period ends after it starts.
DO $$
DECLARE t text; c text;
BEGIN
  FOR t, c IN SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name LIKE '%\_bps' LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I BETWEEN 0 AND 10000)', t, t || '_' || c || '_share', c);
  END LOOP;
  FOR t, c IN SELECT table_name, replace(column_name, 'starts_on', '') FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name LIKE '%starts\_on' LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I > %I)', t, t || '_' || c || 'period', c || 'ends_before', c || 'starts_on');
  END LOOP;
END $$;

ALTER TABLE lab ADD CONSTRAINT lab_slug_plain CHECK (slug ~ '^[a-z0-9][a-z0-9-]{0,39}$');
ALTER TABLE login ADD CONSTRAINT login_email_lower CHECK (email = lower(email));
ALTER TABLE member ADD CONSTRAINT member_email_lower CHECK (email = lower(email));
ALTER TABLE working_time
  ADD CONSTRAINT working_time_half_days CHECK (half_day_bits BETWEEN 0 AND 1023),
  ADD CONSTRAINT working_time_pace CHECK (contacts_a_day_milli >= 0);
ALTER TABLE absence ADD CONSTRAINT absence_not_empty
  CHECK ((ends_before - starts_on) * 2 - starts_at_noon::int - ends_at_noon::int > 0);
ALTER TABLE reason ADD CONSTRAINT reason_used_for_known CHECK (used_for <@ '{ADD,REMOVE,CHANGE,REFUSE,REOPEN}'::text[]);
ALTER TABLE hcp ADD CONSTRAINT hcp_merged CHECK ((status = 'MERGED') = (merged_into_id IS NOT NULL));
ALTER TABLE hcp ADD CONSTRAINT hcp_yearly_contact_max CHECK (yearly_contact_max >= 0);
ALTER TABLE observation
  ADD CONSTRAINT observation_of_one CHECK (num_nonnulls(hcp_id, practice_id, brick_id) = 1),
  ADD CONSTRAINT observation_value CHECK ((state = 'VALUE') = (num_nonnulls(number, option_code, text) = 1)),
  ADD CONSTRAINT observation_finite CHECK (number < 'Infinity' AND number > '-Infinity');
ALTER TABLE answer
  ADD CONSTRAINT answer_of_one CHECK (num_nonnulls(hcp_id, practice_id, brick_id) = 1),
  ADD CONSTRAINT answer_value CHECK ((state = 'VALUE') = (num_nonnulls(number, option_code, text) = 1));
ALTER TABLE cycle_network ADD CONSTRAINT cycle_network_published_run
  CHECK (NOT published OR (run_starts_on IS NOT NULL AND run_ends_before IS NOT NULL));
ALTER TABLE cycle_channel ADD CONSTRAINT cycle_channel_positive
  CHECK (weight_milli >= 0 AND load_milli >= 0 AND unit_cost_cents >= 0);
ALTER TABLE configuration ADD CONSTRAINT configuration_hash_sha256 CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE dataset ADD CONSTRAINT dataset_hash_sha256 CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE target_goal ADD CONSTRAINT target_goal_positive CHECK (contacts >= 0 AND max_credited >= 0 AND infeasible >= 0);
ALTER TABLE target_presentation ADD CONSTRAINT target_presentation_positive CHECK (presentations >= 0);
ALTER TABLE plan_line ADD CONSTRAINT plan_line_positive
  CHECK (theoretical >= 0 AND proposed >= 0 AND approved >= 0 AND max_credited >= 0);
ALTER TABLE plan_presentation ADD CONSTRAINT plan_presentation_positive
  CHECK (theoretical >= 0 AND proposed >= 0 AND approved >= 0);
ALTER TABLE plan_seal ADD CONSTRAINT plan_seal_content_hash
  CHECK (sha256 = encode(sha256(convert_to(content, 'UTF8')), 'hex'));
ALTER TABLE call
  ADD CONSTRAINT call_time_of_day CHECK (time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ADD CONSTRAINT call_not_its_own_duplicate CHECK (duplicate_of_id <> id);
ALTER TABLE stored_file ADD CONSTRAINT stored_file_size CHECK (size = octet_length(bytes));

-- No overlap.
ALTER TABLE sector_brick ADD CONSTRAINT sector_brick_one_sector
  EXCLUDE USING gist (lab_id WITH =, network_id WITH =, brick_id WITH =, daterange(starts_on, ends_before, '[)') WITH &&);
ALTER TABLE region_assignment ADD CONSTRAINT region_assignment_one_manager
  EXCLUDE USING gist (lab_id WITH =, region_id WITH =, daterange(starts_on, ends_before, '[)') WITH &&) WHERE (kind = 'MANAGER');
ALTER TABLE sector_assignment
  ADD CONSTRAINT sector_assignment_one_lead
  EXCLUDE USING gist (lab_id WITH =, sector_id WITH =, daterange(starts_on, ends_before, '[)') WITH &&) WHERE (kind = 'LEAD'),
  ADD CONSTRAINT sector_assignment_once
  EXCLUDE USING gist (lab_id WITH =, sector_id WITH =, member_id WITH =, daterange(starts_on, ends_before, '[)') WITH &&);
ALTER TABLE working_time ADD CONSTRAINT working_time_one
  EXCLUDE USING gist (lab_id WITH =, member_id WITH =, daterange(starts_on, ends_before, '[)') WITH &&);
ALTER TABLE absence ADD CONSTRAINT absence_one
  EXCLUDE USING gist (lab_id WITH =, member_id WITH =, int4range(
    (starts_on - date '2000-01-01') * 2 + starts_at_noon::int,
    (ends_before - date '2000-01-01') * 2 - ends_at_noon::int, '[)') WITH &&);
ALTER TABLE hcp_practice
  ADD CONSTRAINT hcp_practice_one_principal
  EXCLUDE USING gist (lab_id WITH =, hcp_id WITH =, daterange(starts_on, ends_before, '[)') WITH &&) WHERE (principal),
  ADD CONSTRAINT hcp_practice_once
  EXCLUDE USING gist (lab_id WITH =, hcp_id WITH =, practice_id WITH =, daterange(starts_on, ends_before, '[)') WITH &&);
ALTER TABLE hcp_sector
  ADD CONSTRAINT hcp_sector_one_main
  EXCLUDE USING gist (lab_id WITH =, network_id WITH =, hcp_id WITH =, daterange(starts_on, ends_before, '[)') WITH &&) WHERE (main),
  ADD CONSTRAINT hcp_sector_once
  EXCLUDE USING gist (lab_id WITH =, network_id WITH =, hcp_id WITH =, sector_id WITH =, daterange(starts_on, ends_before, '[)') WITH &&);
ALTER TABLE cycle_network ADD CONSTRAINT cycle_network_one_run
  EXCLUDE USING gist (lab_id WITH =, network_id WITH =, daterange(run_starts_on, run_ends_before, '[)') WITH &&) WHERE (published);

-- Unique where nulls are equal, or among some rows only.
CREATE UNIQUE INDEX answer_one ON answer (lab_id, criterion_id, source_id, hcp_id, practice_id, brick_id, product_id) NULLS NOT DISTINCT;
CREATE UNIQUE INDEX import_applied_once ON import (lab_id, kind, sha256) WHERE state = 'APPLIED';
CREATE UNIQUE INDEX plan_version_one_in_work ON plan_version (lab_id, plan_id) WHERE state <> 'SEALED';
CREATE UNIQUE INDEX alert_one_open ON alert (lab_id, cycle_id, sector_id, kind, dimension, dimension_id) WHERE closed_on IS NULL;
CREATE INDEX audit_entry_subject ON audit_entry (lab_id, (subject ->> 'id'));

-- A transaction enters one lab. SET LOCAL and not set_config: only the former reaches the servers of a cluster.
CREATE FUNCTION app_enter(lab uuid, member uuid, role text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('SET LOCAL app.lab = %L', coalesce(lab::text, ''));
  EXECUTE format('SET LOCAL app.member = %L', coalesce(member::text, ''));
  EXECUTE format('SET LOCAL app.role = %L', coalesce(role, ''));
END $$;

-- The walls: no row of another lab is seen or written, whoever asks, the owner included.
DO $$
DECLARE t text; c text;
BEGIN
  FOR t, c IN SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND (column_name = 'lab_id' AND table_name <> 'login_lab' OR table_name = 'lab' AND column_name = 'id') LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format($p$CREATE POLICY lab_wall ON %I USING (%I = nullif(current_setting('app.lab', true), '')::uuid)
      WITH CHECK (%I = nullif(current_setting('app.lab', true), '')::uuid)$p$, t, c, c);
  END LOOP;
END $$;
-- Who works through all labs reads their list, then enters them one at a time.
CREATE POLICY lab_list ON lab FOR SELECT TO visee_owner, visee_worker USING (true);

-- The trail numbers and chains itself, under the lock of this lab's head.
CREATE FUNCTION audit_hash(entry audit_entry) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(entry.lab_id, entry.number, (extract(epoch FROM entry.at) * 1000)::bigint,
    entry.member_id, entry.action, entry.subject, entry.change, entry.previous_hash)::text, 'UTF8')), 'hex')
$$;
CREATE FUNCTION audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE head audit_head;
BEGIN
  INSERT INTO audit_head (lab_id, number, hash) VALUES (NEW.lab_id, 0, '') ON CONFLICT (lab_id) DO NOTHING;
  SELECT * INTO head FROM audit_head WHERE lab_id = NEW.lab_id FOR UPDATE;
  NEW.number := head.number + 1;
  NEW.previous_hash := head.hash;
  NEW.hash := audit_hash(NEW);
  UPDATE audit_head SET number = NEW.number, hash = NEW.hash WHERE lab_id = NEW.lab_id;
  RETURN NEW;
END $$;
CREATE TRIGGER audit_chain BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_chain();

-- What is sealed does not move. SHARE: a seal waits for the lines that are being written, and they for it.
CREATE FUNCTION refuse_sealed(lab uuid, plan_version uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM plan_version v WHERE v.lab_id = lab AND v.id = plan_version AND v.state = 'SEALED' FOR SHARE;
  IF FOUND THEN RAISE EXCEPTION 'the plan version is sealed' USING ERRCODE = 'VS001'; END IF;
END $$;
CREATE FUNCTION plan_line_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refuse_sealed(OLD.lab_id, OLD.plan_version_id); END IF;
  IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.plan_version_id <> OLD.plan_version_id THEN
    PERFORM refuse_sealed(NEW.lab_id, NEW.plan_version_id);
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE FUNCTION plan_presentation_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM refuse_sealed(l.lab_id, l.plan_version_id) FROM plan_line l WHERE l.lab_id = OLD.lab_id AND l.id = OLD.plan_line_id;
  END IF;
  IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.plan_line_id <> OLD.plan_line_id THEN
    PERFORM refuse_sealed(l.lab_id, l.plan_version_id) FROM plan_line l WHERE l.lab_id = NEW.lab_id AND l.id = NEW.plan_line_id;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE FUNCTION plan_version_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the plan version is sealed' USING ERRCODE = 'VS001';
END $$;
CREATE TRIGGER plan_line_sealed BEFORE INSERT OR UPDATE OR DELETE ON plan_line FOR EACH ROW EXECUTE FUNCTION plan_line_sealed();
CREATE TRIGGER plan_presentation_sealed BEFORE INSERT OR UPDATE OR DELETE ON plan_presentation FOR EACH ROW EXECUTE FUNCTION plan_presentation_sealed();
CREATE TRIGGER plan_version_sealed BEFORE UPDATE OR DELETE ON plan_version FOR EACH ROW WHEN (OLD.state = 'SEALED') EXECUTE FUNCTION plan_version_sealed();

-- Grants. Nothing by default; a table added later must name its own.
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON FUNCTION app_enter(uuid, uuid, text), audit_hash(audit_entry), audit_chain(), refuse_sealed(uuid, uuid),
  plan_line_sealed(), plan_presentation_sealed(), plan_version_sealed() FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO visee_app, visee_worker, visee_auth, visee_retention, visee_backup;
GRANT EXECUTE ON FUNCTION app_enter(uuid, uuid, text), audit_hash(audit_entry), audit_chain(), refuse_sealed(uuid, uuid),
  plan_line_sealed(), plan_presentation_sealed(), plan_version_sealed()
  TO visee_app, visee_worker, visee_auth, visee_retention, visee_backup;

-- Insert-only tables: what must never change has no UPDATE and no DELETE to use.
DO $$
DECLARE t text;
  insert_only CONSTANT text[] := '{contact_permission,observation,configuration,cycle_transition,dataset,dataset_column,run_column,
    segment_assignment,signature,publication,published_sector,target,target_goal,target_presentation,plan_event,plan_seal,audit_entry}';
  own_grants CONSTANT text[] := '{lab,login,login_lab,throttle,commune,postal_code,public_holiday,session,one_time_link,member,
    audit_head,_prisma_migrations}';
BEGIN
  FOR t IN SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' LOOP
    IF t = ANY (insert_only) THEN
      EXECUTE format('GRANT SELECT, INSERT ON %I TO visee_app, visee_worker', t);
      EXECUTE format('GRANT SELECT, DELETE ON %I TO visee_retention', t);
    ELSIF t <> ALL (own_grants) THEN
      EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO visee_app, visee_worker', t);
    END IF;
    IF t <> '_prisma_migrations' THEN EXECUTE format('GRANT SELECT ON %I TO visee_backup', t); END IF;
  END LOOP;
END $$;
GRANT SELECT ON commune, postal_code, public_holiday TO visee_app, visee_worker, visee_auth;
GRANT SELECT, UPDATE (name, time_zone, locale, settings) ON lab TO visee_app, visee_worker;
GRANT SELECT, INSERT, UPDATE ON audit_head TO visee_app, visee_worker, visee_auth;
GRANT SELECT, UPDATE (last_seen, revoked_at) ON session TO visee_app, visee_worker;
-- A link's secret is not read by who hands it out; a new link may end the older ones.
GRANT SELECT (lab_id, id, member_id, purpose, issued, expires, used_at, created_at, created_by), INSERT, UPDATE (expires)
  ON one_time_link TO visee_app, visee_worker;
-- Which login a member is, sign-in alone decides: an administrator cannot attach a stranger's.
GRANT SELECT, DELETE ON member TO visee_app, visee_worker;
GRANT INSERT (lab_id, id, display_name, email, role, hq_function, read_only, locale, starts_on, ends_before, saved_views, version, created_at, created_by),
  UPDATE (display_name, email, role, hq_function, read_only, locale, starts_on, ends_before, saved_views, version)
  ON member TO visee_app, visee_worker;

GRANT SELECT, INSERT, UPDATE, DELETE ON login, login_lab, throttle TO visee_auth;
GRANT SELECT ON lab TO visee_auth;
GRANT SELECT, UPDATE (login_id) ON member TO visee_auth;
GRANT SELECT, INSERT, UPDATE ON session, one_time_link TO visee_auth;
GRANT SELECT, INSERT ON audit_entry TO visee_auth;

GRANT SELECT ON lab TO visee_retention;
GRANT SELECT, DELETE ON session, one_time_link, idempotency, stored_file TO visee_retention;
