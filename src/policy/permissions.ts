import type { Role } from '#src/contracts/actor.ts'
import type { Action } from '#src/contracts/permissions.ts'

/** How far a role reaches: the whole lab, the sectors it owns or works in, the sectors it leads, or its own account. */
export type Reach = 'lab' | 'sectors' | 'lead' | 'self'

type Row = { writes: boolean; reach: Partial<Record<Role, Reach>> }

const read = (reach: Row['reach']): Row => ({ writes: false, reach })
const write = (reach: Row['reach']): Row => ({ writes: true, reach })

const everyone: Row['reach'] = { ADMIN: 'lab', HQ: 'lab', MANAGER: 'sectors', REP: 'sectors' }

/** The one permission table. A role that a row does not name may not. Read-only members never do what `writes`. */
export const permissions: Record<Action, Row> = {
  'account.use': read({ ADMIN: 'self', HQ: 'self', MANAGER: 'self', REP: 'self' }),
  'home.read': read(everyone),
  'members.read': read({ ADMIN: 'lab' }),
  'members.write': write({ ADMIN: 'lab' }),
  'territory.read': read(everyone),
  'territory.write': write({ ADMIN: 'lab' }),
  'portfolio.read': read({ ADMIN: 'lab', HQ: 'lab', MANAGER: 'lab', REP: 'lab' }),
  'portfolio.write': write({ ADMIN: 'lab', HQ: 'lab' }),
  'calendar.read': read({ ADMIN: 'lab', HQ: 'lab' }),
  'calendar.write': write({ ADMIN: 'lab' }),
  'closedDays.write': write({ ADMIN: 'lab', HQ: 'lab' }),
  'absences.write': write({ ADMIN: 'lab', MANAGER: 'sectors', REP: 'self' }),
  'directory.read': read(everyone),
  'directory.write': write({ ADMIN: 'lab', HQ: 'lab' }),
  'directory.permit': write({ HQ: 'lab', REP: 'sectors' }),
  'imports.read': read({ ADMIN: 'lab', HQ: 'lab' }),
  'imports.write': write({ ADMIN: 'lab', HQ: 'lab' }),
  'cycles.read': read({ ADMIN: 'lab', HQ: 'lab', MANAGER: 'lab', REP: 'lab' }),
  'cycles.write': write({ HQ: 'lab' }),
  'criteria.read': read({ ADMIN: 'lab', HQ: 'lab', MANAGER: 'lab', REP: 'lab' }),
  'criteria.write': write({ HQ: 'lab' }),
  'qualification.read': read({ HQ: 'lab', MANAGER: 'sectors', REP: 'sectors' }),
  'qualification.answer': write({ HQ: 'lab', REP: 'sectors' }),
  'configuration.read': read({ HQ: 'lab' }),
  'configuration.write': write({ HQ: 'lab' }),
  'runs.read': read({ ADMIN: 'lab', HQ: 'lab' }),
  'runs.start': write({ HQ: 'lab' }),
  'targeting.read': read({ HQ: 'lab', MANAGER: 'sectors', REP: 'sectors' }),
  'targeting.publish': write({ HQ: 'lab' }),
  'plans.read': read({ HQ: 'lab', MANAGER: 'sectors', REP: 'sectors' }),
  'plans.edit': write({ REP: 'sectors' }),
  'plans.submit': write({ REP: 'lead' }),
  'plans.decide': write({ MANAGER: 'sectors' }),
  'calls.read': read({ HQ: 'lab', MANAGER: 'sectors', REP: 'sectors' }),
  'calls.write': write({ REP: 'sectors' }),
  'followUp.read': read({ HQ: 'lab', MANAGER: 'sectors', REP: 'sectors' }),
  'followUp.settle': write({ HQ: 'lab' }),
  'alerts.read': read({ HQ: 'lab', MANAGER: 'sectors', REP: 'sectors' }),
  'alerts.acknowledge': write({ MANAGER: 'sectors', REP: 'sectors' }),
  'audit.read': read({ ADMIN: 'lab' }),
}
