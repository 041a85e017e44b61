-- Names are searched by their folded form (src/lib/fold.ts folds what is typed the same way). A stored column and no
-- trigram index: under row-level security a LIKE may not run before the policy, so such an index would never be used.
-- Communes are global and have no policy: there it is used.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION fold(words text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
  translate(replace(replace(lower(words), 'œ', 'oe'), 'æ', 'ae'),
    'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ-’''', 'aaaaaaceeeeiiiinooooouuuuyy   ');
GRANT EXECUTE ON FUNCTION fold(text) TO visee_app, visee_worker, visee_auth, visee_retention, visee_backup;

ALTER TABLE hcp ADD COLUMN search_text text COLLATE "C" GENERATED ALWAYS AS
  (fold(last_name || ' ' || first_name || ' ' || coalesce(specialty, ''))) STORED;
CREATE INDEX commune_search ON commune USING gin (fold(name) gin_trgm_ops);
