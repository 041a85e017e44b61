/** What a file may hold. One file, one kind. */
export const importKinds = ['TERRITORY', 'HCP', 'OBSERVATION', 'CALL'] as const
export type ImportKind = (typeof importKinds)[number]

/**
 * How a cell is read. `text` as it stands; `day` YYYY-MM-DD or DD/MM/YYYY; `yesNo`; `integer` ≥ 0; `choice` one of the
 * words of `choices`; `value` an answer: text, number, day or yes/no, whichever its criterion needs.
 */
export type CellType = 'text' | 'day' | 'yesNo' | 'integer' | 'choice' | 'value'

export type ImportColumn = {
  key: string
  /** Header in French files, then in English ones, then what else is understood. Case, accents and signs do not count. */
  headers: readonly [fr: string, en: string, ...others: string[]]
  type: CellType
  /** The file must have the column. */
  column?: true
  /** Each of its rows must have a value. */
  value?: true
  max?: number
  choices?: Readonly<Record<string, readonly string[]>>
  /** One value an example row, French. */
  examples: readonly string[]
}

const scheme: ImportColumn = {
  key: 'scheme',
  headers: ['type_identifiant', 'identifier_scheme', 'scheme', 'Type d’identifiant PP'],
  type: 'text',
  max: 20,
  examples: ['RPPS', 'RPPS', 'CRM'],
}
const identifier: ImportColumn = {
  key: 'identifier',
  headers: ['identifiant', 'identifier', 'rpps', 'Identifiant PP'],
  type: 'text',
  column: true,
  value: true,
  max: 60,
  examples: ['10001234567', '10001234567', 'C-4521'],
}
const network: ImportColumn = {
  key: 'network',
  headers: ['reseau', 'network'],
  type: 'text',
  max: 60,
  examples: ['VILLE', 'VILLE', 'VILLE'],
}
const sector: ImportColumn = {
  key: 'sector',
  headers: ['secteur', 'sector'],
  type: 'text',
  max: 60,
  examples: ['33A', '33A', '33B'],
}
const named = (key: string, fr: string, en: string, examples: readonly string[]): ImportColumn => ({
  key,
  headers: [fr, en],
  type: 'text',
  max: 120,
  examples,
})

const territory: readonly ImportColumn[] = [
  { ...network, column: true, value: true },
  named('networkName', 'nom_reseau', 'network_name', ['Médecine de ville', '', '']),
  {
    key: 'region',
    headers: ['region', 'region'],
    type: 'text',
    column: true,
    value: true,
    max: 60,
    examples: ['SO', 'SO', 'SO'],
  },
  named('regionName', 'nom_region', 'region_name', ['Sud-Ouest', '', '']),
  { ...sector, column: true, value: true },
  named('sectorName', 'nom_secteur', 'sector_name', ['Bordeaux', '', 'Libourne']),
  {
    key: 'inseeCode',
    headers: ['code_insee', 'insee_code', 'insee', 'commune'],
    type: 'text',
    column: true,
    max: 5,
    examples: ['33063', '33281', '33243'],
  },
]

const hcp: readonly ImportColumn[] = [
  scheme,
  identifier,
  {
    key: 'title',
    headers: ['civilite', 'title', 'Libellé civilité d’exercice'],
    type: 'text',
    max: 40,
    examples: ['Dr', 'Dr', 'Pr'],
  },
  {
    key: 'firstName',
    headers: ['prenom', 'first_name', 'Prénom d’exercice'],
    type: 'text',
    max: 120,
    examples: ['Camille', 'Camille', 'Alix'],
  },
  {
    key: 'lastName',
    headers: ['nom', 'last_name', 'Nom d’exercice'],
    type: 'text',
    column: true,
    value: true,
    max: 120,
    examples: ['Exemple', 'Exemple', 'Modèle'],
  },
  {
    key: 'profession',
    headers: ['profession', 'profession', 'Libellé profession'],
    type: 'text',
    column: true,
    value: true,
    max: 80,
    examples: ['Médecin', 'Médecin', 'Médecin'],
  },
  {
    key: 'specialty',
    headers: ['specialite', 'specialty', 'Libellé savoir-faire'],
    type: 'text',
    max: 120,
    examples: ['Médecine générale', 'Médecine générale', 'Neurologie'],
  },
  {
    key: 'practiceName',
    headers: ['etablissement', 'practice', 'practice_name', 'Raison sociale site'],
    type: 'text',
    max: 200,
    examples: ['Cabinet des Quais', 'Clinique du Parc', 'CHU'],
  },
  {
    key: 'practiceKind',
    headers: ['type_etablissement', 'practice_kind'],
    type: 'choice',
    choices: {
      OFFICE: ['cabinet', 'office', 'liberal'],
      HOSPITAL: ['hopital', 'hospital', 'clinique', 'clinic', 'etablissement'],
      PHARMACY: ['pharmacie', 'pharmacy', 'officine'],
    },
    examples: ['cabinet', 'hôpital', 'hôpital'],
  },
  {
    key: 'address',
    headers: ['adresse', 'address', 'Libellé Voie (coord. structure)'],
    type: 'text',
    max: 200,
    examples: ['1 quai de l’Exemple', '12 rue du Modèle', 'Place de l’Essai'],
  },
  {
    key: 'postalCode',
    headers: ['code_postal', 'postal_code', 'Code postal (coord. structure)'],
    type: 'text',
    max: 10,
    examples: ['33000', '33700', '33076'],
  },
  {
    key: 'inseeCode',
    headers: ['code_insee', 'insee_code', 'Code commune (coord. structure)'],
    type: 'text',
    max: 5,
    examples: ['33063', '33281', '33063'],
  },
  {
    key: 'phone',
    headers: ['telephone', 'phone', 'Téléphone (coord. structure)'],
    type: 'text',
    max: 30,
    examples: ['05 56 00 00 00', '', ''],
  },
  {
    key: 'finess',
    headers: ['finess', 'finess', 'Numéro FINESS site'],
    type: 'text',
    max: 14,
    examples: ['', '330000001', '330000002'],
  },
  { key: 'principal', headers: ['principal', 'principal'], type: 'yesNo', examples: ['oui', 'non', 'oui'] },
  { ...network, examples: ['', '', ''] },
  { ...sector, examples: ['', '', ''] },
  {
    key: 'status',
    headers: ['statut', 'status'],
    type: 'choice',
    choices: {
      ACTIVE: ['actif', 'active', 'en activite'],
      CEASED: ['cesse', 'ceased', 'inactif', 'retraite'],
    },
    examples: ['actif', 'actif', 'actif'],
  },
  {
    key: 'visitRule',
    headers: ['regle_visite', 'visit_rule'],
    type: 'choice',
    choices: {
      OPEN: ['libre', 'open'],
      APPOINTMENT: ['rendez vous', 'rdv', 'sur rendez vous', 'appointment'],
      NO_VISIT: ['aucune', 'pas de visite', 'no visit', 'none'],
    },
    examples: ['libre', 'libre', 'rendez-vous'],
  },
  {
    key: 'yearlyContactMax',
    headers: ['contacts_par_an_max', 'yearly_contact_max'],
    type: 'integer',
    examples: ['', '', '4'],
  },
  {
    key: 'opposition',
    headers: ['opposition', 'opposition'],
    type: 'yesNo',
    examples: ['non', 'non', 'oui'],
  },
  {
    key: 'consents',
    headers: ['consentements', 'consents'],
    type: 'text',
    max: 200,
    examples: ['email', 'email|sms', ''],
  },
]

