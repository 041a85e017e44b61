import { isContractProcedure, type AnyContractProcedure } from '@orpc/contract'
import type * as z from 'zod'
import { actions } from '#src/contracts/permissions.ts'
import type { ProcedureMeta } from '#src/contracts/procedure.ts'
import { idPaths, type Path } from './sample.ts'
import type { Rows } from './subjects.ts'

export type Endpoint = {
  /** `plans.saveChanges`: where it stands in the contract. */
  name: string
  action: ProcedureMeta['action']
  input: z.core.$ZodType | undefined
  ids: Path[]
}

/** Every procedure of a contract, in its order. */
export function endpointsOf(contract: object, prefix = ''): Endpoint[] {
  return Object.entries(contract).flatMap(([key, value]: [string, object]) => {
    const name = prefix === '' ? key : `${prefix}.${key}`
    if (!isContractProcedure(value)) return endpointsOf(value, name)
    const { meta, inputSchema } = (value as AnyContractProcedure)['~orpc']
    const input = inputSchema as z.core.$ZodType | undefined
    return [{ name, action: (meta as ProcedureMeta).action, input, ids: idPaths(input) }]
  })
}

/** What is missing or too much in the registry of subjects, and endpoints that name no action of the policy. */
export function unregistered(endpoints: readonly Endpoint[], rows: Rows): string[] {
  const names = new Set(endpoints.map(({ name }) => name))
  const known = new Set<string>([...actions, 'public'])
  return [
    ...Object.keys(rows).flatMap((name) => (names.has(name) ? [] : [`${name}: no such endpoint`])),
    ...endpoints.flatMap(({ name, action, ids }) => {
      const row = rows[name]
      if (!row) return [`${name}: no row`]
      const kinds = row.ids ?? {}
      return [
        ...(known.has(action) ? [] : [`${name}: action ${action}`]),
        ...ids.flatMap((path) => (path in kinds ? [] : [`${name}: which kind of id is ${path}?`])),
        ...Object.keys(kinds).flatMap((path) => (ids.includes(path) ? [] : [`${name}: no id at ${path}`])),
      ]
    }),
  ]
}
