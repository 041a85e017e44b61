import type { Locale } from '#src/contracts/actor.ts'
import type { FollowState } from '#src/contracts/follow-up.ts'

type Words = {
  file: { sectors: string; hcps: string }
  sectors: readonly string[]
  hcps: { before: readonly string[]; goal: string; done: string; after: readonly string[] }
  states: Record<NonNullable<FollowState>, string>
  yes: string
}

/** Words of the files that leave: the interface's own messages do not come to the server. */
export const exportWords: Record<Locale, Words> = {
  fr: {
    file: { sectors: 'suivi-secteurs', hcps: 'suivi-ps' },
    sectors: [
      'Secteur',
      'Délégué',
      'Statut',
      'Objectif ajusté',
      'Réalisé ajusté',
      'Attendu',
      'Écart',
      'Réalisé ajusté %',
      'Réalisé brut %',
      'Rythme requis',
      'Rythme tenu',
      'Chance de tenir %',
      'PS engagés',
      'PS vus',
      'PS à la fréquence',
    ],
    hcps: {
      before: ['Secteur', 'Nom', 'Spécialité', 'Commune', 'Segment'],
      goal: 'objectif',
      done: 'réalisé',
      after: ['Reste à faire', 'Dernier contact', 'Fermé', 'Identifiant'],
    },
    states: {
      ON_PLAN: 'Conforme',
      AT_RISK: 'À risque',
      UNDER: 'En retard',
      OVER: 'En avance',
      NOT_STARTED: 'Non démarré',
      VACANT: 'Vacant',
    },
    yes: 'oui',
  },
  en: {
    file: { sectors: 'follow-up-sectors', hcps: 'follow-up-hcps' },
    sectors: [
      'Sector',
      'Rep',
      'Status',
      'Adjusted goal',
      'Adjusted earned',
      'Expected',
      'Gap',
      'Adjusted attainment %',
      'Raw attainment %',
      'Required pace',
      'Kept pace',
      'Chance of keeping %',
      'Committed HCPs',
      'HCPs seen',
      'HCPs at frequency',
    ],
    hcps: {
      before: ['Sector', 'Name', 'Specialty', 'Town', 'Segment'],
      goal: 'goal',
      done: 'done',
      after: ['Remaining', 'Last contact', 'Closed', 'Identifier'],
    },
    states: {
      ON_PLAN: 'On plan',
      AT_RISK: 'At risk',
      UNDER: 'Late',
      OVER: 'Ahead',
      NOT_STARTED: 'Not started',
      VACANT: 'Vacant',
    },
    yes: 'yes',
  },
}
