import { notFound } from '#src/lib/app-error.ts'
import { clock } from '../../../platform/clock.ts'
import { secretMatches, type LinkToken } from '../../../platform/session/one-time-links.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findLink, type LinkRow } from '../../../repositories/link-repository.ts'

/** The link behind a token if it can still be used; else the one answer NOT_FOUND, whatever the cause. */
export async function usableLink(tx: Tx, key: LinkToken): Promise<LinkRow> {
  const link = await findLink(tx, key.labId, key.linkId)
  if (!link || link.usedAt || link.expires <= clock.now()) throw notFound()
  if (!secretMatches(key.secret, link.tokenHash)) throw notFound()
  return link
}
