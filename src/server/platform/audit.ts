import { createHmac } from 'node:crypto'
import type { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx, Within } from './tx.ts'
import { clock } from './clock.ts'
import { env } from './env.ts'

/** What a command did: an action such as `plan.submit`, what it touched, and numbers, ids, codes. No personal text. */
export type AuditEntry = {
  action: string
  subject: { kind: string; id: string }
  change?: Prisma.InputJsonObject
}

/** The one writer of the audit trail; the row's number and hash chain are set by the database. */
export async function appendAudit(tx: Tx, scope: Within, entry: AuditEntry): Promise<void> {
  const change = JSON.stringify(entry.change ?? {})
  await tx.$executeRaw`
    INSERT INTO audit_entry (lab_id, at, member_id, action, subject, change)
    VALUES (${scope.labId}::uuid, ${clock.now()}, ${scope.memberId ?? null}::uuid, ${entry.action},
      ${JSON.stringify(entry.subject)}::jsonb, ${change}::jsonb)`
}

/** Personal text enters the trail as a salted digest, so that erasing the person breaks no hash. */
export const digest = (labId: string, text: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`${labId}:${text}`).digest('base64url')
