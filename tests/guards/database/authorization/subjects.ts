import { smallConfiguration } from '../../../fixtures/small-lab/configuration.ts'
import { password } from '../../../fixtures/small-lab.ts'
import type { Path } from './sample.ts'
import type { Kind } from './world.ts'

/**
 * What an id of an input names. What is out of reach is NOT_FOUND; with `alike` it is answered as an unknown one is,
 * whatever that is: a filter that narrows to nothing, an item that the record refuses.
 */
export type IdRow = Kind | { alike: Kind }
export type Row = {
  ids?: Record<Path, IdRow>
  /** Values that the sampler cannot guess. */
  input?: Record<Path, unknown>
  /** Nobody is admitted: NOT_FOUND for all, and why. */
  closed?: string
  /** Why nobody of the small labs gets an OK here, though the walls let them through. */
  refusedHere?: string
  /** An OK takes the record away: whoever comes after finds it no more. */
  spends?: true
  /** Why this answer may name sectors or people out of the reader's own sectors; never another lab's. */
  namesOthers?: string
}
export type Rows = Record<string, Row>

const token = { input: { token: 'a-token-that-nobody-was-ever-given' }, closed: 'the token is the right' }
const notSubmitted = 'no plan was submitted'
const wholeLab = 'the territory is one map that everybody of the lab reads'
const { segmentations, grid } = smallConfiguration()
const cycleParts: Record<Path, IdRow> = {
  'settings.networkIds[]': 'network',
  'settings.products[].networkId': { alike: 'network' },
  'settings.products[].productId': { alike: 'product' },
  'settings.channels[].channelId': 'channel',
}
const followFilters: Record<Path, IdRow> = {
  networkId: { alike: 'network' },
  regionId: 'wholeRegion',
  sectorId: 'sector',
}
const cycle: Row = { ids: { id: 'cycle' } }
const openCycle: Row = { ids: { id: 'openCycle' } }
const directoryFilters: Record<Path, IdRow> = {
  'sectorIds[]': { alike: 'sector' },
  'regionIds[]': { alike: 'region' },
  cycleId: 'cycle',
}
const call = { day: '2026-06-10', time: null, outcome: 'DONE', comment: null }
const criterion = {
  code: 'potentiel',
  kind: 'NUMBER',
  level: 'HCP',
  unit: 'patients',
  labels: { fr: 'Potentiel', en: 'Potential' },
  help: { fr: '', en: '' },
  required: true,
  minimum: 0,
  maximum: 500,
  options: [],
  validityMonths: 24,
  sources: ['icomed'],
}

