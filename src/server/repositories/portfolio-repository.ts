import type {
  ChannelDto,
  PortfolioDto,
  ProductDto,
  ReasonDto,
  ReasonUse,
} from '#src/contracts/administration-portfolio.ts'
import type { ChannelKind } from '#src/contracts/directory-words.ts'
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
  return {
    products,
    channels: channels.map((row) => ({ ...row, kind: row.kind as ChannelKind })),
    reasons: reasons.map((row) => ({
      ...row,
      labels: row.labels as ReasonDto['labels'],
      usedFor: row.usedFor as ReasonUse[],
    })),
  }
}

type Kind = 'product' | 'channel' | 'reason'

/** Code of a row that exists, or null. */
export async function findCode(tx: Tx, labId: string, kind: Kind, id: string): Promise<string | null> {
  const query = { where: { labId_id: { labId, id } }, select: { code: true } }
  const row =
    kind === 'product'
      ? await tx.product.findUnique(query)
      : kind === 'channel'
        ? await tx.channel.findUnique(query)
        : await tx.reason.findUnique(query)
  return row?.code ?? null
}

export async function codeExists(tx: Tx, labId: string, kind: Kind, code: string): Promise<boolean> {
  const where = { labId, code }
  const count =
    kind === 'product'
      ? await tx.product.count({ where })
      : kind === 'channel'
        ? await tx.channel.count({ where })
        : await tx.reason.count({ where })
  return count > 0
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
