import { oc } from '@orpc/contract'
import { errorMap } from './errors.ts'
import type { Action } from './permissions.ts'

/** Who may call: an action of the policy, or `public` for the few procedures that come before a session. */
export type ProcedureMeta = { action: Action | 'public' | 'unset' }

const base = oc.$meta<ProcedureMeta>({ action: 'unset' }).errors(errorMap)

/** Every procedure begins here: it cannot exist without naming its action. */
export const procedure = (action: Action | 'public') => base.meta({ action })
