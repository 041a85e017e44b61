import { createCycle } from '../use-cases/cycles/create-cycle.ts'
import { getChecklist } from '../use-cases/cycles/get-checklist.ts'
import { getConfiguration } from '../use-cases/cycles/get-configuration.ts'
import { getCycle } from '../use-cases/cycles/get-cycle.ts'
import { getCycleOptions } from '../use-cases/cycles/get-options.ts'
import { getRibbon } from '../use-cases/cycles/get-ribbon.ts'
import { getShell } from '../use-cases/cycles/get-shell.ts'
import { listCycles } from '../use-cases/cycles/list-cycles.ts'
import { listTransitions } from '../use-cases/cycles/list-transitions.ts'
import { moveCycle } from '../use-cases/cycles/move-cycle.ts'
import { saveSection } from '../use-cases/cycles/save-section.ts'
import { updateCycle } from '../use-cases/cycles/update-cycle.ts'
import { api } from './base.ts'

export const cyclesRouter = {
  list: api.cycles.list.handler(({ context }) => listCycles(context.actor)),
  shell: api.cycles.shell.handler(({ context }) => getShell(context.actor)),
  get: api.cycles.get.handler(({ context, input }) => getCycle(context.actor, input.id)),
  ribbon: api.cycles.ribbon.handler(({ context, input }) => getRibbon(context.actor, input.id)),
  options: api.cycles.options.handler(({ context }) => getCycleOptions(context.actor)),
  create: api.cycles.create.handler(({ context, input }) => createCycle(context.actor, input)),
  update: api.cycles.update.handler(({ context, input }) => updateCycle(context.actor, input)),
  checklist: api.cycles.checklist.handler(({ context, input }) => getChecklist(context.actor, input.id)),
  transition: api.cycles.transition.handler(({ context, input }) => moveCycle(context.actor, input)),
  history: api.cycles.history.handler(({ context, input }) => listTransitions(context.actor, input.id)),
  configuration: {
    get: api.cycles.configuration.get.handler(({ context, input }) =>
      getConfiguration(context.actor, input.id),
    ),
    saveSection: api.cycles.configuration.saveSection.handler(({ context, input }) =>
      saveSection(context.actor, input),
    ),
  },
}
