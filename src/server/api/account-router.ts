import { getAccount } from '../use-cases/account/get-account.ts'
import { readLink } from '../use-cases/account/read-link.ts'
import { setLocale } from '../use-cases/account/set-locale.ts'
import { signOutEverywhere } from '../use-cases/account/sign-out-everywhere.ts'
import { useLink } from '../use-cases/account/use-link.ts'
import { api, open } from './base.ts'

export const accountRouter = {
  get: api.account.get.handler(({ context }) => getAccount(context.actor)),
  setLocale: api.account.setLocale.handler(({ context, input }) => setLocale(context.actor, input.locale)),
  signOutEverywhere: api.account.signOutEverywhere.handler(({ context }) => signOutEverywhere(context.actor)),
  readLink: open.account.readLink.handler(({ input }) => readLink(input.token)),
  useLink: open.account.useLink.handler(({ context, input }) => useLink(input, context.address)),
}
