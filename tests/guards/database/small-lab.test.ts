import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { seedSmallLab } from '../../fixtures/small-lab.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await seedSmallLab(database.sql)
})
afterAll(() => database.drop())

// Written by the follow-up, from what is there.
const empty = ['follow_snapshot']

test('the small labs have rows in every tenant table', async () => {
  const { rows } = await database.sql.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'lab_id'`,
  )
  const bare: string[] = []
  for (const { name } of rows) {
    const { rows: labs } = await database.sql.query(`SELECT DISTINCT lab_id FROM ${name}`)
    if (labs.length !== 2) bare.push(name)
  }
  expect(bare).toEqual(empty)
})
