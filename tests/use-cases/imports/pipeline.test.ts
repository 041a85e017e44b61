import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { maxUploadBytes } from '#src/contracts/import-columns.ts'
import { runImport } from '#src/server/jobs/import.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { applyImport } from '#src/server/use-cases/imports/apply-import.ts'
import { checkImport } from '#src/server/use-cases/imports/check-import.ts'
import { getImport } from '#src/server/use-cases/imports/get-import.ts'
import { listImportErrors } from '#src/server/use-cases/imports/list-import-errors.ts'
import { listImports } from '#src/server/use-cases/imports/list-imports.ts'
import { startApply } from '#src/server/use-cases/imports/start-apply.ts'
import { startCheck } from '#src/server/use-cases/imports/start-check.ts'
import { uploadFile } from '#src/server/use-cases/imports/upload-file.ts'
import { findDueWork } from '#src/server/use-cases/work/find-due-work.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { check } from './run-file.ts'

let database: TestDatabase
let lab: LabFixture
let other: LabFixture
let serial = 0

beforeAll(async () => {
  database = await freshDatabase()
  const labs = await seedSmallLab(database.sql)
  lab = labs.alpha
  other = labs.beta
  setClock(now)
})
beforeEach(() => {
  serial += 1
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const good = () => ['identifiant;nom;profession', `N${serial};Nouveau;Médecin`].join('\n')
const upload = (content: string | Uint8Array = good()) =>
  uploadFile(lab.actors.hq, { kind: 'HCP', name: 'f.csv', content })
const known = async (identifier: string) =>
  (await database.sql.query('SELECT 1 FROM hcp_identifier WHERE value = $1', [identifier])).rowCount
const audits = async (id: string) => {
  const { rows } = await database.sql.query<{ action: string; change: Record<string, unknown> }>(
    `SELECT action, change FROM audit_entry WHERE subject ->> 'id' = $1 ORDER BY number`,
    [id],
  )
  return rows
}

test('checking keeps nothing of the file but what was found; applying writes it with one audit row', async () => {
  const { id } = await upload()
  expect(await checkImport(lab.actors.hq, id)).toMatchObject({ state: 'CHECKED', counts: { new: 1 } })
  expect(await known(`N${serial}`)).toBe(0)
  expect(await applyImport(lab.actors.hq, id)).toMatchObject({ state: 'APPLIED' })
  expect(await known(`N${serial}`)).toBe(1)
  const rows = await audits(id)
  expect(rows.map(({ action }) => action)).toEqual(['import.upload', 'import.check', 'import.apply'])
  expect(rows.at(-1)?.change).toMatchObject({ new: 1, sha256: rows[0]?.change['sha256'] })
})

test('a file that nobody looks at first is written whole when it has no error, and not at all otherwise', async () => {
  const { id } = await upload()
  await expect(applyImport(lab.actors.hq, id)).rejects.toMatchObject({
    data: { reason: 'import-not-checked' },
  })
  expect(await applyImport(lab.actors.hq, id, { unchecked: true })).toMatchObject({
    state: 'APPLIED',
    counts: { new: 1 },
  })
  expect(await known(`N${serial}`)).toBe(1)
  serial += 1
  const bad = await upload(`${good()}\nX${serial};;Médecin`)
  expect(await applyImport(lab.actors.hq, bad.id, { unchecked: true })).toMatchObject({
    state: 'FAILED',
    failure: 'import-has-errors',
  })
  expect(await known(`N${serial}`)).toBe(0)
})

test('a file with errors is applied only when its bad lines are left out on purpose', async () => {
  const text = `${good()}\nX${serial};;Médecin`
  const { found } = await check(lab.actors.hq, { kind: 'HCP' }, text)
  await expect(applyImport(lab.actors.hq, found.id)).rejects.toMatchObject({
    data: { reason: 'import-has-errors' },
  })
  expect(await known(`N${serial}`)).toBe(0)
  const done = await applyImport(lab.actors.hq, found.id, { withoutErrors: true })
  expect(done).toMatchObject({ state: 'APPLIED', counts: { new: 1, errors: 1 } })
  expect(await known(`N${serial}`)).toBe(1)
  expect(await known(`X${serial}`)).toBe(0)
  // What was left out may come again with the very same file.
  const again = await check(lab.actors.hq, { kind: 'HCP' }, text)
  expect(again.found.appliedBefore).toBeNull()
  expect(await applyImport(lab.actors.hq, again.found.id, { withoutErrors: true })).toMatchObject({
    state: 'APPLIED',
  })
})

test.for([
  ['a missing column', 'identifiant;profession\n1;Médecin', '1 lastName missing-column'],
  ['a column twice', 'identifiant;nom;nom;profession\n1;A;B;Médecin', '1 lastName column-twice'],
  ['no row at all', 'identifiant;nom;profession\n', '1  no-rows'],
  ['a quote left open', 'identifiant;nom;profession\n1;"Nom;Médecin\n2;Nom;Médecin', '2  quote-not-closed'],
  ['a quote in the middle', 'identifiant;nom;profession\n1;No"m;Médecin', '2  quote'],
] as const)('%s blocks the file: nothing of it can be applied', async ([, text, rule]) => {
  const { found, rules } = await check(lab.actors.hq, { kind: 'HCP' }, text)
  expect(rules).toEqual([rule])
  expect(found.blocked).toBe(true)
  await expect(applyImport(lab.actors.hq, found.id, { withoutErrors: true })).rejects.toMatchObject({
    data: { reason: 'import-blocked' },
  })
})

test('what is no text is refused as it comes', async () => {
  const refusal = (reason: string) => ({ data: { reason } })
  await expect(upload(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8]))).rejects.toMatchObject(refusal('file-binary'))
  await expect(upload(Buffer.from('\uFEFFa;b', 'utf16le'))).rejects.toMatchObject(refusal('file-utf-16'))
  await expect(upload('')).rejects.toMatchObject(refusal('file-empty'))
  await expect(
    uploadFile(lab.actors.hq, { kind: 'CALL', name: 'c.csv', content: 'a' }),
  ).rejects.toMatchObject(refusal('import-source-needed'))
})

