import { allocationResponse } from '#src/server/api/allocation-response.ts'

export async function GET(request: Request, { params }: { params: Promise<{ cycleId: string }> }) {
  return allocationResponse(request, (await params).cycleId)
}
