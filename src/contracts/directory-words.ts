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
