import type { Locale } from '#src/contracts/actor.ts'
import type { LineDecision } from '#src/engine/index.ts'

type Words = { header: string[]; decisions: Record<LineDecision, string>; file: string }

/** Words of the exported file, in the reader's language. */
export const exportWords: Record<Locale, Words> = {
  fr: {
    header: [
      'Nom',
      'Spécialité',
      'Code postal',
      'Commune',
      'Segment',
      'Canal',
      'Théorique',
      'Proposé',
      'Approuvé',
      'Motif',
      'Commentaire',
      'Décision',
      'Commentaire du directeur régional',
      'Identifiant Visée',
    ],
    decisions: {
      NONE: '',
      ALLOWED: 'Accepté',
      TO_DECIDE: 'À décider',
      ACCEPTED: 'Accepté par le directeur régional',
      REFUSED: 'Refusé',
    },
    file: 'pas',
  },
  en: {
    header: [
      'Name',
      'Specialty',
      'Postal code',
      'Commune',
      'Segment',
      'Channel',
      'Theoretical',
      'Proposed',
      'Approved',
      'Reason',
      'Comment',
      'Decision',
      'Comment of the regional manager',
      'Visée id',
    ],
    decisions: {
      NONE: '',
      ALLOWED: 'Accepted',
      TO_DECIDE: 'To decide',
      ACCEPTED: 'Accepted by the regional manager',
      REFUSED: 'Refused',
    },
    file: 'sector-plan',
  },
}
