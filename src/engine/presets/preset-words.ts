import type { LocalizedText } from '../configuration/codes.ts'

const text = (fr: string, en: string): LocalizedText => ({ fr, en })

/** Codes never change with the language: what they are called is the lab's from the first day. */
export const axisNames = {
  potential: text('Potentiel', 'Potential'),
  affinity: text('Affinité', 'Affinity'),
  turnover: text('Chiffre d’affaires', 'Turnover'),
  frequency: text('Fréquence d’achat', 'Purchase frequency'),
  accessibility: text('Accessibilité', 'Accessibility'),
  recency: text('Récence', 'Recency'),
  monetary: text('Montant', 'Monetary'),
} as const

export type NamedCode = { readonly code: string; readonly name: LocalizedText }

const same = (code: string): NamedCode => ({ code, name: text(code, code) })
export const letters = (count: number): NamedCode[] => 'ABCDEFGHIJ'.slice(0, count).split('').map(same)
/** Scores, the best first. */
export const scores = (count: number): NamedCode[] =>
  Array.from({ length: count }, (_, index) => same(String(count - index)))

export const strength: readonly NamedCode[] = [
  { code: '1', name: text('Forte', 'Strong') },
  { code: '2', name: text('Moyenne', 'Medium') },
  { code: '3', name: text('Faible', 'Weak') },
]
export const level: readonly NamedCode[] = [
  { code: 'H', name: text('Haut', 'High') },
  { code: 'M', name: text('Moyen', 'Medium') },
  { code: 'L', name: text('Bas', 'Low') },
]
export const halves: readonly NamedCode[] = [
  { code: 'hi', name: text('Haut', 'High') },
  { code: 'lo', name: text('Bas', 'Low') },
]
export const size: readonly NamedCode[] = [
  { code: 'G', name: text('Gros', 'Large') },
  { code: 'M', name: text('Moyens', 'Medium') },
  { code: 'P', name: text('Petits', 'Small') },
]
export const turnoverClasses: readonly NamedCode[] = [
  ...letters(3),
  { code: 'P', name: text('Prospects', 'Prospects') },
]

const numbered = (names: readonly LocalizedText[]): NamedCode[] =>
  names.map((name, index) => ({ code: `s${index + 1}`, name }))

export const potentialSegments = numbered([
  text('Piliers', 'Pillars'),
  text('À développer', 'To develop'),
  text('À conquérir', 'To win'),
  text('Fidèles', 'Loyal'),
  text('Prometteurs', 'Promising'),
  text('À réveiller', 'To revive'),
  text('Soutiens', 'Supporters'),
  text('Veille', 'Watch'),
  text('Hors cible', 'Off target'),
])
export const prioritySegments = numbered(
  Array.from({ length: 9 }, (_, index) => text(`Priorité ${index + 1}`, `Priority ${index + 1}`)),
)
export const crossedSegments: readonly NamedCode[] = [
  { code: 'fonds', name: text('Fonds de commerce', 'Core business') },
  { code: 'potentiel', name: text('Potentiel', 'Potential') },
  { code: 'gestion', name: text('Gestion économique', 'Low-cost management') },
]
export const sizeSegments: readonly NamedCode[] = [
  { code: 'gros', name: text('Gros', 'Large') },
  { code: 'moyens', name: text('Moyens', 'Medium') },
  { code: 'petits', name: text('Petits', 'Small') },
]
export const rfmSegments: readonly NamedCode[] = [
  { code: 'champions', name: text('Champions', 'Champions') },
  { code: 'fideles', name: text('Fidèles', 'Loyal') },
  { code: 'prometteurs', name: text('Prometteurs', 'Promising') },
  { code: 'nouveaux', name: text('Nouveaux', 'New') },
  { code: 'a-reveiller', name: text('À réveiller', 'To revive') },
  { code: 'a-ne-pas-perdre', name: text('À ne pas perdre', 'Not to lose') },
  { code: 'a-risque', name: text('À risque', 'At risk') },
  { code: 'en-sommeil', name: text('En sommeil', 'Dormant') },
  { code: 'perdus', name: text('Perdus', 'Lost') },
]
