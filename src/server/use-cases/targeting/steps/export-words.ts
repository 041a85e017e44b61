import type { Locale } from '#src/contracts/actor.ts'
import type { TargetCause } from '#src/contracts/targeting.ts'

type Words = {
  header: { before: string[]; asked: string; proposed: string; cause: string; after: string[] }
  causes: Record<TargetCause, string>
  file: string
}

/** Words of the exported file, in the reader's language. */
export const exportWords: Record<Locale, Words> = {
  fr: {
    header: {
      before: ['Secteur', 'Nom', 'Spécialité', 'Commune', 'Segment', 'Axe'],
      asked: 'voulus',
      proposed: 'proposés',
      cause: 'Cause',
      after: ['Identifiant Visée'],
    },
    causes: {
      opposition: 'Opposition',
      noConsent: 'Consentement absent',
      exclusion: 'Exclusion',
      noVisit: 'Ne reçoit pas',
      yearlyCap: 'Plafond annuel',
      noAccess: 'Sans accès',
      capacity: 'Capacité',
    },
    file: 'ciblage',
  },
  en: {
    header: {
      before: ['Sector', 'Name', 'Specialty', 'Commune', 'Segment', 'Axis'],
      asked: 'wanted',
      proposed: 'proposed',
      cause: 'Cause',
      after: ['Visée id'],
    },
    causes: {
      opposition: 'Opposition',
      noConsent: 'No consent',
      exclusion: 'Exclusion',
      noVisit: 'Sees no rep',
      yearlyCap: 'Yearly cap',
      noAccess: 'No access',
      capacity: 'Capacity',
    },
    file: 'targeting',
  },
}
