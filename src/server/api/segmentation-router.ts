import { cancelRun } from '../use-cases/segmentation/cancel-run.ts'
import { explainHcp } from '../use-cases/segmentation/explain-hcp.ts'
import { getCards } from '../use-cases/segmentation/get-cards.ts'
import { getRun } from '../use-cases/segmentation/get-run.ts'
import { getStudio } from '../use-cases/segmentation/get-studio.ts'
import { saveSegmentation } from '../use-cases/segmentation/save-segmentation.ts'
import { startOfficialRun } from '../use-cases/segmentation/start-official-run.ts'
import { api } from './base.ts'

export const segmentationRouter = {
  get: api.segmentation.get.handler(({ context, input }) => getStudio(context.actor, input.id)),
  save: api.segmentation.save.handler(({ context, input }) => saveSegmentation(context.actor, input)),
  start: api.segmentation.start.handler(({ context, input }) => startOfficialRun(context.actor, input)),
  cancel: api.segmentation.cancel.handler(({ context, input }) => cancelRun(context.actor, input)),
  run: api.segmentation.run.handler(({ context, input }) => getRun(context.actor, input.id)),
  cards: api.segmentation.cards.handler(async ({ context, input }) => ({
    items: await getCards(context.actor, input.id, input.hcpIds),
  })),
  explain: api.segmentation.explain.handler(({ context, input }) =>
    explainHcp(context.actor, input.id, input.hcpId, input.segmentation),
  ),
}
