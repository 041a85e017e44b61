import { globSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { canariesIn, leaks } from '../../fixtures/canaries.ts'
import type { LabFixture } from '../../fixtures/small-lab.ts'
import {
  enterSmallLabs,
  leaveSmallLabs,
  people,
  principals,
  type Labs,
  type Person,
  type Principal,
} from './people.ts'

const variants = ['own', 'otherSector', 'otherLab', 'unknown', 'malformed'] as const
type Variant = (typeof variants)[number]

/** What a part of an address names, in a lab and in a sector of it. */
const parts: Record<string, (lab: LabFixture, sector: number) => string | undefined> = {
  cycleId: (lab) => lab.cycles.running.id,
  planId: (lab, sector) => lab.cycles.engagement.plans[sector]?.id,
  hcpId: (lab, sector) => lab.hcps.find((hcp) => hcp.sector === sector)?.id,
  importId: (lab) => labs.importIds.get(lab.id),
  token: () => 'a-token-that-nobody-was-ever-given',
}

/** Pages before a session. */
const open = ['/connexion', '/invitation/[token]']

const pages = globSync('app/**/page.tsx')
  .map(
    (file) =>
      file
        .replace(/^app/, '')
        .replace(/\/page\.tsx$/, '')
        .replaceAll(/\/\([^)]+\)/g, '') || '/',
  )
  .toSorted()

function address(page: string, variant: Variant, { alpha, beta }: Labs): string {
  return page.replaceAll(/\[(\w+)\]/g, (_, name: string) => {
    if (variant === 'malformed') return 'not-an-id'
    if (variant === 'unknown') return '01900009-0000-7000-8000-000000000001'
    const id = parts[name]?.(variant === 'otherLab' ? beta : alpha, variant === 'otherSector' ? 3 : 0)
    if (!id) throw new Error(`${page}: nothing is called ${name}`)
    return id
  })
}

let labs: Labs
let who: Record<Principal, Person>
let cells = 0

test.beforeAll(async ({ baseURL }) => {
  labs = await enterSmallLabs()
  who = await people(baseURL ?? '', labs)
})
test.afterAll(async () => {
  console.log(`pages: ${cells} cells of ${pages.length} pages`)
  await Promise.all(Object.values(who ?? {}).map(({ request }) => request.dispose()))
  await leaveSmallLabs(labs)
})

test('every part of an address is known', () => {
  const names = pages.flatMap((page) => [...page.matchAll(/\[(\w+)\]/g)].map(([, name]) => name ?? ''))
  expect(names.filter((name) => !(name in parts))).toEqual([])
  expect(pages.length).toBeGreaterThan(25)
})

async function look({ request, actor }: Person, path: string, rsc: boolean) {
  const answer = await request.get(rsc ? `${path}?_rsc` : path, {
    maxRedirects: 0,
    headers: rsc ? { rsc: '1' } : {},
  })
  cells += 1
  const body = await answer.text()
  const to = answer.headers()['location'] ?? ''
  return {
    status: answer.status(),
    to,
    shown: canariesIn(body).length,
    leaked: leaks(actor, body, [labs.alpha, labs.beta], false),
    // The router's payload tells a redirect in its body.
    isSentToSignIn: to.startsWith('/connexion') || body.includes('NEXT_REDIRECT;replace;/connexion'),
  }
}

/** Everything wrong with one page, for one person, over the five kinds of id. */
async function wrongWith(page: string, principal: Principal, rsc: boolean): Promise<string[]> {
  const person = who[principal]
  const wrong: string[] = []
  const foreign = new Set<number>()
  const isSigned = person.actor !== null
  for (const variant of page.includes('[') ? variants : (['own'] as const)) {
    const { status, to, shown, leaked, isSentToSignIn } = await look(
      person,
      address(page, variant, labs),
      rsc,
    )
    const say = (what: string) =>
      wrong.push(`${page} ${variant}${rsc ? ' rsc' : ''}: ${status} ${to} ${what}`)
    if (leaked.length > 0) say(`shows ${leaked.join(' ')}`)
    if (status >= 500) say('fails')
    if (!isSigned && !open.includes(page) && !isSentToSignIn) say('does not ask to sign in')
    if (variant === 'unknown' || variant === 'otherLab') foreign.add(status)
    const isOwn = variant === 'own' || variant === 'otherSector'
    if (principal === 'hq' && isOwn && page.includes('Id]') && (status !== 200 || shown === 0))
      say('keeps its owner out')
  }
  // The stranger's own lab is the other one.
  if (foreign.size > 1 && principal !== 'strangerAdmin')
    wrong.push(`${page}: tells another lab's from nothing`)
  return wrong
}

// One test: the small labs enter the database of the run once.
test('nobody sees a page of somebody else', async () => {
  test.setTimeout(1_200_000)
  for (const principal of principals)
    await test.step(principal, async () => {
      const wrong: string[] = []
      for (const page of pages)
        for (const rsc of [false, true]) wrong.push(...(await wrongWith(page, principal, rsc)))
      expect.soft(wrong, principal).toEqual([])
    })
})
