import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { HolidayZone } from '#src/server/platform/holidays.ts'

export type DemoCommune = { insee: string; name: string; postalCode: string; population: number }
export type DemoSector = {
  code: string
  name: string
  holidayZone: HolidayZone
  communes: readonly DemoCommune[]
}
export type DemoRegion = { code: string; name: string; sectors: readonly DemoSector[] }

export const network = { code: 'VILLE', name: 'Réseau Ville' }

// Places are departments, or single communes (the arrondissements of Paris).
type Row = readonly [code: string, name: string, places: string, zone?: HolidayZone]

const parisEast = '75101 75102 75103 75104 75110 75111 75112 75118 75119 75120'
const parisWest = '75105 75106 75107 75108 75109 75113 75114 75115 75116 75117'

const rows: readonly (readonly [code: string, name: string, sectors: readonly Row[]])[] = [
  [
    'IDFN',
    'Île-de-France et Nord',
    [
      ['N01', 'Paris Centre – Est', parisEast],
      ['N02', 'Paris Ouest – Sud', parisWest],
      ['N03', 'Boulogne – Nanterre', '92'],
      ['N04', 'Bobigny – Montreuil', '93'],
      ['N05', 'Créteil – Vitry', '94'],
      ['N06', 'Versailles – Évry', '78 91'],
      ['N07', 'Cergy – Beauvais', '95 60'],
      ['N08', 'Melun – Troyes', '77 10'],
      ['N09', 'Lille – Roubaix', '59'],
      ['N10', 'Arras – Amiens', '62 80 02'],
    ],
  ],
  [
    'OUEST',
    'Grand Ouest',
    [
      ['O01', 'Rouen – Évreux', '76 27'],
      ['O02', 'Caen – Saint-Lô', '14 50'],
      ['O03', 'Le Mans – Alençon', '72 61'],
      ['O04', 'Rennes – Laval', '35 53'],
      ['O05', 'Saint-Brieuc – Lannion', '22'],
      ['O06', 'Brest – Quimper', '29'],
      ['O07', 'Vannes – Lorient', '56'],
      ['O08', 'Nantes – Saint-Nazaire', '44'],
      ['O09', 'Angers – Cholet', '49'],
      ['O10', 'Tours – Orléans', '37 41 45 28 18 36'],
    ],
  ],
  [
    'SO',
    'Sud-Ouest',
    [
      ['S01', 'La Rochelle – Saintes', '17'],
      ['S02', 'Poitiers – Niort', '86 79 85'],
      ['S03', 'Limoges – Brive', '87 19 23'],
      ['S04', 'Angoulême – Périgueux', '16 24'],
      ['S05', 'Bordeaux – Arcachon', '33'],
      ['S06', 'Mont-de-Marsan – Agen', '40 47 32'],
      ['S07', 'Pau – Bayonne', '64 65'],
      ['S08', 'Toulouse – Muret', '31'],
      ['S09', 'Albi – Rodez', '81 12 46 82'],
      ['S10', 'Perpignan – Carcassonne', '11 66 09'],
    ],
  ],
  [
    'EM',
    'Est et Méditerranée',
    [
      ['E01', 'Strasbourg – Colmar', '67 68', 'ALSACE_MOSELLE'],
      ['E02', 'Metz – Thionville', '57', 'ALSACE_MOSELLE'],
      ['E03', 'Nancy – Reims', '54 55 51 88 52 08'],
      ['E04', 'Dijon – Besançon', '21 25 39 70 71 58 89 90'],
      ['E05', 'Lyon – Villeurbanne', '69'],
      ['E06', 'Clermont – Saint-Étienne', '42 63 43 03 15'],
      ['E07', 'Grenoble – Annecy', '38 73 74 01'],
      ['E08', 'Montpellier – Nîmes', '34 30 48 07 26'],
      ['E09', 'Marseille – Aix', '13 84 04 05'],
      ['E10', 'Nice – Toulon', '06 83 2A 2B'],
    ],
  ],
]

type Official = {
  code: string
  nom: string
  type: string
  departement?: string
  population?: number
  codesPostaux?: string[]
}

// Where people are: smaller communes have too few doctors to matter here.
const smallest = 1500
const divided = new Set(['75056', '69123', '13055'])

function officialCommunes(): Map<string, DemoCommune[]> {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  const all = JSON.parse(readFileSync(file, 'utf8')) as Official[]
  const byPlace = new Map<string, DemoCommune[]>()
  for (const one of all) {
    const [postalCode] = one.codesPostaux ?? []
    const current = one.type === 'commune-actuelle' || one.type === 'arrondissement-municipal'
    if (!current || !postalCode || divided.has(one.code)) continue
    const population = one.population ?? 0
    if (population < smallest) continue
    const commune = { insee: one.code, name: one.nom, postalCode, population }
    const department = one.departement ?? one.code.slice(0, 2)
    for (const place of [department, one.code]) byPlace.set(place, [...(byPlace.get(place) ?? []), commune])
  }
  return byPlace
}

/** Four regions, forty sectors, their real communes by ascending INSEE code. */
export function demoRegions(): DemoRegion[] {
  const communes = officialCommunes()
  const inPlaces = (places: string) =>
    places
      .split(' ')
      .flatMap((place) => communes.get(place) ?? [])
      .toSorted((a, b) => (a.insee < b.insee ? -1 : 1))
  return rows.map(([code, name, sectors]) => ({
    code,
    name,
    sectors: sectors.map(([sectorCode, sectorName, places, holidayZone = 'METROPOLE']) => ({
      code: sectorCode,
      name: sectorName,
      holidayZone,
      communes: inPlaces(places),
    })),
  }))
}

/** The file that head office would import: one line a commune. */
export function territoryCsv(regions: readonly DemoRegion[]): string {
  const lines = ['reseau;nom_reseau;region;nom_region;secteur;nom_secteur;code_insee']
  for (const region of regions)
    for (const sector of region.sectors)
      for (const { insee } of sector.communes)
        lines.push(
          [network.code, network.name, region.code, region.name, sector.code, sector.name, insee].join(';'),
        )
  return `${lines.join('\n')}\n`
}
