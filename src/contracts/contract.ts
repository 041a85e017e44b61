import { accountContract } from './account.ts'
import { homeContract } from './home.ts'
import { administrationContract } from './administration.ts'
import { directoryContract } from './directory.ts'
import { importsContract } from './imports.ts'
import { cyclesContract } from './cycles.ts'
import { qualificationContract } from './qualification.ts'
import { segmentationContract } from './segmentation.ts'
import { strategyContract } from './strategy.ts'
import { targetingContract } from './targeting.ts'
import { plansContract } from './plans.ts'
import { callsContract } from './calls.ts'
import { followUpContract } from './follow-up.ts'
import { alertsContract } from './alerts.ts'

/** The one API, by feature: typed client, query keys, REST routes and the OpenAPI document all come from it. */
export const contract = {
  account: accountContract,
  home: homeContract,
  administration: administrationContract,
  directory: directoryContract,
  imports: importsContract,
  cycles: cyclesContract,
  qualification: qualificationContract,
  segmentation: segmentationContract,
  strategy: strategyContract,
  targeting: targetingContract,
  plans: plansContract,
  calls: callsContract,
  followUp: followUpContract,
  alerts: alertsContract,
}
