import type { Actor } from '#src/contracts/actor.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { can } from '#src/policy/can.ts'
import { clock } from '../../platform/clock.ts'
import { read } from '../../platform/transaction.ts'
import { findPlanSeal, readPlanMargins } from '../../repositories/plan-event-repository.ts'
import { loadPlan } from './steps/load-plan.ts'
import { openPlan } from './steps/open-plan.ts'

/** One plan with everything that its screen answers with by itself: limits, constraints, memory of the forecast. */
export const getPlan = (actor: Actor, id: string): Promise<PlanDto> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const head = await openPlan(tx, actor, id, 'plans.read')
    const loaded = await loadPlan(tx, labId, head)
    const { reasons, events } = await readPlanMargins(tx, labId, id)
    const seal = head.state === 'SEALED' ? await findPlanSeal(tx, labId, head.versionId) : null
    const { limits, followUp } = loaded.document
    const { keepBps, memoryMilli, amberBps, redBps } = followUp
    const record = { labId, sectorIds: [head.sectorId] }
    return {
      id,
      cycleId: head.cycleId,
      cycleName: head.cycleName,
      cycleState: head.cycleState,
      sectorId: head.sectorId,
      sectorCode: head.sectorCode,
      sectorName: head.sectorName,
      regionName: head.regionName,
      lead: head.leadMemberId && head.leadName ? { memberId: head.leadMemberId, name: head.leadName } : null,
      number: head.number,
      state: head.state,
      revision: head.revision,
      timeZone: head.timeZone,
      readAt: clock.instant(),
      today: head.today,
      closesOn: head.closesOn,
      deadlineAt: head.deadlineAt?.toISOString() ?? null,
      atDeadline: limits.atDeadline,
      run: head.runStartsOn && head.runEndsOn ? { startsOn: head.runStartsOn, endsOn: head.runEndsOn } : null,
      previousCycle: loaded.previousCycle,
      capacityMilli: loaded.plan.capacityMilli,
      channels: loaded.channels.map(({ code, name, kind, weightMilli, loadMilli }) => ({
        code,
        name,
        kind: kind as PlanDto['channels'][number]['kind'],
        weightMilli,
        loadMilli,
      })),
      segments: loaded.segments.map(({ code, name, rank, colour }) => ({ code, name, rank, colour })),
      limits,
      forecast: {
        prior: { ...loaded.memory.prior },
        // Before the seal nothing of the run is gone: the same reading is kept afterwards, as signed.
        elapsed: 0,
        memory: loaded.memory.ratios.get(head.holidayZone) ?? 0,
        memoryMilli,
        keepBps,
        amberBps,
        redBps,
        workedDays: head.halfDays.workedDays ?? null,
      },
      reasons: reasons.map(({ code, labels, usedFor }) => ({
        code,
        usedFor,
        label: labels[actor.locale] ?? labels['fr'] ?? code,
      })),
      lines: [...loaded.lines],
      hcps: [...loaded.hcps],
      constraints: loaded.constraints.map(({ hcpId, blocked, yearlyRoom }) => ({
        hcpId,
        yearlyRoom,
        blocked: blocked.map((one) => ({ ...one })),
      })),
      events,
      seal: seal && { sha256: seal.sha256, sealedAt: seal.sealedAt, by: seal.by },
      rights: {
        edit: can(actor, 'plans.edit', record),
        submit: can(actor, 'plans.submit', record),
        decide: can(actor, 'plans.decide', record),
      },
    }
  })
