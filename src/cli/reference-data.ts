import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Holidays from 'date-holidays'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

type CommuneFile = {
  code: string
  nom: string
  departement?: string
  region?: string
  type: string
  codesPostaux?: string[]
}[]

// Paris, Lyon, Marseille: addresses name their arrondissements, which then own the postal codes.
const split = new Set(['75056', '69123', '13055'])

function geography(): { communes: string[][]; postalCodes: string[][] } {
  const require = createRequire(import.meta.url)
  const file = require('@etalab/decoupage-administratif/data/communes.json') as CommuneFile
  const regions = require('@etalab/decoupage-administratif/data/regions.json') as {
    code: string
    nom: string
  }[]
  const regionName = new Map(regions.map((region) => [region.code, region.nom]))
  const kept = file.filter(({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal')
  return {
    communes: kept.map((one) => [
      one.code,
      one.nom,
      one.departement ?? one.code.slice(0, 3),
      regionName.get(one.region ?? '') ?? '',
    ]),
    postalCodes: kept
      .filter(({ code }) => !split.has(code))
      .flatMap((one) => (one.codesPostaux ?? []).map((postalCode) => [postalCode, one.code])),
  }
}

/** Holiday zones and the state that the calendar library knows them by. */
const zones: Readonly<Record<string, string | undefined>> = {
  METROPOLE: undefined,
  ALSACE_MOSELLE: '67',
  GUADELOUPE: 'GP',
  MARTINIQUE: 'MQ',
  GUYANE: 'GF',
  LA_REUNION: 'RE',
  MAYOTTE: 'YT',
  SAINT_MARTIN: 'MF',
  SAINT_BARTHELEMY: 'BL',
}

function holidays(firstYear: number, lastYear: number): string[][] {
  return Object.entries(zones).flatMap(([zone, state]) => {
    const calendar = state ? new Holidays('FR', state) : new Holidays('FR')
    calendar.setLanguages(['fr'])
    const days = new Map<string, string>()
    for (let year = firstYear; year <= lastYear; year++)
      for (const { date, name, type } of calendar.getHolidays(year))
        if (type === 'public') days.set(date.slice(0, 10), name)
    return [...days].map(([day, name]) => [zone, day, name])
  })
}

const copyText = (rows: readonly string[][]): Readable =>
  Readable.from([
    rows.map((row) => row.map((cell) => cell.replaceAll(/[\t\n\\]/g, ' ')).join('\t')).join('\n') + '\n',
  ])

async function replace(
  client: pg.Client,
  table: string,
  columns: string,
  key: string,
  rows: string[][],
): Promise<void> {
  await client.query(`CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT ${columns} FROM ${table} LIMIT 0`)
  await pipeline(copyText(rows), client.query(copyFrom(`COPY incoming (${columns}) FROM STDIN`)))
  const others = columns.split(', ').filter((column) => !key.split(', ').includes(column))
  const was = others.map((column) => `${table}.${column}`).join(', ')
  const is = others.map((column) => `excluded.${column}`).join(', ')
  const update = others.length
    ? `DO UPDATE SET (${others.join(', ')}) = ROW (${is}) WHERE (${was}) IS DISTINCT FROM (${is})`
    : 'DO NOTHING'
  await client.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM incoming ON CONFLICT (${key}) ${update}`,
  )
  await client.query('DROP TABLE incoming')
}

/**
 * Communes, arrondissements, postal codes, and the public holidays of three years on each side of this one. A commune
 * that no longer exists stays: bricks may name it.
 */
export async function loadReferenceData(client: pg.Client): Promise<void> {
  const { communes, postalCodes } = geography()
  const year = new Date().getUTCFullYear()
  await client.query('BEGIN')
  await replace(client, 'commune', 'insee_code, name, department, region', 'insee_code', communes)
  await replace(client, 'postal_code', 'postal_code, insee_code', 'postal_code, insee_code', postalCodes)
  const days = holidays(Math.min(2024, year - 3), year + 3)
  await replace(client, 'public_holiday', 'zone, day, label', 'zone, day', days)
  await client.query('COMMIT')
}