test('a file beyond the limit is refused before its end is read', async () => {
  const block = Buffer.alloc(8 * 1024 * 1024, 'a;b;c\n')
  let sent = 0
  async function* endless() {
    for (;;) {
      sent += block.length
      yield block
    }
  }
  await expect(
    uploadFile(lab.actors.hq, { kind: 'HCP', name: 'f.csv', content: endless() }),
  ).rejects.toMatchObject({
    data: { reason: 'file-too-large' },
  })
  expect(sent).toBeLessThanOrEqual(maxUploadBytes + block.length)
})

test('of many errors the first thousand are kept and all are counted', async () => {
  const lines = Array.from({ length: 1500 }, (_, index) => `E${index};;Médecin`)
  const { found, errors } = await check(lab.actors.hq, { kind: 'HCP' }, [
    'identifiant;nom;profession',
    ...lines,
  ])
  expect(errors).toHaveLength(1000)
  expect(errors[0]).toEqual({ line: 2, column: 'lastName', rule: 'required', value: '' })
  expect(found.counts).toMatchObject({ errors: 1500, errorLines: 1500 })
})

test('a worker that died is replaced by another, which does the whole work once', async () => {
  const { id } = await upload()
  await checkImport(lab.actors.hq, id)
  // As a killed worker leaves it: taken, and silent.
  await database.sql.query(
    `UPDATE import SET state = 'APPLYING', version = version + 1, created_at = created_at - interval '5 minutes',
       counts = counts || jsonb_build_object('beat', now()) WHERE id = $1`,
    [id],
  )
  await runImport(lab.actors.hq, id)
  expect(await getImport(lab.actors.hq, id)).toMatchObject({ state: 'APPLYING' })
  const due = async () => (await findDueWork()).filter((one) => one.id === id)
  expect(await due()).toEqual([])
  await database.sql.query(
    `UPDATE import SET counts = counts || jsonb_build_object('beat', now() - interval '1 minute') WHERE id = $1`,
    [id],
  )
  expect(await due()).toMatchObject([{ kind: 'import', memberId: lab.actors.hq.memberId }])
  await runImport(lab.actors.hq, id)
  await runImport(lab.actors.hq, id)
  expect(await getImport(lab.actors.hq, id)).toMatchObject({ state: 'APPLIED', counts: { new: 1 } })
})

