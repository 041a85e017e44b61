import type { CriterionDto } from '#src/contracts/qualification.ts'

type Words = readonly [fr: string, en: string]

const text = ([fr, en]: Words) => ({ fr, en })

const criterion = (
  code: string,
  kind: CriterionDto['kind'],
  label: Words,
  help: Words,
  sources: readonly string[],
  more: Partial<CriterionDto> = {},
): CriterionDto => ({
  code,
  kind,
  level: 'HCP',
  unit: null,
  labels: text(label),
  help: text(help),
  required: true,
  minimum: null,
  maximum: null,
  options: [],
  validityMonths: 24,
  sources: [...sources],
  ...more,
})

const option = (code: string, label: Words, points: number) => ({ code, labels: text(label), points })

/** What the running cycle asks, in the order of the form. */
export const demoCriteria: readonly CriterionDto[] = [
  criterion(
    'patients',
    'NUMBER',
    ['Patients éligibles par mois', 'Eligible patients a month'],
    [
      'Patients vus en un mois qui pourraient recevoir le traitement.',
      'Patients seen in a month who could be treated.',
    ],
    ['FIELD', 'ICOMED'],
    { minimum: 0, maximum: 120, unit: 'patients' },
  ),
  criterion(
    'activite',
    'PERCENT',
    ['Activité Icomed', 'Icomed activity'],
    ['Indice d’activité du cabinet, de 0 à 100.', 'Activity index of the practice, 0 to 100.'],
    ['ICOMED'],
    { minimum: 0, maximum: 100 },
  ),
  criterion(
    'intention',
    'SCALE',
    ['Intention de prescrire', 'Intention to prescribe'],
    ['De 0, jamais, à 10, dès le prochain patient.', 'From 0, never, to 10, with the next patient.'],
    ['FIELD', 'PHONING'],
    { minimum: 0, maximum: 10 },
  ),
  criterion(
    'fidelite',
    'CHOICE',
    ['Habitude de prescription', 'Prescribing habit'],
    ['Ce que fait le médecin aujourd’hui.', 'What the doctor does today.'],
    ['FIELD', 'PHONING'],
    {
      options: [
        option('jamais', ['Jamais', 'Never'], 0),
        option('essai', ['À l’essai', 'Trying'], 35),
        option('reguliere', ['Régulière', 'Regular'], 70),
        option('premiere', ['Première intention', 'First choice'], 100),
      ],
    },
  ),
  criterion(
    'leader',
    'BOOLEAN',
    ['Leader d’opinion', 'Opinion leader'],
    ['Intervient en congrès ou en formation locale.', 'Speaks at congresses or local training.'],
    ['FIELD', 'PHONING'],
    { required: false },
  ),
  criterion(
    'formation',
    'DATE',
    ['Dernière réunion scientifique', 'Last scientific meeting'],
    ['La dernière que vous savez.', 'The last one you know of.'],
    ['FIELD'],
    { required: false, validityMonths: null },
  ),
]
