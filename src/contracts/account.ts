import * as z from 'zod'
import { hqFunctions, roles } from './actor.ts'
import { idSchema, localeSchema, okSchema } from './common.ts'
import { procedure } from './procedure.ts'

export const accountSchema = z.object({
  memberId: idSchema,
  displayName: z.string(),
  email: z.string(),
  role: z.enum(roles),
  readOnly: z.boolean(),
  hqFunction: z.enum(hqFunctions).nullable(),
  locale: localeSchema,
  lab: z.object({ id: idSchema, name: z.string(), timeZone: z.string() }),
  sectorIds: z.array(idSchema),
  leadSectorIds: z.array(idSchema),
  regionIds: z.array(idSchema),
})
export type AccountDto = z.infer<typeof accountSchema>

/** The secret part of a one-time link, as it stands in its address. */
export const linkTokenSchema = z.string().min(20).max(200)

export const accountContract = {
  get: procedure('account.use')
    .route({ method: 'GET', path: '/account', summary: 'Who I am', tags: ['internal'] })
    .output(accountSchema),
  setLocale: procedure('account.use')
    .route({ method: 'PUT', path: '/account/locale', summary: 'Choose my language', tags: ['internal'] })
    .input(z.object({ locale: localeSchema }))
    .output(okSchema),
  signOutEverywhere: procedure('account.use')
    .route({
      method: 'POST',
      path: '/account/sign-out-everywhere',
      summary: 'End all my sessions',
      tags: ['internal'],
    })
    .output(okSchema),
  readLink: procedure('public')
    .route({
      method: 'GET',
      path: '/links/{token}',
      summary: 'What a one-time link is for',
      tags: ['internal'],
    })
    .input(z.object({ token: linkTokenSchema }))
    .output(
      z.object({
        purpose: z.enum(['INVITE', 'RESET']),
        email: z.string(),
        labName: z.string(),
        /** True when this e-mail already signs in elsewhere: the password asked is the one it has. */
        knownLogin: z.boolean(),
      }),
    ),
  useLink: procedure('public')
    .route({
      method: 'POST',
      path: '/links/{token}',
      summary: 'Choose a password with a one-time link',
      tags: ['internal'],
    })
    .input(z.object({ token: linkTokenSchema, password: z.string().min(12).max(200) }))
    .output(okSchema),
}
