-- The planner's statistics after a bulk write, at once: until the server's own daemon comes round, it would take a
-- table that just got a hundred thousand rows for an empty one. Only the owner of a table may analyse it; statistics
-- hold no row of anybody, and the tables that may be asked are named here.
CREATE FUNCTION app_refresh_statistics(tables text[]) RETURNS void
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
    EXECUTE format('ANALYZE %I', one);
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION app_refresh_statistics(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_refresh_statistics(text[]) TO visee_app, visee_worker;
