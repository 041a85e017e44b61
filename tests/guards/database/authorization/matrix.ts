import { createRouterClient } from '@orpc/server'
import type { Actor } from '#src/contracts/actor.ts'
import { router } from '#src/server/api/router.ts'
import { answerOf, type Answer } from './answer.ts'
import type { Endpoint } from './endpoints.ts'
import { expected, type Expectation } from './expected.ts'
import { sample, type Path } from './sample.ts'
import { subjects } from './subjects.ts'
import { find, principals, type Kind, type Principal, type Subject, type World } from './world.ts'

const variants = ['own', 'otherSector', 'otherLab', 'unknown', 'malformed'] as const
type Variant = (typeof variants)[number]
/** One call: who asks, and which id of the input is moved out of the way; the others are the first sector's. */
export type Cell = { principal: Principal; actor: Actor | null; path: Path | null; variant: Variant }

export type House = {
  home: World
  away: World
  actors: Record<Principal, Actor | null>
}

const malformed = 'not-an-id'
const unknownId = '01900009-0000-7000-8000-000000000001'

/** The five kinds of id, for each id of the input; an endpoint without ids is called once. */
export function cellsOf(endpoint: Endpoint, house: House): Cell[] {
  const targets: [Path | null, Variant][] =
    endpoint.ids.length === 0
      ? [[null, 'own']]
      : endpoint.ids.flatMap((path) => variants.map((variant): [Path, Variant] => [path, variant]))
  return principals.flatMap((principal) =>
    targets.map(([path, variant]) => ({ principal, actor: house.actors[principal], path, variant })),
  )
}

const marker = 'f0000000-0000-4000-8000-00000000000f'

function isOptional({ input }: Endpoint, path: Path): boolean {
  const example = input && sample(input, (one) => (one === path ? marker : undefined), [])
  return !JSON.stringify(example ?? null).includes(marker)
}

function subjectOf(kind: Kind, variant: Variant, { home, away }: House, labId: string | null) {
  if (variant === 'malformed') return { id: malformed, record: null }
  if (variant === 'unknown') return { id: unknownId, record: null }
  const world = variant === 'otherLab' ? away : home
  const record = find(kind, world, variant === 'otherSector' ? 'otherSector' : 'own')
  // For whoever is of the other lab, that lab's record is its own, and this lab's are foreign.
  return { id: record.id, record: labId === null || world.lab.id === labId ? record : null }
}

/** The input of a cell, what the policy wants for it, and whether its moved id names nothing that the actor reaches. */
export function plan(endpoint: Endpoint, { actor, path: moved, variant }: Cell, house: House) {
  const row = subjects[endpoint.name] ?? {}
  const values: Record<Path, unknown> = { ...row.input }
  const records: (Subject | null)[] = []
  let isForeign = false
  let isAlike = false
  for (const path of endpoint.ids) {
    if (path !== moved && isOptional(endpoint, path)) continue
    const idRow = row.ids?.[path]
    if (!idRow) throw new Error(`${endpoint.name}: ${path} has no kind`)
    const kind = typeof idRow === 'string' ? idRow : idRow.alike
    const { id, record } = subjectOf(kind, path === moved ? variant : 'own', house, actor?.labId ?? null)
    values[path] = id
    if (typeof idRow === 'string') records.push(record)
    const isOut = id !== malformed && expected(actor, endpoint.action, [record]) === 'NOT_FOUND'
    if (path === moved) isForeign = isOut
    if (typeof idRow !== 'string') isAlike ||= isOut
  }
  const input = endpoint.input && sample(endpoint.input, (path) => values[path], Object.keys(values))
  const isMalformed = moved !== null && variant === 'malformed'
  const byPolicy = expected(actor, endpoint.action, isMalformed ? 'malformed' : records)
  if (byPolicy !== 'admitted') return { input, isForeign, expectation: byPolicy }
  return { input, isForeign, expectation: row.closed ? 'NOT_FOUND' : isAlike ? 'alike' : byPolicy } as const
}

type Call = (input: unknown) => Promise<unknown>

/** The router in process, as the interface's two transports call it. */
export async function ask(endpoint: Endpoint, cell: Cell, input: unknown): Promise<Answer> {
  const client: unknown = createRouterClient(router, {
    context: { actor: cell.actor, locale: 'fr', address: '192.0.2.1' },
  })
  const call = endpoint.name
    .split('.')
    .reduce((at, key) => (at as Record<string, unknown>)[key], client) as Call
  return answerOf(call(input))
}

/** The same, once more with the version that a conflict told, as whoever reads it again would. */
export async function askAgain(endpoint: Endpoint, cell: Cell, input: unknown): Promise<Answer> {
  const answer = await ask(endpoint, cell, input)
  const told = answer.code === 'CONFLICT' ? /"currentVersion":(\d+)/.exec(answer.body)?.[1] : undefined
  if (!told || typeof input !== 'object') return answer
  const version = Number(told)
  return ask(endpoint, cell, { ...input, version, commandId: crypto.randomUUID() })
}

// What an admitted call may not be answered: walls, or an input that the contract does not take.
const walls = ['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST']

/** Null when the answer is the one that the policy's table wants. */
export function verdict(expectation: Expectation | 'alike', { code, status, body }: Answer): string | null {
  const admitted = expectation === 'admitted' ? !walls.includes(code) : code === expectation
  const isRight = status < 500 && (expectation === 'alike' || admitted)
  return isRight ? null : `${code} ${status} ${body.slice(0, 200)} instead of ${expectation}`
}
