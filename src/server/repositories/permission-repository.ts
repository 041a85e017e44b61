import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/tx.ts'

export type LastWord = {
  hcpId: string
  channelId: string | null
  kind: 'OPPOSITION' | 'CONSENT' | 'WITHDRAWAL'
}

/** Of every hcp of the lab, or of these alone. */
export type HcpChoice = readonly string[] | null

export const amongHcps = (column: Prisma.Sql, hcps: HcpChoice): Prisma.Sql =>
  hcps ? Prisma.sql`AND ${column} = ANY (${[...hcps]}::uuid[])` : Prisma.empty

/** The last word of each hcp on each channel, and on all of them (channel null), as of an instant. */
export const listLastWords = (tx: Tx, labId: string, at: Date, hcps: HcpChoice): Promise<LastWord[]> =>
  tx.$queryRaw<LastWord[]>`
    SELECT DISTINCT ON (k.hcp_id, k.channel_id) k.hcp_id AS "hcpId", k.channel_id AS "channelId", k.kind
    FROM contact_permission k
    WHERE k.lab_id = ${labId}::uuid AND k.effective_at <= ${at} ${amongHcps(Prisma.sql`k.hcp_id`, hcps)}
    ORDER BY k.hcp_id, k.channel_id, k.effective_at DESC, k.id DESC`
