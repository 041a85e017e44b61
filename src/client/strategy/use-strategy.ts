'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { StrategyParts } from '#src/contracts/strategy.ts'
import { allocate, decodeAllocation, type Allocation, type AllocationGround } from '#src/engine/index.ts'
import { api } from '../api.ts'
import { bytesOf } from '../gunzip.ts'

export const useStrategy = (id: string, enabled: boolean) =>
  useQuery(api.strategy.get.queryOptions({ input: { id }, enabled }))

/** What the grid meets, once: decoded columns, from which every keystroke is computed here. */
export const useGround = (id: string, officialId: string | null) =>
  useQuery({
    queryKey: ['allocation', id, officialId],
    queryFn: async (): Promise<AllocationGround> => {
      const response = await fetch(`/api/v1/allocations/${id}`)
      if (!response.ok) throw new Error(`allocation: ${response.status}`)
      return decodeAllocation(await bytesOf(response))
    },
    enabled: officialId !== null,
    staleTime: 300_000,
    structuralSharing: false,
  })

type Asked = Pick<StrategyParts, 'grid' | 'fit' | 'constraints'>

export const allocateOn = (ground: AllocationGround, { grid, fit, constraints }: Asked): Allocation =>
  allocate({ ...ground, grid, fit, yearlyContactCap: constraints.yearlyContactCap })

export function useAllocation(ground: AllocationGround | undefined, parts: Asked): Allocation | null {
  const { grid, fit, constraints } = parts
  return useMemo(
    () => (ground ? allocateOn(ground, { grid, fit, constraints }) : null),
    [ground, grid, fit, constraints],
  )
}
