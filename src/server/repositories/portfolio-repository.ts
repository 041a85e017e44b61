import type {
  ChannelDto,
  PortfolioDto,
  ProductDto,
  ReasonDto,
  SourceDto,
} from '#src/contracts/administration-portfolio.ts'
import type { ReasonUse, ChannelKind } from '#src/contracts/words.ts'
import type { Tx } from '../platform/transaction.ts'

/** Everything of the portfolio, retired things included, those in use first. */
export async function listPortfolio(tx: Tx, labId: string): Promise<PortfolioDto> {
  const products = await tx.product.findMany({
    where: { labId },
    select: { id: true, code: true, name: true, unitPriceCents: true, unitMarginCents: true, active: true },
    orderBy: [{ active: 'desc' }, { name: 'asc' }],
  })
  const channels = await tx.channel.findMany({
    where: { labId },
    select: { id: true, code: true, name: true, kind: true, needsConsent: true, active: true },
    orderBy: [{ active: 'desc' }, { createdAt: 'asc' }, { code: 'asc' }],
  })
  const reasons = await tx.reason.findMany({
    where: { labId },
    select: { id: true, code: true, labels: true, usedFor: true, active: true },
    orderBy: [{ active: 'desc' }, { createdAt: 'asc' }, { code: 'asc' }],
  })
  const sources = await tx.source.findMany({
    where: { labId },
    select: { id: true, code: true, label: true, kind: true },
    orderBy: [{ createdAt: 'asc' }, { code: 'asc' }],
  })
  return {
    products,
    sources: sources.map((row) => ({ ...row, kind: row.kind as SourceDto['kind'] })),
    channels: channels.map((row) => ({ ...row, kind: row.kind as ChannelKind })),
    reasons: reasons.map((row) => ({
      ...row,
      labels: row.labels as ReasonDto['labels'],
      usedFor: row.usedFor as ReasonUse[],
    })),
  }
}

export type PortfolioKind = 'product' | 'channel' | 'reason' | 'source'

type CodeQuery = { where: { labId: string; id: string } | { labId: string; code: string } }

/** One row of a kind, by id or by code. */
async function findRow(tx: Tx, kind: PortfolioKind, { where }: CodeQuery): Promise<{ code: string } | null> {
  const query = { where, select: { code: true } }
  switch (kind) {
    case 'product':
      return tx.product.findFirst(query)
    case 'channel':
      return tx.channel.findFirst(query)
    case 'reason':
      return tx.reason.findFirst(query)
    case 'source':
      return tx.source.findFirst(query)
  }
}

/** Code of a row that exists, or null. */
export async function findCode(
  tx: Tx,
  labId: string,
  kind: PortfolioKind,
  id: string,
): Promise<string | null> {
  return (await findRow(tx, kind, { where: { labId, id } }))?.code ?? null
}

export async function codeExists(tx: Tx, labId: string, kind: PortfolioKind, code: string): Promise<boolean> {
  return (await findRow(tx, kind, { where: { labId, code } })) !== null
}

export async function writeProduct(
  tx: Tx,
  labId: string,
  product: ProductDto,
  isNew: boolean,
): Promise<void> {
  const { id, code, ...data } = product
  if (isNew) await tx.product.create({ data: { labId, id, code, ...data } })
  else await tx.product.updateMany({ where: { labId, id }, data })
}

export async function writeChannel(
  tx: Tx,
  labId: string,
  channel: ChannelDto,
  isNew: boolean,
): Promise<void> {
  const { id, code, kind, ...data } = channel
  if (isNew) await tx.channel.create({ data: { labId, id, code, kind, ...data } })
  else await tx.channel.updateMany({ where: { labId, id }, data })
}

export async function writeReason(tx: Tx, labId: string, reason: ReasonDto, isNew: boolean): Promise<void> {
  const { id, code, ...data } = reason
  if (isNew) await tx.reason.create({ data: { labId, id, code, ...data } })
  else await tx.reason.updateMany({ where: { labId, id }, data })
}

/** The kind of a source is what its answers are worth: it never changes. */
export async function writeSource(tx: Tx, labId: string, source: SourceDto, isNew: boolean): Promise<void> {
  const { id, code, label, kind } = source
  if (isNew) await tx.source.create({ data: { labId, id, code, label, kind } })
  else await tx.source.updateMany({ where: { labId, id }, data: { label } })
}
