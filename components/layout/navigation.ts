import type { Actor } from '#src/contracts/actor.ts'
import type { Action } from '#src/contracts/permissions.ts'
import type { CycleStep } from '#src/contracts/words.ts'
import { stepHref } from '#src/client/step-href.ts'
import { mayEver } from '#src/policy/can.ts'

export type NavKey =
  | 'home'
  | 'qualification'
  | 'qualify'
  | 'segmentation'
  | 'strategy'
  | 'targeting'
  | 'consolidation'
  | 'followUp'
  | 'alerts'
  | 'plan'
  | 'team'
  | 'calls'
  | 'directory'
  | 'imports'
  | 'administration'

/** Where an entry leads: a path, or a step of the cycle in hand. */
type Target = { path: string } | { step: CycleStep }
type Entry = { key: NavKey; action: Action; target: Target }

const at = (key: NavKey, action: Action, path: string): Entry => ({ key, action, target: { path } })
const inCycle = (key: NavKey, action: Action, step: CycleStep): Entry => ({ key, action, target: { step } })

const home = at('home', 'home.read', '/')
const followUp = inCycle('followUp', 'followUp.read', 'FOLLOW_UP')
const alerts = at('alerts', 'alerts.read', '/alertes')
const directory = at('directory', 'directory.read', '/annuaire')
const consolidation = inCycle('consolidation', 'plans.read', 'ENGAGEMENT')
const imports = at('imports', 'imports.read', '/imports')
const administration = at('administration', 'calendar.read', '/administration')

/** `phone`: the four entries of the bottom bar, the others are behind « Plus ». */
const rails: Record<Actor['role'], { main: Entry[]; second: Entry[]; phone: NavKey[] }> = {
  HQ: {
    main: [
      home,
      inCycle('qualification', 'qualification.read', 'QUALIFICATION'),
      inCycle('segmentation', 'configuration.read', 'SEGMENTATION'),
      inCycle('strategy', 'configuration.read', 'STRATEGY'),
      inCycle('targeting', 'targeting.read', 'TARGETING'),
      consolidation,
      followUp,
      alerts,
    ],
    second: [directory, imports, administration],
    phone: ['home', 'followUp', 'alerts', 'consolidation'],
  },
  REP: {
    main: [
      home,
      at('plan', 'plans.read', '/pas'),
      at('calls', 'calls.read', '/visites'),
      at('qualify', 'qualification.answer', '/qualifier'),
      followUp,
      alerts,
      directory,
    ],
    second: [],
    phone: ['home', 'plan', 'calls', 'followUp'],
  },
  MANAGER: {
    main: [home, followUp, alerts, at('team', 'plans.read', '/equipe'), directory, consolidation],
    second: [],
    phone: ['home', 'followUp', 'alerts', 'team'],
  },
  ADMIN: {
    main: [home],
    second: [directory, imports, administration],
    phone: ['home', 'directory', 'imports', 'administration'],
  },
}

export type NavEntry = { key: NavKey; href: string }
export type Navigation = { main: NavEntry[]; second: NavEntry[]; phone: NavEntry[]; more: NavEntry[] }

/** What this person may open, in the order of the rail. Without a cycle, the steps lead to the list of cycles. */
export function navigationFor(actor: Pick<Actor, 'role' | 'readOnly'>, cycleId: string | null): Navigation {
  const { main, second, phone } = rails[actor.role]
  const toEntry = ({ key, target }: Entry): NavEntry => ({
    key,
    href: 'path' in target ? target.path : cycleId ? stepHref(cycleId, target.step) : '/cycles',
  })
  const open = (entries: Entry[]) => entries.filter(({ action }) => mayEver(actor, action)).map(toEntry)
  const result = { main: open(main), second: open(second) }
  const every = [...result.main, ...result.second]
  return {
    ...result,
    phone: phone.flatMap((key) => every.find((entry) => entry.key === key) ?? []),
    more: every.filter(({ key }) => !phone.includes(key)),
  }
}

const cyclePath = /^\/cycles\/([^/]+)/

/** The cycle that an address speaks of. */
export const cycleOf = (pathname: string): string | null => cyclePath.exec(pathname)?.[1] ?? null

/** The same address in another cycle; outside a cycle, its follow-up. */
export const inOtherCycle = (pathname: string, cycleId: string): string =>
  cycleOf(pathname) ? pathname.replace(cyclePath, `/cycles/${cycleId}`) : stepHref(cycleId, 'FOLLOW_UP')

/** Screens as wide as a spreadsheet, on which the rail is folded until the person says otherwise. */
export const isDense = (pathname: string): boolean =>
  /^\/(cycles\/[^/]+\/(segmentation|strategie)|pas|equipe\/.+)/.test(pathname)

export function isCurrent(href: string, pathname: string): boolean {
  if (href === '/') return pathname === '/'
  return pathname === href || pathname.startsWith(`${href}/`)
}
