import 'server-only'
import { getAllocation } from '../use-cases/strategy/get-allocation.ts'
import { datasetResponse } from './dataset-response.ts'

/** What the grid of a cycle meets, as one compressed body, sent again only when something moved. */
export const allocationResponse = (request: Request, cycleId: string): Promise<Response> =>
  datasetResponse(request, cycleId, getAllocation)
