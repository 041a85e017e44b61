import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openTables, tenantTablesOf } from '../fixtures/database/statement-walls.ts'

const tenant = tenantTablesOf(readFileSync('prisma/schema.prisma', 'utf8'))

test('tenant tables are read from the schema', () => {
  expect(tenant.size).toBeGreaterThanOrEqual(63)
  expect([tenant.has('hcp'), tenant.has('call'), tenant.has('commune'), tenant.has('login')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test.each([
  ['SELECT id FROM call WHERE day = $1', 'call'],
  ['SELECT id FROM call c WHERE c.day = $1 AND c.lab_id = other.lab_id', 'call c'],
  ['SELECT 1 FROM hcp h JOIN call c ON c.hcp_id = h.id WHERE h.lab_id = $1', 'call c'],
  [
    'SELECT 1 FROM hcp h JOIN call c ON c.lab_id = h.lab_id AND c.hcp_id = h.id WHERE h.lab_id = $1',
    'call c',
  ],
  ['SELECT 1 FROM hcp h, call c WHERE h.lab_id = $1', 'call c'],
  ['SELECT 1 FROM hcp h WHERE h.lab_id = $1 AND EXISTS (SELECT FROM call c WHERE c.hcp_id = h.id)', 'call c'],
  ['SELECT 1 FROM hcp h WHERE EXISTS (SELECT FROM call h WHERE h.lab_id = $1)', 'hcp h'],
  ['WITH x AS (SELECT * FROM plan) SELECT * FROM x', 'plan'],
  ['SELECT 1 FROM plan WHERE lab_id = $1 UNION ALL SELECT 1 FROM plan WHERE id = $2', 'plan'],
  ['UPDATE call SET outcome = $2 WHERE id = $1', 'call'],
  ['UPDATE call SET lab_id = $2 WHERE id = $1', 'call'],
  ['DELETE FROM absence WHERE id = $1', 'absence'],
  ['INSERT INTO call (id, day) VALUES ($1, $2)', 'call'],
  ['INSERT INTO call (lab_id, id) SELECT $1, h.id FROM hcp h', 'hcp h'],
  ['SELECT "public"."call"."id" FROM "public"."call" WHERE "public"."call"."id" = $1', 'call'],
  ["SELECT id FROM call c WHERE 'c.lab_id = $1' = $1", 'call c'],
  ['SELECT id FROM call c -- c.lab_id = $1', 'call c'],
])('%s leaves %s open', (sql, table) => {
  expect(openTables(sql, tenant)).toEqual([table])
})

test.each([
  'SELECT id FROM call WHERE lab_id = $1::uuid AND day = $2',
  'SELECT 1 FROM hcp h JOIN call AS c ON c.lab_id = $1 AND c.hcp_id = h.id WHERE h.lab_id = $1',
  'SELECT 1 FROM hcp h WHERE h.lab_id = $1 AND EXISTS (SELECT FROM call c WHERE c.lab_id = $1 AND c.hcp_id = h.id)',
  'SELECT "public"."call"."id" FROM "public"."call" WHERE ("public"."call"."lab_id" = $1 AND "public"."call"."id" = $2)',
  'INSERT INTO "public"."call" ("lab_id","id") VALUES ($1,$2) RETURNING "public"."call"."id"',
  'INSERT INTO call (lab_id, id) SELECT $1, h.id FROM hcp h WHERE h.lab_id = $1 ON CONFLICT DO NOTHING',
  'UPDATE call c SET outcome = x.outcome FROM import_row x WHERE c.lab_id = $1 AND c.id = x.id',
  'DELETE FROM absence WHERE lab_id = $1 AND id = $2',
  "COPY (SELECT id FROM hcp h WHERE h.lab_id = '0190'::uuid) TO STDOUT",
  'SELECT name FROM commune c WHERE c.insee_code = $1',
])('%s is walled', (sql) => {
  expect(openTables(sql, tenant)).toEqual([])
})
