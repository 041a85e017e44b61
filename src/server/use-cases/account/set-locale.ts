import type { Actor, Locale } from '#src/contracts/actor.ts'
import { command } from '../../platform/transaction.ts'
import { setMemberLocale } from '../../repositories/member-repository.ts'

/** The language of this person's screens. */
export const setLocale = (actor: Actor, locale: Locale) =>
  command(actor, async (tx) => {
    await setMemberLocale(tx, actor.labId, actor.memberId, locale)
    const subject = { kind: 'member', id: actor.memberId }
    return {
      value: { ok: true as const },
      audit: { action: 'account.set-locale', subject, change: { locale } },
    }
  })