/** Every endpoint of the contract, with what each of its ids names. An endpoint without its row fails. */
export const subjects: Rows = {
  'account.get': {},
  'account.setLocale': {},
  'account.signOutEverywhere': {},
  'account.readLink': token,
  'account.useLink': token,
  'home.get': {},

  'administration.members.list': {},
  'administration.members.invite': {},
  'administration.members.update': { ids: { id: 'member' } },
  'administration.members.disable': { ids: { id: 'member' } },
  'administration.members.createLink': { ids: { id: 'member' } },
  'administration.members.revokeSessions': { ids: { id: 'member' } },
  'administration.territory.get': { namesOthers: wholeLab },
  'administration.territory.people': {},
  'administration.territory.saveNetwork': { ids: { id: 'network' } },
  'administration.territory.saveRegion': { ids: { id: 'region', networkId: 'network' } },
  'administration.territory.saveSector': { ids: { id: 'sector', regionId: 'region' } },
  'administration.territory.saveRep': {
    ids: { id: { alike: 'repAssignment' }, sectorId: 'sector', memberId: 'rep' },
  },
  'administration.territory.saveManager': {
    ids: { id: { alike: 'managerAssignment' }, regionId: 'region', memberId: 'manager' },
  },
  'administration.territory.removeAssignment': {
    ids: { id: { alike: 'repAssignment' } },
    refusedHere: 'every assignment has begun',
  },
  'administration.calendar.get': {},
  'administration.calendar.saveWorkingTime': { ids: { id: { alike: 'workingTime' }, memberId: 'rep' } },
  'administration.calendar.saveAbsence': { ids: { id: 'absence', memberId: 'rep' } },
  'administration.calendar.removeAbsence': { ids: { id: 'spareAbsence' }, spends: true },
  'administration.calendar.saveClosedDays': { ids: { networkId: 'network' } },
  'administration.portfolio.get': {},
  'administration.portfolio.saveProduct': { ids: { id: 'product' }, input: { code: 'P1' } },
  'administration.portfolio.saveChannel': { ids: { id: 'channel' }, input: { code: 'visite' } },
  'administration.portfolio.saveReason': { ids: { id: 'reason' }, input: { code: 'ne-recoit-pas' } },
  'administration.portfolio.saveSource': { ids: { id: 'source' }, input: { code: 'crm' } },
  'administration.audit.list': { ids: { memberId: { alike: 'member' } } },
  'administration.audit.choices': {},
  'administration.audit.verify': {},

  'directory.list': { ids: directoryFilters },
  'directory.facets': {},
  'directory.export': { ids: directoryFilters },
  'directory.get': { ids: { id: 'hcp', cycleId: 'cycle' } },
  'directory.find': { input: { text: 'CANARY' } },
  'directory.communes': {},
  'directory.create': {},
  'directory.update': { ids: { id: 'hcp' } },
  'directory.setPermission': { ids: { id: 'hcp', channelId: 'channel' } },

  'imports.list': {},
  'imports.get': { ids: { id: 'import' } },
  'imports.errors': { ids: { id: 'import' } },
  'imports.options': {},
  'imports.check': { ids: { id: 'import' }, refusedHere: 'the only file is applied' },
  'imports.apply': { ids: { id: 'import' }, refusedHere: 'the only file is applied' },

  'cycles.list': {},
  'cycles.shell': {},
  'cycles.get': cycle,
  'cycles.ribbon': cycle,
  'cycles.options': {},
  'cycles.create': { ids: { ...cycleParts, copyFromId: 'cycle' } },
  'cycles.update': { ids: { ...cycleParts, id: 'openCycle' } },
  'cycles.checklist': cycle,
  'cycles.transition': openCycle,
  'cycles.history': cycle,
  'cycles.configuration.get': cycle,
  'cycles.configuration.saveSection': {
    ...openCycle,
    input: { change: { section: 'segmentations', value: segmentations } },
  },

  'qualification.criteria': cycle,
  'qualification.saveCriterion': { ...openCycle, input: { criterion } },
  'qualification.arrangeCriteria': openCycle,
  'qualification.completeness': cycle,
  'qualification.hcpsBehind': {
    ids: { id: 'cycle', sectorId: { alike: 'sector' } },
    input: { key: 'potentiel' },
  },
  'qualification.worklists': {},
  'qualification.form': { ids: { cycleId: 'cycle', hcpId: 'hcp' } },
  'qualification.answer': {
    ids: { cycleId: 'openCycle', hcpId: 'hcp' },
    input: { key: 'affinite', value: 5 },
  },

  'segmentation.get': cycle,
  'segmentation.save': openCycle,
  'segmentation.start': { ...openCycle, refusedHere: 'its cycle is in qualification' },
  'segmentation.cancel': openCycle,
  'segmentation.run': cycle,
  'segmentation.cards': { ids: { id: 'cycle', 'hcpIds[]': { alike: 'hcp' } } },
  'segmentation.explain': { ids: { id: 'cycle', hcpId: 'hcp' } },
  'strategy.get': cycle,
  'strategy.save': { ...openCycle, input: { changes: { grid } } },
  'targeting.get': cycle,
  'targeting.sector': { ids: { id: 'cycle', sectorId: { alike: 'sector' } } },
  'targeting.publish': {
    ids: { id: 'cycle', runId: { alike: 'run' } },
    refusedHere: 'its cycle is published',
  },
  'targeting.publication': cycle,
  'targeting.export': { ids: { id: 'cycle', sectorId: { alike: 'sector' } } },

  'plans.list': {},
  'plans.get': { ids: { id: 'plan' } },
  'plans.overview': { ids: { cycleId: 'cycle' } },
  'plans.candidates': { ids: { id: 'plan' } },
  'plans.saveChanges': { ids: { id: 'plan', 'changes[].hcpId': { alike: 'hcp' } } },
  'plans.submit': { ids: { id: 'plan' }, input: { password } },
  'plans.decide': { ids: { id: 'plan', 'hcpIds[]': { alike: 'hcp' } }, refusedHere: notSubmitted },
  'plans.return': { ids: { id: 'plan' }, refusedHere: notSubmitted },
  'plans.approve': { ids: { id: 'plan' }, input: { password }, refusedHere: notSubmitted },
  'plans.export': { ids: { id: 'plan' } },

  'calls.options': {},
  'calls.suggestions': { ids: { hcpId: { alike: 'hcp' } } },
  'calls.days': {},
  'calls.list': {
    ids: { sectorId: { alike: 'sector' }, hcpId: { alike: 'hcp' }, channelId: { alike: 'channel' } },
  },
  'calls.log': {
    ids: {
      plannedId: 'plannedCall',
      hcpId: 'hcp',
      channelId: 'channel',
      reasonId: 'reason',
      'productIds[]': 'product',
    },
    input: call,
  },
  'calls.chance': { ids: { id: 'call' } },
  'calls.correct': {
    ids: { id: 'plannedCall', channelId: 'channel', reasonId: 'reason', 'productIds[]': 'product' },
    input: { ...call, day: '2026-06-17', outcome: 'PLANNED' },
  },
  'calls.undo': { ids: { id: 'call' } },
  'followUp.get': { ids: { id: 'runningCycle', ...followFilters } },
  'followUp.hcps': {
    ids: {
      id: 'runningCycle',
      ...followFilters,
      channelId: { alike: 'channel' },
      productId: { alike: 'product' },
    },
  },
  'followUp.export': {
    ids: {
      id: 'runningCycle',
      ...followFilters,
      channelId: { alike: 'channel' },
      productId: { alike: 'product' },
    },
  },
  'followUp.watermarks': {},
  'followUp.settle': { ids: { networkId: 'network', sourceId: 'source' } },
  'alerts.list': { ids: { cycleId: { alike: 'runningCycle' }, sectorId: { alike: 'sector' } } },
  'alerts.count': {},
  'alerts.wayOut': { ids: { cycleId: 'runningCycle', sectorId: 'sector' } },
  'alerts.acknowledge': { ids: { id: 'alert' } },
}
