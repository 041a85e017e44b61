import type { Actor } from '#src/contracts/actor.ts'
import type { Action } from '#src/contracts/permissions.ts'
import { mayEver } from '#src/policy/can.ts'

const sections = {
  membres: 'members.read',
  territoire: 'territory.read',
  calendrier: 'calendar.read',
  portefeuille: 'portfolio.read',
  journal: 'audit.read',
} as const satisfies Record<string, Action>

export type AdministrationSection = keyof typeof sections
const names = Object.keys(sections) as AdministrationSection[]

/** Parts of administration that a role opens, in their order; those who work in the field have their own screens. */
export const administrationSections = (actor: Pick<Actor, 'role' | 'readOnly'>): AdministrationSection[] =>
  mayEver(actor, 'calendar.read') ? names.filter((name) => mayEver(actor, sections[name])) : []

/** For pages, which ask the policy through this side of the house. */
export const may = (actor: Pick<Actor, 'role' | 'readOnly'>, action: Action): boolean =>
  mayEver(actor, action)
