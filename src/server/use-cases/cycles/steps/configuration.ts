import type { Actor } from '#src/contracts/actor.ts'
import type {
  Configuration,
  ConfigurationSection,
  SectionChange,
  WorkingConfigurationDto,
} from '#src/contracts/cycle-configuration.ts'
import { configurationSections } from '#src/contracts/cycle-configuration.ts'
import { cycleStates, type CycleDto, type CycleState } from '#src/contracts/cycles.ts'
import { configurationSchema } from '#src/engine/index.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import {
  findConfiguration,
  findMemberNames,
  findWorkingDraft,
  insertConfiguration,
  setDraftHash,
  updateWorkingDraft,
  type ConfigurationDraftRow,
} from '../../../repositories/configuration-repository.ts'
import { findTransitionConfiguration } from '../../../repositories/cycle-transition-repository.ts'

/** The last state in which each section may still be written. */
const lastState: Record<ConfigurationSection, CycleState> = {
  universe: 'SEGMENTATION',
  criteria: 'QUALIFICATION',
  segmentations: 'SEGMENTATION',
  grid: 'STRATEGY',
  fit: 'STRATEGY',
  constraints: 'STRATEGY',
  limits: 'STRATEGY',
  followUp: 'RUNNING',
}

const isBefore = (state: CycleState, last: CycleState) =>
  cycleStates.indexOf(state) <= cycleStates.indexOf(last)

/** Sections that a cycle in this state may still change. */
export const editableSections = (state: CycleState): ConfigurationSection[] =>
  configurationSections.filter((section) => isBefore(state, lastState[section]))

export type WorkingConfiguration = { draft: ConfigurationDraftRow; document: Configuration }

/** The working configuration of a cycle; `lock` keeps others from saving it until this transaction ends. */
export async function loadWorkingConfiguration(
  tx: Tx,
  labId: string,
  cycleId: string,
  options: { lock?: boolean } = {},
): Promise<WorkingConfiguration> {
  const draft = await findWorkingDraft(tx, labId, cycleId, options)
  if (!draft) throw notFound()
  return { draft, document: configurationSchema.parse(draft.document) }
}

const parsed = new Map<string, Configuration>()

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}

/** The document kept under a hash: it never changes, so that it is read and parsed once. Frozen: all readers share it. */
export async function loadConfiguration(tx: Tx, labId: string, hash: string): Promise<Configuration> {
  const key = `${labId} ${hash}`
  const kept = parsed.get(key)
  if (kept) return kept
  const document = await findConfiguration(tx, labId, hash)
  if (document === null) throw notFound()
  const configuration = freeze(configurationSchema.parse(document))
  if (parsed.size >= 200) parsed.clear()
  parsed.set(key, configuration)
  return configuration
}

/**
 * What rules the cycle now: the configuration of its latest transition that names one once it is published, else the
 * working draft (hash null). `hashInForce`: that of the transition where the caller has read it already.
 */
export async function configurationInForce(
  tx: Tx,
  labId: string,
  cycle: Pick<CycleDto, 'id' | 'state'> & { hashInForce?: string | null },
): Promise<{ hash: string | null; document: Configuration }> {
  if (!isBefore(cycle.state, 'STRATEGY')) {
    const hash = cycle.hashInForce ?? (await findTransitionConfiguration(tx, labId, cycle.id))
    if (hash) return { hash, document: await loadConfiguration(tx, labId, hash) }
  }
  const { document } = await loadWorkingConfiguration(tx, labId, cycle.id)
  return { hash: null, document }
}

/** Writes one section over the locked draft. Refused where the step is past, or where this section moved since `version`. */
export async function saveSection(
  tx: Tx,
  actor: Pick<Actor, 'labId' | 'memberId'>,
  cycle: Pick<CycleDto, 'id' | 'state'>,
  change: SectionChange,
  version: number,
): Promise<WorkingConfiguration> {
  const { labId, memberId } = actor
  if (!isBefore(cycle.state, lastState[change.section]))
    throw refused('configuration-section-frozen', { section: change.section, state: cycle.state })
  const { draft, document } = await loadWorkingConfiguration(tx, labId, cycle.id, { lock: true })
  const last = draft.saved[change.section]
  if (version > draft.version || (last && last.version > version)) {
    const names = await findMemberNames(tx, labId, last ? [last.memberId] : [])
    throw conflict(draft.version, {
      section: change.section,
      by: names.get(last?.memberId ?? '') ?? '',
      at: last?.at ?? '',
    })
  }
  const next = configurationSchema.parse({ ...document, [change.section]: change.value })
  const by = { memberId, at: clock.instant() }
  await updateWorkingDraft(tx, labId, draft, next, { section: change.section, by })
  return loadWorkingConfiguration(tx, labId, cycle.id)
}

/** Keeps a document for good; answers its hash. The same content is the same row. */
export const freezeDocument = (
  tx: Tx,
  by: { labId: string; memberId: string | null },
  document: Configuration,
): Promise<string> => insertConfiguration(tx, by.labId, by.memberId, configurationSchema.parse(document))

/** Keeps the working configuration as it stands; answers its hash. */
export async function freezeWorkingConfiguration(
  tx: Tx,
  by: { labId: string; memberId: string | null },
  cycleId: string,
): Promise<{ hash: string; document: Configuration; draftId: string }> {
  const { draft, document } = await loadWorkingConfiguration(tx, by.labId, cycleId, { lock: true })
  const hash = await freezeDocument(tx, by, document)
  await setDraftHash(tx, by.labId, draft.id, hash)
  return { hash, document, draftId: draft.id }
}

/** The working configuration as screens read it. */
export async function describeConfiguration(
  tx: Tx,
  labId: string,
  cycle: Pick<CycleDto, 'id' | 'state'>,
): Promise<WorkingConfigurationDto> {
  const { draft, document } = await loadWorkingConfiguration(tx, labId, cycle.id)
  const saved = configurationSections.flatMap((section) => {
    const one = draft.saved[section]
    return one ? [{ section, ...one }] : []
  })
  const names = await findMemberNames(
    tx,
    labId,
    saved.map(({ memberId }) => memberId),
  )
  return {
    cycleId: cycle.id,
    draftId: draft.id,
    version: draft.version,
    document,
    editable: editableSections(cycle.state),
    saved: saved.map(({ section, version, memberId, at }) => ({
      section,
      version,
      at,
      by: names.get(memberId) ?? null,
    })),
  }
}
