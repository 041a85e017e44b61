import { api } from './base.ts'
import { accountRouter } from './account-router.ts'
import { homeRouter } from './home-router.ts'
import { administrationRouter } from './administration-router.ts'
import { directoryRouter } from './directory-router.ts'
import { importsRouter } from './imports-router.ts'
import { cyclesRouter } from './cycles-router.ts'
import { qualificationRouter } from './qualification-router.ts'
import { segmentationRouter } from './segmentation-router.ts'
import { strategyRouter } from './strategy-router.ts'
import { targetingRouter } from './targeting-router.ts'
import { plansRouter } from './plans-router.ts'
import { callsRouter } from './calls-router.ts'
import { followUpRouter } from './follow-up-router.ts'
import { alertsRouter } from './alerts-router.ts'

export const router = api.router({
  account: accountRouter,
  home: homeRouter,
  administration: administrationRouter,
  directory: directoryRouter,
  imports: importsRouter,
  cycles: cyclesRouter,
  qualification: qualificationRouter,
  segmentation: segmentationRouter,
  strategy: strategyRouter,
  targeting: targetingRouter,
  plans: plansRouter,
  calls: callsRouter,
  followUp: followUpRouter,
  alerts: alertsRouter,
})
