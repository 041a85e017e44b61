'use client'
import { ORPCError } from '@orpc/client'
import { useCallback, useMemo, useState } from 'react'
import { useDraft, type Draft } from '#src/client/segmentation/use-draft.ts'
import {
  datasetUrl,
  isUnderWay,
  useSegmentationRun,
  useStudioCommands,
} from '#src/client/segmentation/use-studio.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { useWhatIf } from '#src/client/what-if/use-what-if.ts'
import type { Segmentation, Setting } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'

export type Conflict = { by: string; at: string; theirs: Draft; version: number }

const draftOf = ({ universe, segmentations }: Draft): Draft => ({ universe, segmentations })
const sameText = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** The whole work on one cycle's segmentation: its draft, the engine, saving, conflicts and the official run. */
export function useStudioWork(studio: StudioDto, code: string) {
  const { cycleId } = studio
  const history = useDraft(draftOf(studio))
  const { draft, isDirty, load, markSaved, commit, preview } = history
  const commands = useStudioCommands(cycleId)
  const [base, setBase] = useState(studio.version)
  const [conflict, setConflict] = useState<Conflict | null>(null)

  // What others saved comes in by itself only while nothing of one's own would be covered.
  const theirs = useMemo(() => draftOf(studio), [studio])
  if (studio.version > base && !isDirty) {
    setBase(studio.version)
    if (!sameText(theirs, draft)) load(theirs)
  }

  const { official } = studio
  const segmentation = draft.segmentations.find((one) => one.code === code) ?? null
  const reference = useMemo((): Setting | null => {
    const source = official ?? studio
    const known = source.segmentations.find((one) => one.code === code)
    return known ? { universe: source.universe, criteria: source.criteria, segmentation: known } : null
  }, [official, studio, code])
  const request = useMemo(
    () =>
      segmentation && {
        universe: draft.universe,
        criteria: studio.criteria,
        segmentation,
        grid: studio.grid,
        reference,
      },
    [segmentation, draft.universe, studio.criteria, studio.grid, reference],
  )
  const whatIf = useWhatIf(datasetUrl(cycleId), request)

  const { reload } = whatIf
  const { refresh } = commands
  const run = useSegmentationRun(
    cycleId,
    useCallback(() => {
      // The official segments of the dataset are other ones now.
      void refresh().then(reload)
    }, [refresh, reload]),
  )

  const put = (change: (segmentations: Draft['segmentations']) => Draft['segmentations']) => ({
    ...draft,
    segmentations: change(draft.segmentations),
  })
  const replaced = (next: Segmentation) =>
    put((all) =>
      all.some((one) => one.code === next.code)
        ? all.map((one) => (one.code === next.code ? next : one))
        : [...all, next],
    )

  async function saveAt(version: number): Promise<number | null> {
    const saving = draftOf(draft)
    try {
      const saved = await commands.save.mutateAsync({
        id: cycleId,
        commandId: crypto.randomUUID(),
        version,
        ...(sameText(saving.universe, theirs.universe) ? {} : { universe: saving.universe }),
        ...(sameText(saving.segmentations, theirs.segmentations)
          ? {}
          : { segmentations: saving.segmentations }),
      })
      setBase(saved.version)
      setConflict(null)
      markSaved(saving)
      return saved.version
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code !== 'CONFLICT') throw error
      const { params } = error.data as { params: Record<string, string | number> }
      const now = await commands.readAgain()
      setConflict({
        by: String(params['by'] ?? ''),
        at: String(params['at'] ?? ''),
        theirs: draftOf(now),
        version: now.version,
      })
      return null
    }
  }

  const isComputed = useMemo(() => {
    if (!official) return false
    const { universe, segmentations, criteria } = official
    const computed = { universe, segmentations, criteria }
    return canonicalJson(computed) === canonicalJson({ ...draftOf(draft), criteria: studio.criteria })
  }, [official, draft, studio.criteria])

  return {
    history,
    /** The last official run computed what is shown. */
    isComputed,
    draft,
    isDirty,
    segmentation,
    whatIf,
    run,
    isRunning: isUnderWay(run?.state),
    isBusy: commands.save.isPending || commands.start.isPending,
    conflict,
    commitSegmentation: (next: Segmentation) => commit(replaced(next)),
    previewSegmentation: (next: Segmentation) => preview(replaced(next)),
    commitUniverse: (universe: Draft['universe']) => commit({ ...draft, universe }),
    save: () => saveAt(base),
    keepMine: () => (conflict ? saveAt(conflict.version) : Promise.resolve(null)),
    takeTheirs: () => {
      if (!conflict) return
      load(conflict.theirs)
      setBase(conflict.version)
      setConflict(null)
    },
    /** Saves what is not saved, then asks for the official run. */
    compute: async () => {
      const version = isDirty ? await saveAt(base) : base
      if (version === null) return
      await commands.start.mutateAsync({ id: cycleId, commandId: crypto.randomUUID(), version })
    },
    interrupt: () => commands.cancel.mutateAsync({ id: cycleId, commandId: crypto.randomUUID() }),
  }
}
export type StudioWork = ReturnType<typeof useStudioWork>
