import { datasetResponse } from '#src/server/api/dataset-response.ts'

export async function GET(request: Request, { params }: { params: Promise<{ cycleId: string }> }) {
  return datasetResponse(request, (await params).cycleId)
}
