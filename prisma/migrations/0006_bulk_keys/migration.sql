-- Tables that fill by the hundred thousand rows: the lab of a row is held by the composite key to its parent, all of whose
-- columns are NOT NULL, and the parent's by its own. The separate key to lab would check the same again for each row,
-- a sixth of the time of an import. A guard walks the catalogue: from every tenant table such a chain leads to lab.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY '{brick_area,sector_brick,hcp_identifier,hcp_practice,hcp_sector,observation,answer,segment_assignment,
      target,target_goal,target_presentation,plan_line,plan_presentation,call,call_product}'::text[] LOOP
    EXECUTE format('ALTER TABLE %I DROP CONSTRAINT %I', t, t || '_lab_id_fkey');
  END LOOP;
END $$;

-- Two imports that end together: the second does not wait for the statistics of the first.
CREATE OR REPLACE FUNCTION app_refresh_statistics(tables text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  known CONSTANT text[] := '{hcp,hcp_identifier,practice,hcp_practice,hcp_sector,brick,brick_area,sector_brick,contact_permission,
    observation,answer,call,call_product,segment_assignment,cycle_segment,target,target_goal,target_presentation,
    plan,plan_version,plan_line,plan_presentation,published_sector,follow_snapshot}';
  one text;
BEGIN
  FOREACH one IN ARRAY tables LOOP
    IF NOT one = ANY (known) THEN
      RAISE EXCEPTION 'statistics of % are not refreshed by hand', one;
    END IF;
    EXECUTE format('ANALYZE (SKIP_LOCKED) %I', one);
  END LOOP;
END $$;

-- The same refusals, one look-up a row instead of three.
CREATE OR REPLACE FUNCTION plan_line_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN PERFORM refuse_sealed(OLD.lab_id, OLD.plan_version_id); END IF;
  IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.plan_version_id <> OLD.plan_version_id THEN
    PERFORM FROM plan_version v WHERE v.lab_id = NEW.lab_id AND v.id = NEW.plan_version_id AND v.state = 'SEALED' FOR SHARE;
    IF FOUND THEN RAISE EXCEPTION 'the plan version is sealed' USING ERRCODE = 'VS001'; END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE OR REPLACE FUNCTION plan_presentation_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM FROM plan_line l JOIN plan_version v ON v.lab_id = OLD.lab_id AND v.id = l.plan_version_id
      WHERE l.lab_id = OLD.lab_id AND l.id = OLD.plan_line_id AND v.state = 'SEALED' FOR SHARE OF v;
    IF FOUND THEN RAISE EXCEPTION 'the plan version is sealed' USING ERRCODE = 'VS001'; END IF;
  END IF;
  IF TG_OP = 'INSERT' OR TG_OP = 'UPDATE' AND NEW.plan_line_id <> OLD.plan_line_id THEN
    PERFORM FROM plan_line l JOIN plan_version v ON v.lab_id = NEW.lab_id AND v.id = l.plan_version_id
      WHERE l.lab_id = NEW.lab_id AND l.id = NEW.plan_line_id AND v.state = 'SEALED' FOR SHARE OF v;
    IF FOUND THEN RAISE EXCEPTION 'the plan version is sealed' USING ERRCODE = 'VS001'; END IF;
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