const observation: readonly ImportColumn[] = [
  scheme,
  identifier,
  {
    key: 'criterion',
    headers: ['critere', 'criterion'],
    type: 'text',
    column: true,
    value: true,
    max: 60,
    examples: ['patients_mois', 'acces', 'patients_mois'],
  },
  {
    key: 'value',
    headers: ['valeur', 'value'],
    type: 'value',
    column: true,
    value: true,
    max: 2000,
    examples: ['45', 'facile', 'ne sait pas'],
  },
  {
    key: 'observedOn',
    headers: ['date_observation', 'observed_on', 'date'],
    type: 'day',
    column: true,
    value: true,
    examples: ['2026-03-01', '01/03/2026', '2026-03-01'],
  },
  { key: 'product', headers: ['produit', 'product'], type: 'text', max: 60, examples: ['', '', ''] },
  { key: 'source', headers: ['source', 'source'], type: 'text', max: 60, examples: ['', '', ''] },
]

const call: readonly ImportColumn[] = [
  {
    key: 'externalId',
    headers: ['identifiant_externe', 'external_id'],
    type: 'text',
    column: true,
    value: true,
    max: 100,
    examples: ['V-000123', 'V-000124', 'V-000125'],
  },
  scheme,
  identifier,
  {
    key: 'day',
    headers: ['date', 'day'],
    type: 'day',
    column: true,
    value: true,
    examples: ['2026-03-12', '12/03/2026', '2026-03-13'],
  },
  {
    key: 'channel',
    headers: ['canal', 'channel'],
    type: 'text',
    column: true,
    value: true,
    max: 60,
    examples: ['VISITE', 'VISITE', 'EMAIL'],
  },
  {
    key: 'products',
    headers: ['produits', 'products', 'produit', 'product'],
    type: 'text',
    max: 400,
    examples: ['P1|P2', 'P1', ''],
  },
  {
    key: 'outcome',
    headers: ['resultat', 'outcome', 'issue'],
    type: 'choice',
    choices: {
      DONE: ['realise', 'realisee', 'fait', 'faite', 'done'],
      REFUSED: ['refuse', 'refusee', 'refus', 'refused'],
      ABSENT: ['absent', 'absente'],
      PLANNED: ['prevu', 'prevue', 'planifie', 'planifiee', 'planned'],
      CANCELLED: ['annule', 'annulee', 'cancelled', 'canceled'],
    },
    examples: ['réalisé', 'absent', 'réalisé'],
  },
  {
    key: 'repEmail',
    headers: ['email_delegue', 'rep_email', 'delegue'],
    type: 'text',
    max: 200,
    examples: ['', '', ''],
  },
  { ...network, examples: ['', '', ''] },
  { ...sector, examples: ['', '', ''] },
]

export const importColumns: Readonly<Record<ImportKind, readonly ImportColumn[]>> = {
  TERRITORY: territory,
  HCP: hcp,
  OBSERVATION: observation,
  CALL: call,
}

/** The largest file that is taken, before it is compressed. */
export const maxUploadBytes = 256 * 1024 * 1024
/** Errors that are kept to be read; all of them are counted. */
export const keptErrors = 1000
