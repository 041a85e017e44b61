import type { Locale } from '#src/contracts/actor.ts'
import type { HcpStatus, VisitRule } from '#src/contracts/words.ts'

type Words = {
  header: string[]
  status: Record<HcpStatus, string>
  visitRule: Record<VisitRule, string>
  yes: string
  no: string
}

/** Words of the exported file, in the reader's language. */
export const exportWords: Record<Locale, Words> = {
  fr: {
    header: [
      'Titre',
      'Nom',
      'Prénom',
      'Profession',
      'Spécialité',
      'Code postal',
      'Commune',
      'Code du secteur',
      'Secteur',
      'Segment',
      'Statut',
      'Règle de visite',
      'Opposition',
      'Dernier contact',
      'Identifiant Visée',
    ],
    status: { ACTIVE: 'Actif', CEASED: 'A cessé', MERGED: 'Fusionné', PSEUDONYMISED: 'Effacé' },
    visitRule: { OPEN: 'Visite libre', APPOINTMENT: 'Sur rendez-vous', NO_VISIT: 'Aucune visite' },
    yes: 'oui',
    no: 'non',
  },
  en: {
    header: [
      'Title',
      'Last name',
      'First name',
      'Profession',
      'Specialty',
      'Postal code',
      'Commune',
      'Sector code',
      'Sector',
      'Segment',
      'Status',
      'Visit rule',
      'Opposition',
      'Last contact',
      'Visée id',
    ],
    status: { ACTIVE: 'Active', CEASED: 'Ceased', MERGED: 'Merged', PSEUDONYMISED: 'Erased' },
    visitRule: { OPEN: 'Open', APPOINTMENT: 'By appointment', NO_VISIT: 'No visit' },
    yes: 'yes',
    no: 'no',
  },
}
