import type { Tx } from '../platform/tx.ts'

export type LastWord = {
  hcpId: string
  channelId: string | null
  kind: 'OPPOSITION' | 'CONSENT' | 'WITHDRAWAL'
}

/** The last word of each hcp on each channel, and on all of them (channel null), as of an instant. */
export const listLastWords = (tx: Tx, labId: string, at: Date): Promise<LastWord[]> => tx.$queryRaw<
  LastWord[]
>`
  SELECT DISTINCT ON (k.hcp_id, k.channel_id) k.hcp_id AS "hcpId", k.channel_id AS "channelId", k.kind
  FROM contact_permission k WHERE k.lab_id = ${labId}::uuid AND k.effective_at <= ${at}
  ORDER BY k.hcp_id, k.channel_id, k.effective_at DESC, k.id DESC`
