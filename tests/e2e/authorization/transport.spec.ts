import { expect, test, type APIRequestContext } from '@playwright/test'
import { isContractProcedure } from '@orpc/contract'
import { contract } from '../../../src/contracts/contract.ts'
import { signedIn } from './people.ts'

const hqEmail = 'siege@helvane.example'
let hq: APIRequestContext

test.beforeAll(async ({ baseURL }) => {
  const context = await signedIn(baseURL ?? '', hqEmail)
  if (!context) throw new Error(`${hqEmail} cannot sign in`)
  hq = context
})
test.afterAll(() => hq?.dispose())

const codeOf = async (answer: { json: () => Promise<unknown> }) =>
  ((await answer.json()) as { code?: string }).code

test('an API read needs a session, and a path that is nowhere is 404', async ({ request }) => {
  const anonymous = await request.get('/api/v1/plans')
  expect([anonymous.status(), await codeOf(anonymous)]).toEqual([401, 'UNAUTHORIZED'])
  expect((await hq.get('/api/v1/plans')).status()).toBe(200)
  expect((await hq.get('/api/v1/no-such-thing')).status()).toBe(404)
  expect((await hq.post('/api/v1/rpc/no/such/thing', { headers: { 'x-csrf-token': 'orpc' } })).status()).toBe(
    404,
  )
})

test('the interface’s transport refuses a write without its header', async () => {
  const setLocale = (headers: Record<string, string>) =>
    hq.post('/api/v1/rpc/account/setLocale', { data: { json: { locale: 'fr' } }, headers })
  expect((await setLocale({})).status()).toBe(403)
  expect((await setLocale({ 'x-csrf-token': 'orpc' })).status()).toBe(200)
})

test('a write that comes from another site is refused, whatever cookie it bears', async () => {
  const setLocale = (headers: Record<string, string>) =>
    hq.put('/api/v1/account/locale', { data: { locale: 'fr' }, headers })
  for (const headers of [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
  ]) {
    const answer = await setLocale(headers)
    expect([answer.status(), await codeOf(answer)], JSON.stringify(headers)).toEqual([403, 'CROSS_SITE'])
  }
  expect((await setLocale({ 'sec-fetch-site': 'same-origin' })).status()).toBe(200)
  const upload = await hq.post('/api/v1/uploads?kind=calls', {
    data: 'a',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(upload.status()).toBe(403)
})

test('errors have one shape: 400 with the fields, 404, 422 with the reason', async () => {
  const malformed = await hq.get('/api/v1/cycles/not-an-id')
  expect(malformed.status()).toBe(400)
  expect(await malformed.json()).toMatchObject({ code: 'BAD_REQUEST', data: { fields: [{ path: 'id' }] } })
  const unknown = await hq.get('/api/v1/cycles/01900009-0000-7000-8000-000000000001')
  expect([unknown.status(), await codeOf(unknown)]).toEqual([404, 'NOT_FOUND'])
  const { items } = (await (await hq.get('/api/v1/cycles')).json()) as {
    items: { id: string; state: string }[]
  }
  const running = items.find(({ state }) => state === 'RUNNING')?.id ?? ''
  const { version } = (await (await hq.get(`/api/v1/cycles/${running}`)).json()) as { version: number }
  const refused = await hq.post(`/api/v1/cycles/${running}/transition`, {
    data: { commandId: crypto.randomUUID(), version, to: 'DRAFT' },
  })
  expect(refused.status()).toBe(422)
  expect(await refused.json()).toMatchObject({
    defined: true,
    code: 'REFUSED',
    data: { reason: expect.any(String) },
  })
})

test('numbers of a query string are read as numbers, and a page leads to the next', async () => {
  const page = async (query: string) => {
    const answer = await hq.get(`/api/v1/hcps?${query}`)
    return (await answer.json()) as { items: { id: string }[]; nextCursor: string | null; code?: string }
  }
  const first = await page('limit=2')
  expect(first.items).toHaveLength(2)
  const second = await page(`limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`)
  expect(second.items).toHaveLength(2)
  expect(second.items).not.toContainEqual(first.items[0])
  expect((await page('limit=beaucoup')).code).toBe('BAD_REQUEST')
})

test('bodies that are not JSON keep the same walls', async ({ request }) => {
  const nothing = '01900009-0000-7000-8000-000000000001'
  for (const path of ['datasets', 'allocations']) {
    expect((await request.get(`/api/v1/${path}/${nothing}`)).status(), path).toBe(401)
    expect((await hq.get(`/api/v1/${path}/${nothing}`)).status(), path).toBe(404)
    expect((await hq.get(`/api/v1/${path}/not-an-id`)).status(), path).toBe(404)
  }
  expect((await request.post('/api/v1/uploads?kind=calls', { data: 'a' })).status()).toBe(401)
})

function operations(node: object): { tags: readonly string[]; at: string }[] {
  return Object.values(node).flatMap((value: object) => {
    if (!isContractProcedure(value)) return operations(value)
    const { method, path, tags } = value['~orpc'].route
    return [{ tags: tags ?? [], at: `${method?.toLowerCase()} ${path}` }]
  })
}

test('the document for integrators lists what is stable, and nothing else', async ({ request }) => {
  const answer = await request.get('/api/v1/openapi.json')
  expect(answer.status()).toBe(200)
  const { openapi, paths } = (await answer.json()) as { openapi: string; paths: Record<string, object> }
  expect(openapi).toMatch(/^3\.1/)
  const listed = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((name) => `${name} ${path}`),
  )
  const stable = operations(contract).filter(({ tags }) => tags.includes('stable'))
  expect(listed.toSorted()).toEqual(stable.map(({ at }) => at).toSorted())
  for (const { tags, at } of operations(contract)) expect(['stable', 'internal'], at).toContain(tags[0])
})

test('pages bear the security headers, and a nonce of their own on every script', async ({ request }) => {
  const nonces = new Set<string>()
  for (const path of ['/connexion', '/connexion', '/nulle-part']) {
    const answer = await request.get(path)
    const headers = answer.headers()
    const policy = headers['content-security-policy'] ?? ''
    const nonce = /script-src [^;]*'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce).not.toBe('')
    nonces.add(nonce)
    expect(/script-src [^;]*/.exec(policy)?.[0]).not.toContain('unsafe')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
    const scripts = [...(await answer.text()).matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag)
    expect(scripts.length).toBeGreaterThan(0)
    expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([])
  }
  expect(nonces.size).toBe(3)
})

test('the session cookie tells the browser nothing, and cannot be read by scripts', async () => {
  const { cookies } = await hq.storageState()
  const session = cookies.find(({ name }) => name.includes('session-token'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const told = (await (await hq.get('/api/auth/session')).json()) as object
  expect(Object.keys(told)).toEqual(['expires'])
})
