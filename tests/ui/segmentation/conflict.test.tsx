import { ORPCError } from '@orpc/client'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { useStudioWork } from '#components/segmentation/use-studio-work.ts'
import { withAxis } from '#src/client/segmentation/edit-axis.ts'
import { readyMatrix } from '#src/client/segmentation/ready-matrices.ts'
import { useStudio } from '#src/client/segmentation/use-studio.ts'
import type { SavedSegmentation, SaveSegmentationInput, StudioDto } from '#src/contracts/segmentation.ts'
import { emptyConfiguration } from '#src/engine/index.ts'
import { criterion } from '../../engine/segmentation/fixture.ts'

const cycleId = '019ea9ad-cc00-7000-8003-709fd73636cf'
const criteria = [criterion('potentiel'), criterion('affinite', 'SCALE')]
const matrix = (name: string) => {
  const made = readyMatrix('3x3', criteria, 'fr')
  if (!made) throw new Error('two criteria make a matrix')
  return withAxis(made, 'potentiel', { name })
}

/** What the server holds, and what it does with a save. */
const server = vi.hoisted(() => ({
  studio: null as unknown as object,
  save: (_input: object): object => ({}),
}))

vi.mock('#src/client/api.ts', async () => {
  const { createTanstackQueryUtils } = await import('@orpc/tanstack-query')
  const client = {
    segmentation: {
      get: async () => structuredClone(server.studio),
      run: async () => ({ run: null }),
      save: async (input: object) => server.save(input),
      start: async () => ({}),
      cancel: async () => ({ run: null }),
    },
    cycles: {},
  }
  // A stand-in for the router's client: the hooks only reach these procedures.
  return { client, api: createTanstackQueryUtils(client as never) }
})

const studio: StudioDto = {
  cycleId,
  name: '2027-C1',
  state: 'SEGMENTATION',
  editable: true,
  version: 5,
  saved: null,
  universe: null,
  criteria,
  segmentations: [matrix('Potentiel')],
  grid: emptyConfiguration().grid,
  words: [],
  attributes: { regions: [], sectors: [] },
  products: [],
  previous: null,
  official: null,
  run: null,
}

beforeEach(() => {
  server.studio = studio
  vi.stubGlobal(
    'Worker',
    class {
      addEventListener() {}
      postMessage() {}
      terminate() {}
    },
  )
})

async function open() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const hook = renderHook(
    () => {
      const { data } = useStudio(cycleId)
      return useStudioWork(data ?? studio, 'general')
    },
    { wrapper },
  )
  await waitFor(() => expect(queryClient.isFetching()).toBe(0))
  return hook
}
const nameIn = (work: ReturnType<typeof useStudioWork>) => work.segmentation?.axes[0]?.name

/** Somebody saved first: the server refuses version 5 and holds their work. */
function somebodySaved() {
  const theirs = { ...studio, version: 6, segmentations: [matrix('Le leur')] }
  server.studio = theirs
  server.save = (input) => {
    const { version, segmentations } = input as SaveSegmentationInput
    if (version < 6)
      throw new ORPCError('CONFLICT', {
        data: {
          currentVersion: 6,
          params: { section: 'segmentations', by: 'Marc Aubertin', at: '2026-06-10T10:00:00Z' },
        },
      })
    const saved: SavedSegmentation = {
      version: 7,
      saved: null,
      universe: null,
      segmentations: segmentations ?? [],
    }
    server.studio = { ...theirs, ...saved }
    return saved
  }
}

test('a save that comes second says who was first, and keeps what was done', async () => {
  const { result } = await open()
  somebodySaved()
  act(() => result.current.commitSegmentation(matrix('Le mien')))
  await act(async () => {
    await result.current.save()
  })
  expect(result.current.conflict).toMatchObject({ by: 'Marc Aubertin', version: 6 })
  expect([nameIn(result.current), result.current.isDirty]).toEqual(['Le mien', true])

  await act(async () => {
    await result.current.keepMine()
  })
  await waitFor(() => expect(result.current.conflict).toBeNull())
  expect([nameIn(result.current), result.current.isDirty]).toEqual(['Le mien', false])
})

test('taking the other version leaves one’s own one undo away', async () => {
  const { result } = await open()
  somebodySaved()
  act(() => result.current.commitSegmentation(matrix('Le mien')))
  await act(async () => {
    await result.current.save()
  })
  act(() => result.current.takeTheirs())
  expect([nameIn(result.current), result.current.isDirty]).toEqual(['Le leur', false])
  act(() => result.current.history.undo())
  expect([nameIn(result.current), result.current.isDirty]).toEqual(['Le mien', true])
  await act(async () => {
    await result.current.save()
  })
  expect([nameIn(result.current), result.current.isDirty, result.current.conflict]).toEqual([
    'Le mien',
    false,
    null,
  ])
})

test('what others saved comes in by itself while nothing of one’s own would be covered', async () => {
  server.studio = { ...studio, version: 6, segmentations: [matrix('Le leur')] }
  const { result } = await open()
  await waitFor(() => expect(nameIn(result.current)).toBe('Le leur'))
  expect(result.current.isDirty).toBe(false)
})
