// What can be chosen from, apart from schemas: the browser takes these lists without the validation library.

export const hcpStatuses = ['ACTIVE', 'CEASED', 'MERGED', 'PSEUDONYMISED'] as const
export type HcpStatus = (typeof hcpStatuses)[number]

export const visitRules = ['OPEN', 'APPOINTMENT', 'NO_VISIT'] as const
export type VisitRule = (typeof visitRules)[number]

export const permissionKinds = ['OPPOSITION', 'CONSENT', 'WITHDRAWAL'] as const
export type PermissionKind = (typeof permissionKinds)[number]

export const channelKinds = ['VISIT', 'REMOTE', 'PHONE', 'EMAIL', 'SMS', 'EVENT'] as const
export type ChannelKind = (typeof channelKinds)[number]

export const callOutcomes = ['DONE', 'REFUSED', 'ABSENT', 'PLANNED', 'CANCELLED'] as const
export type CallOutcome = (typeof callOutcomes)[number]

export const cycleSteps = [
  'QUALIFICATION',
  'SEGMENTATION',
  'STRATEGY',
  'TARGETING',
  'ENGAGEMENT',
  'FOLLOW_UP',
] as const
export type CycleStep = (typeof cycleSteps)[number]

export const hcpFilters = ['all', 'late', 'unseen', 'seen', 'at-frequency', 'closed'] as const
export type FollowHcpFilter = (typeof hcpFilters)[number]

/** Where an hcp stands in the plans of a cycle: the version in force, or the one in work where none is sealed. */
export const planFilters = [
  'target',
  'committed',
  'added',
  'removed',
  'changed',
  'to-decide',
  'seen',
  'unseen',
] as const
export type PlanFilter = (typeof planFilters)[number]

export const reasonUses = ['ADD', 'REMOVE', 'CHANGE', 'REFUSE', 'REOPEN'] as const
export type ReasonUse = (typeof reasonUses)[number]

export const sourceKinds = ['FIELD', 'EXTERNAL', 'SALES'] as const

export const absenceKinds = ['LEAVE', 'SICKNESS', 'TRAINING', 'MEETING', 'OTHER'] as const

export const holidayZoneCodes = [
  'METROPOLE',
  'ALSACE_MOSELLE',
  'GUADELOUPE',
  'MARTINIQUE',
  'GUYANE',
  'LA_REUNION',
  'MAYOTTE',
] as const
export const timeZoneNames = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Reunion',
  'Indian/Mayotte',
] as const

export const repKinds = ['LEAD', 'MEMBER', 'SUBSTITUTE'] as const
export const managerKinds = ['MANAGER', 'DELEGATE'] as const

export const criterionKinds = ['NUMBER', 'INTEGER', 'PERCENT', 'CHOICE', 'SCALE', 'BOOLEAN', 'DATE'] as const
export const criterionLevels = ['HCP', 'HCP_PRODUCT', 'PRACTICE', 'BRICK'] as const
