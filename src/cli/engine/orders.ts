import { parseDay } from '../../lib/calendar.ts'
import { misused } from './command-error.ts'
import { CsvTable } from './csv-table.ts'
import { decimalsOf } from './numbers.ts'
import type { Options } from './options.ts'

export type Customer = {
  readonly id: string
  readonly recency: number
  readonly frequency: number
  readonly monetary: number
}

/**
 * Customers of a file of orders, by first appearance: days from the last order to the day asked, number of orders, sum
 * of amounts. Orders after that day are left out, and said.
 */
export function customersOfOrders(options: Options, id: string): Customer[] {
  const [date, amount] = [options.needed('date'), options.needed('amount')]
  const asOf = parseDay(options.needed('as-of'))
  if (asOf === null) throw misused(`--as-of is a day such as 2026-06-30, not ${options.text('as-of')}.`)
  const table = new CsvTable(options.file('data'))
  const [ids, days, texts, amounts] = [
    table.neededTexts(id),
    table.neededTexts(date),
    table.neededTexts(amount),
    table.numbers(amount),
  ]
  const all = Array.from({ length: table.rows }, (_, row) => row)
  const decimals = all.reduce((most, row) => Math.max(most, decimalsOf(texts(row).trim())), 0)
  // Amounts are added as whole numbers of their last decimal, so that no order of rows moves a sum.
  const unit = decimals <= 6 ? 10 ** decimals : 1
  const customers = new Map<string, { last: number; orders: number; units: number }>()
  let later = 0
  for (const row of all) {
    const day = parseDay(days(row).trim())
    if (day === null) throw table.wrong(row, date, `"${days(row)}" is not a day such as 2026-06-30`)
    const units = Math.round(amounts(row) * unit * 1e3) / 1e3
    if (day > asOf) {
      later += 1
      continue
    }
    const one = customers.get(ids(row))
    customers.set(ids(row), {
      last: Math.max(one?.last ?? day, day),
      orders: (one?.orders ?? 0) + 1,
      units: (one?.units ?? 0) + (unit === 1 ? amounts(row) : Math.round(units)),
    })
  }
  if (later > 0) console.error(`${later} orders after ${options.text('as-of')} are left out.`)
  return [...customers].map(([own, { last, orders, units }]) => ({
    id: own,
    recency: asOf - last,
    frequency: orders,
    monetary: units / unit,
  }))
}
