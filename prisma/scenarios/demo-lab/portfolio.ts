import type { Actor } from '#src/contracts/actor.ts'
import type { CycleSettings } from '#src/contracts/cycles.ts'
import { getPortfolio } from '#src/server/use-cases/administration/get-portfolio.ts'
import { saveProduct } from '#src/server/use-cases/administration/save-product.ts'
import { saveSource } from '#src/server/use-cases/administration/save-source.ts'

const products = [
  ['CARDELAN', 'Cardélan', 1890, 1240],
  ['GLUCELYS', 'Glucélys', 2450, 1630],
  ['NEFRIVO', 'Néfrivo', 3980, 2710],
] as const

// Weight, load (thousandths) and cost (cents) of a contact on each channel that the cycles use.
const channels = {
  VISITE: [1000, 1000, 9500],
  DISTANCE: [1000, 500, 4200],
  TELEPHONE: [500, 300, 1900],
  EMAIL: [200, 0, 30],
} as const
export const gridChannels = ['VISITE', 'DISTANCE', 'TELEPHONE', 'EMAIL'] as const

const sources = [
  ['ICOMED', 'Icomed'],
  ['PHONING', 'Phoning'],
] as const

/** Products and sources of the laboratory. */
export async function fillPortfolio(admin: Actor): Promise<void> {
  for (const [code, name, unitPriceCents, unitMarginCents] of products)
    await saveProduct(admin, {
      id: null,
      commandId: crypto.randomUUID(),
      code,
      name,
      unitPriceCents,
      unitMarginCents,
      active: true,
    })
  for (const [code, label] of sources)
    await saveSource(admin, { id: null, commandId: crypto.randomUUID(), code, label, kind: 'EXTERNAL' })
}

/** What every cycle of the demo has in common. */
export async function cycleParts(
  actor: Actor,
  networkId: string,
): Promise<Pick<CycleSettings, 'graceDays' | 'networkIds' | 'products' | 'channels'>> {
  const portfolio = await getPortfolio(actor)
  const used = portfolio.channels.flatMap(({ id, code }) => {
    const numbers = channels[code as keyof typeof channels]
    return numbers
      ? [{ channelId: id, weightMilli: numbers[0], loadMilli: numbers[1], unitCostCents: numbers[2] }]
      : []
  })
  return {
    graceDays: 15,
    networkIds: [networkId],
    products: portfolio.products.map(({ id }, index) => ({
      networkId,
      productId: id,
      rank: index + 1,
      objective: null,
    })),
    channels: used,
  }
}
