import type { Grid, GridColumn } from '#src/client/strategy/grid-model.ts'
import type { StrategyChannel } from '#src/contracts/strategy.ts'

export type ChannelColumns = { channel: StrategyChannel; products: string[]; hidden: number }

/** Columns under each channel: products that it shows, all of them in the first channel and where it was unfolded. */
export function channelColumns(
  grid: Grid,
  channels: readonly StrategyChannel[],
  products: readonly { code: string }[],
  unfolded: ReadonlySet<string>,
): ChannelColumns[] {
  return channels.map((channel, index) => {
    const used = new Set(
      grid.rows.flatMap((row) =>
        row.channel === channel.code ? row.presentations.map(({ product }) => product) : [],
      ),
    )
    const shown = products.flatMap(({ code }) =>
      index === 0 || unfolded.has(channel.code) || used.has(code) ? [code] : [],
    )
    return { channel, products: shown, hidden: products.length - shown.length }
  })
}

export const flatColumns = (columns: readonly ChannelColumns[]): GridColumn[] =>
  columns.flatMap(({ channel, products }) => [
    { channel: channel.code, product: null },
    ...products.map((product) => ({ channel: channel.code, product })),
  ])
