import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '#src/cli/create-lab.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { actorOf } from '#src/server/platform/session/sessions.ts'
import { signInWithPassword } from '#src/server/platform/session/sign-in.ts'
import { readLink } from '#src/server/use-cases/account/read-link.ts'
import { useLink } from '#src/server/use-cases/account/use-link.ts'
import { getPortfolio } from '#src/server/use-cases/administration/get-portfolio.ts'
import { getHome } from '#src/server/use-cases/home/get-home.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
  setClock('2026-06-10T10:00:00Z')
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

describe('a new laboratory', () => {
  it('is entered by its invitation, and has what a first cycle needs to be described', async () => {
    const { labId, token } = await createLab(database.urls.visee_owner, {
      name: 'Laboratoire Helvane',
      slug: 'helvane',
      adminEmail: 'Admin@helvane.example',
      adminName: 'Hélène Castaing',
    })
    expect(await readLink(token)).toMatchObject({ purpose: 'INVITE', labName: 'Laboratoire Helvane' })
    await useLink({ token, password: 'une phrase assez longue' }, 'somewhere')
    await expect(readLink(token)).rejects.toMatchObject({ code: 'NOT_FOUND' })

    const key = await signInWithPassword('admin@helvane.example', 'une phrase assez longue', 'somewhere')
    const admin = key && (await actorOf(key))
    if (!admin) throw new Error('the administrator did not come in')
    expect(admin).toMatchObject({ labId, role: 'ADMIN' })
    const { channels, reasons, sources, products } = await getPortfolio(admin)
    expect(channels.map(({ kind }) => kind).toSorted()).toEqual([
      'EMAIL',
      'EVENT',
      'PHONE',
      'REMOTE',
      'VISIT',
    ])
    expect(new Set(reasons.flatMap(({ usedFor }) => usedFor))).toEqual(
      new Set(['ADD', 'REMOVE', 'CHANGE', 'REFUSE', 'REOPEN']),
    )
    expect(sources.map(({ kind }) => kind).toSorted()).toEqual(['EXTERNAL', 'FIELD'])
    expect(products).toEqual([])
    expect(await getHome(admin)).toMatchObject({
      tasks: [{ kind: 'first-members' }, { kind: 'first-territory' }],
      runningCycle: null,
    })
  })
})
