import * as z from 'zod'
import { hqFunctions, roles } from './actor.ts'
import {
  commandIdSchema,
  daySchema,
  idInputSchema,
  idSchema,
  instantSchema,
  localeSchema,
  okSchema,
} from './common.ts'
import { procedure } from './procedure.ts'

export const memberStates = ['ACTIVE', 'INVITED', 'TO_COME', 'ENDED'] as const
export type MemberState = (typeof memberStates)[number]

export const memberSchema = z.object({
  id: idSchema,
  displayName: z.string(),
  email: z.string(),
  role: z.enum(roles),
  hqFunction: z.enum(hqFunctions).nullable(),
  readOnly: z.boolean(),
  locale: localeSchema,
  startsOn: daySchema,
  /** Last day; null while it is open. */
  endsOn: daySchema.nullable(),
  state: z.enum(memberStates),
  /** Until when the last link can be used, if it was not. */
  linkUntil: instantSchema.nullable(),
  lastSeenAt: instantSchema.nullable(),
  openSessions: z.int(),
  /** Sectors worked in and regions owned today. */
  places: z.array(z.object({ id: idSchema, name: z.string(), kind: z.string() })),
  version: z.int(),
})
export type MemberDto = z.infer<typeof memberSchema>

export const memberInputSchema = z.object({
  displayName: z.string().trim().min(1).max(100),
  role: z.enum(roles),
  /** Head office only: in whose name this person signs. */
  hqFunction: z.enum(hqFunctions).nullable(),
  readOnly: z.boolean(),
  locale: localeSchema,
  startsOn: daySchema,
  endsOn: daySchema.nullable(),
})
export type MemberInput = z.infer<typeof memberInputSchema>

export const emailSchema = z
  .email()
  .max(200)
  .transform((text) => text.toLowerCase())

/** A link is shown once: only its hash is kept, so these commands have no id that would keep their answer. */
export const linkSchema = z.object({ memberId: idSchema, path: z.string(), expires: instantSchema })
export type LinkDto = z.infer<typeof linkSchema>

const versioned = z.object({ id: idSchema, commandId: commandIdSchema, version: z.int() })
const versionSchema = z.object({ version: z.int() })

export const membersContract = {
  list: procedure('members.read')
    .route({ method: 'GET', path: '/members', summary: 'Members of the lab', tags: ['internal'] })
    .output(z.object({ today: daySchema, items: z.array(memberSchema) })),
  invite: procedure('members.write')
    .route({ method: 'POST', path: '/members', summary: 'Invite a member', tags: ['internal'] })
    .input(memberInputSchema.extend({ email: emailSchema }))
    .output(linkSchema),
  update: procedure('members.write')
    .route({ method: 'PUT', path: '/members/{id}', summary: 'Change a member', tags: ['internal'] })
    .input(versioned.extend({ member: memberInputSchema }))
    .output(versionSchema),
  disable: procedure('members.write')
    .route({
      method: 'POST',
      path: '/members/{id}/disable',
      summary: 'End a membership now',
      tags: ['internal'],
    })
    .input(versioned)
    .output(versionSchema),
  createLink: procedure('members.write')
    .route({
      method: 'POST',
      path: '/members/{id}/link',
      summary: 'A new one-time link: invitation, or new password',
      tags: ['internal'],
    })
    .input(idInputSchema)
    .output(linkSchema),
  revokeSessions: procedure('members.write')
    .route({
      method: 'POST',
      path: '/members/{id}/sign-out',
      summary: 'End all sessions of a member',
      tags: ['internal'],
    })
    .input(z.object({ id: idSchema, commandId: commandIdSchema }))
    .output(okSchema),
}