test('asked through the queue, the work waits for the worker; a stale version is refused', async () => {
  const { id } = await upload()
  await startCheck(lab.actors.hq, { id })
  await runImport(lab.actors.hq, id)
  const checked = await getImport(lab.actors.hq, id)
  const wish = { id, version: checked.version, withoutErrors: false, commandId: crypto.randomUUID() }
  await expect(
    startApply(lab.actors.hq, { ...wish, version: 1, commandId: crypto.randomUUID() }),
  ).rejects.toMatchObject({
    code: 'CONFLICT',
  })
  const asked = await startApply(lab.actors.hq, wish)
  expect(asked.state).toBe('APPLYING')
  expect(await startApply(lab.actors.hq, wish)).toEqual(asked)
  await runImport(lab.actors.hq, id)
  expect(await getImport(lab.actors.hq, id)).toMatchObject({ state: 'APPLIED' })
})

test('head office and administrators import; managers, reps and read-only members do not', async () => {
  const { hq, admin, manager1, rep1, hqReadOnly } = lab.actors
  for (const actor of [hq, admin]) {
    serial += 1
    await expect(uploadFile(actor, { kind: 'HCP', name: 'f.csv', content: good() })).resolves.toHaveProperty(
      'id',
    )
  }
  for (const actor of [manager1, rep1, hqReadOnly])
    await expect(uploadFile(actor, { kind: 'HCP', name: 'f.csv', content: good() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  await expect(listImports(rep1, { limit: 10 })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(listImports(hqReadOnly, { limit: 10 })).resolves.toHaveProperty('items')
})

test('an import of another lab is not found, and not in the list', async () => {
  const { id } = await upload()
  const stranger = other.actors.hq
  const nothing = { code: 'NOT_FOUND' }
  await expect(getImport(stranger, id)).rejects.toMatchObject(nothing)
  await expect(listImportErrors(stranger, id)).rejects.toMatchObject(nothing)
  await expect(checkImport(stranger, id)).rejects.toMatchObject(nothing)
  await expect(applyImport(stranger, id)).rejects.toMatchObject(nothing)
  await expect(startCheck(stranger, { id })).rejects.toMatchObject(nothing)
  expect((await listImports(stranger, { limit: 50 })).items.map((one) => one.id)).not.toContain(id)
  const page = await listImports(lab.actors.hq, { limit: 2 })
  expect(page.items[0]?.id).toBe(id)
  const next = await listImports(lab.actors.hq, { limit: 2, cursor: page.nextCursor ?? undefined })
  expect(next.items.map((one) => one.id)).not.toContain(id)
})

test('identifiers of another lab are unknown here', async () => {
  const stranger = other.hcps[0]
  await database.sql.query(`UPDATE hcp_identifier SET value = 'BETA-1' WHERE lab_id = $1 AND hcp_id = $2`, [
    other.id,
    stranger?.id,
  ])
  const { rules } = await check(lab.actors.hq, { kind: 'OBSERVATION', source: 'PANEL' }, [
    'identifiant;critere;valeur;date_observation',
    `BETA-1;${lab.criteria.potential.code};1;2026-03-01`,
  ])
  expect(rules).toEqual(['2 identifier unknown-hcp'])
})
