/** Everything that the journey types or uploads: two sectors of Gironde, their real communes, sixty doctors. */

export const people = {
  admin: { name: 'Alice Roux', email: 'alice.roux@ardevan.example' },
  hq: { name: 'Hélène Marchand', email: 'helene.marchand@ardevan.example' },
  manager: { name: 'Marc Delmas', email: 'marc.delmas@ardevan.example' },
  rep: { name: 'Léa Fontaine', email: 'lea.fontaine@ardevan.example' },
  /** Holds the second sector and never signs in: the deadline decides for him. */
  silent: { name: 'Paul Garnier', email: 'paul.garnier@ardevan.example' },
} as const
export type Who = keyof typeof people

/** The days on which the journey lives, all of them working days. */
export const days = {
  opening: '2027-01-04',
  engagement: '2027-01-25',
  runStart: '2027-02-08',
  runEnd: '2027-04-30',
} as const

type Commune = readonly [insee: string, name: string, postalCode: string, hcps: number]
const sectors: readonly (readonly [code: string, name: string, communes: readonly Commune[]])[] = [
  [
    '33A',
    'Bordeaux',
    [
      ['33063', 'Bordeaux', '33000', 16],
      ['33281', 'Mérignac', '33700', 8],
      ['33318', 'Pessac', '33600', 7],
      ['33522', 'Talence', '33400', 5],
    ],
  ],
  [
    '33B',
    'Libourne',
    [
      ['33243', 'Libourne', '33500', 12],
      ['33138', 'Coutras', '33230', 4],
      ['33394', 'Saint-Émilion', '33330', 3],
      ['33227', 'Langon', '33210', 5],
    ],
  ],
]

const csv = (header: string, rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows.map((row) => row.join(';'))].join('\n')

export const territoryCsv = csv(
  'reseau;nom_reseau;region;nom_region;secteur;nom_secteur;code_insee',
  sectors.flatMap(([code, name, communes]) =>
    communes.map(([insee]) => ['VILLE', 'Médecine de ville', 'SO', 'Sud-Ouest', code, name, insee]),
  ),
)

const firstNames = ['Anne', 'Bruno', 'Chloé', 'Denis', 'Élise', 'Fabien', 'Gaëlle', 'Hugo', 'Inès', 'Jules']
const lastNames =
  'Abadie Barthe Castagnet Darrieux Etcheverry Fourcade Garrigue Haget Irigoyen Jaureguy Labat Mazères Nogaro Oyhenart Peyrou Queyroi Ribeyrol Sarrazin Tauzin Uhalde Vignau Arrieu Bastide Cazenave Dupouy Estrade Ferran Gaudin Hourcade Izaute Junca Lafitte Minvielle Naude Olhagaray Pouey Rispal Saubion Tastet Urruty Verdier Aubary Barrère Capdeville Doumerc Espagnet Faget Gramont Harispe Iturbide Jolis Lasserre Mauléon Novion Orthez Pradère Roumégoux Saldou Théas Villemur'.split(
    ' ',
  )
const specialties = ['Médecine générale', 'Médecine générale', 'Cardiologie', 'Endocrinologie']

type Hcp = { rpps: string; name: string; commune: Commune; patients: number; habit: string }

// Any fixed spread does, as long as all classes are met: multiples of a prime.
const spread = (index: number, step: number, size: number) => (index * step) % size
/** The options of the second criterion, with their points. */
export const habits = [
  ['Jamais', 0],
  ['À l’essai', 35],
  ['Régulière', 70],
  ['Première intention', 100],
] as const

export const hcps: readonly Hcp[] = sectors
  .flatMap(([, , communes]) => communes.flatMap((one) => Array.from({ length: one[3] }, () => one)))
  .map((commune, index) => ({
    rpps: String(10_100_000_000 + index * 7),
    name: `${firstNames[index % 10]} ${lastNames[index]}`,
    commune,
    patients: 5 + spread(index, 37, 96),
    habit: habits[(index + Math.floor(index / 4)) % 4]?.[0] ?? '',
  }))

const hcpRow = ({ rpps, name, commune: [insee, town, postalCode] }: Hcp, index: number) => {
  const [first, last] = name.split(' ')
  const specialty = specialties[index % 4] ?? ''
  const address = `${1 + index} rue de l’Exemple`
  return [
    rpps,
    'Dr',
    first ?? '',
    last ?? '',
    'Médecin',
    specialty,
    `Cabinet ${town} ${1 + index}`,
    address,
    postalCode,
    insee,
  ]
}
const hcpHeader =
  'rpps;civilite;prenom;nom;profession;specialite;etablissement;adresse;code_postal;code_insee'
export const hcpsCsv = csv(hcpHeader, hcps.map(hcpRow))
/** The seventh doctor lives in a commune that does not exist, the eleventh has no name. */
export const badHcpsCsv = csv(
  hcpHeader,
  hcps
    .map(hcpRow)
    .map((row, index) =>
      row.map((cell, column) =>
        index === 6 && column === 9 ? '33999' : index === 10 && column === 3 ? '' : cell,
      ),
    ),
)

/** Doctors of Bordeaux whom the file of answers leaves to the rep. */
const unknownToFile = new Set([3, 11, 19])

export const observationsCsv = csv(
  'rpps;critere;valeur;date_observation;source',
  hcps.flatMap(({ rpps, patients, habit }, index) =>
    unknownToFile.has(index)
      ? []
      : [
          [rpps, 'patients', patients, '2026-12-15', 'ICOMED'],
          [rpps, 'habitude', habit, '2026-12-15', 'ICOMED'],
        ],
  ),
)

const workedDays = ['2027-02-09', '2027-02-10', '2027-02-12', '2027-02-16', '2027-02-18', '2027-02-19']
const callHeader = 'identifiant_externe;rpps;date;canal;produits;resultat'
const callRow = (id: string, hcp: Hcp, day: string, outcome = 'réalisé') => [
  id,
  hcp.rpps,
  day,
  'VISITE',
  outcome === 'réalisé' ? 'CARDELAN|GLUCELYS' : '',
  outcome,
]
const inSector = (code: string) =>
  hcps.filter(({ commune }) =>
    sectors.some(([sector, , communes]) => sector === code && communes.includes(commune)),
  )

/** Two weeks of calls: every doctor of Libourne once, a handful in Bordeaux, where one refused. */
export const callsCsv = csv(callHeader, [
  ...inSector('33B').map((hcp, index) => callRow(`L-${index}`, hcp, workedDays[index % 6] ?? '')),
  ...inSector('33A')
    .slice(10, 16)
    .map((hcp, index) =>
      callRow(`B-${index}`, hcp, workedDays[index] ?? '', index === 5 ? 'refusé' : 'réalisé'),
    ),
])

/** The day after: two more calls. */
export const nextCallsCsv = csv(
  callHeader,
  inSector('33A')
    .slice(16, 18)
    .map((hcp, index) => callRow(`B-1${index}`, hcp, '2027-02-22')),
)
