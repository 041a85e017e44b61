import type { Actor } from '#src/contracts/actor.ts'
import type { CriteriaDto, CriterionDto } from '#src/contracts/qualification.ts'
import { notFound, refused, type RefusalItem } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command, type Tx } from '../../platform/transaction.ts'
import { lockCycle } from '../../repositories/cycle-repository.ts'
import {
  insertCriterion,
  listCriteria,
  listSources,
  saveOptions,
  updateCriterionWords,
} from '../../repositories/criterion-repository.ts'
import { loadWorkingConfiguration, saveSection } from '../cycles/steps/configuration.ts'
import { askedPart, describeCriteria } from './steps/criteria.ts'

type Input = { id: string; commandId: string; version: number; criterion: CriterionDto }

/** Refuses a criterion that nobody could answer or that contradicts itself, naming all that is wrong. */
async function assertCriterion(tx: Tx, labId: string, criterion: CriterionDto): Promise<void> {
  const { kind, options, minimum, maximum } = criterion
  const items: RefusalItem[] = []
  if (kind === 'CHOICE' && options.length < 2) items.push({ code: 'two-options', params: {} })
  if (kind !== 'CHOICE' && options.length > 0) items.push({ code: 'options-of-choice', params: {} })
  if (new Set(options.map(({ code }) => code)).size < options.length)
    items.push({ code: 'option-twice', params: {} })
  if (minimum !== null && maximum !== null && minimum >= maximum)
    items.push({ code: 'bounds-reversed', params: { minimum, maximum } })
  const known = new Set((await listSources(tx, labId)).map(({ code }) => code))
  for (const source of criterion.sources)
    if (!known.has(source)) items.push({ code: 'source-unknown', params: { source } })
  if (items.length > 0) throw refused('criterion-invalid', { count: items.length }, items)
}

async function saveRow(tx: Tx, actor: Actor, criterion: CriterionDto): Promise<void> {
  const { labId, memberId } = actor
  const { code, kind, level, unit, labels } = criterion
  const row = (await listCriteria(tx, labId)).find((one) => one.code === code)
  if (row && (row.kind !== kind || row.level !== level))
    throw refused('criterion-kind-fixed', { code, kind: row.kind, level: row.level })
  if (row) await updateCriterionWords(tx, labId, row.id, { labels, unit })
  const id = row?.id ?? (await insertCriterion(tx, labId, memberId, { code, kind, level, unit, labels }))
  await saveOptions(tx, labId, memberId, id, criterion.options)
}

/** Adds a criterion to a cycle, or changes how the cycle asks it; a criterion new to the lab is created. */
export function saveCriterion(actor: Actor, input: Input): Promise<CriteriaDto> {
  const { labId } = actor
  const { criterion } = input
  return command(
    actor,
    async (tx) => {
      const cycle = await lockCycle(tx, labId, input.id)
      if (!cycle) throw notFound()
      assertCan(actor, 'criteria.write', { labId })
      await assertCriterion(tx, labId, criterion)
      const { document } = await loadWorkingConfiguration(tx, labId, cycle.id, { lock: true })
      const isNew = !document.criteria.some(({ code }) => code === criterion.code)
      const value = isNew
        ? [...document.criteria, askedPart(criterion)]
        : document.criteria.map((one) => (one.code === criterion.code ? askedPart(criterion) : one))
      await saveSection(tx, actor, cycle, { section: 'criteria', value }, input.version)
      await saveRow(tx, actor, criterion)
      return {
        value: await describeCriteria(tx, labId, cycle),
        audit: {
          action: isNew ? 'criterion.add' : 'criterion.change',
          subject: { kind: 'cycle', id: cycle.id },
          change: { criterion: criterion.code },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}
