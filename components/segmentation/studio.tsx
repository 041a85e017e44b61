'use client'
import { useHotkeys } from '@mantine/hooks'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { ErrorState } from '#components/ui/states.tsx'
import { useFormat } from '#components/ui/format.ts'
import { toast } from '#components/ui/undo-toast.tsx'
import { directoryHref } from '#src/client/directory/directory-filter.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import { Movers } from './movers.tsx'
import { Moves, type Against } from './moves.tsx'
import { ReadyMatrices } from './ready-matrices.tsx'
import { SectorContacts } from './sector-contacts.tsx'
import { StudioHeader } from './studio-header.tsx'
import { StudioNotices } from './studio-notices.tsx'
import { useStudioWords } from './studio-words.ts'
import { StudioWorkbench } from './studio-workbench.tsx'
import { useStudioWork } from './use-studio-work.ts'
import classes from './studio.module.css'

type Props = { studio: StudioDto; mayWrite: boolean; mayRun: boolean }

export function Studio({ studio, mayWrite, mayRun }: Props) {
  const t = useTranslations('segmentation')
  const format = useFormat()
  const problemOf = useRefusal()
  const [code, setCode] = useState(studio.segmentations[0]?.code ?? 'general')
  const [chosen, setAgainst] = useState<Against | null>(null)
  // The first official run gives something to compare to, on the screen that asked for it.
  const against = chosen ?? (studio.official ? 'official' : 'previous')
  const work = useStudioWork(studio, code)
  const { history, segmentation, whatIf, isDirty, run } = work
  const words = useStudioWords(studio, segmentation)
  const [problem, setProblem] = useState<ReturnType<typeof problemOf> | null>(null)
  const { official } = studio

  const attempt = (act: () => Promise<unknown>, message?: string) => {
    setProblem(null)
    act().then(
      (result) => {
        if (message && result !== null) toast(message)
      },
      (error: unknown) => setProblem(problemOf(error)),
    )
  }
  const save = () => mayWrite && studio.editable && isDirty && attempt(work.save, t('saved'))
  const canCompute = mayRun && studio.state === 'SEGMENTATION' && segmentation !== null && !work.isRunning
  const compute = () => canCompute && attempt(work.compute)
  useHotkeys([
    ['mod+Z', history.undo],
    ['mod+shift+Z', history.redo],
  ])
  // Saving and computing work from a field too.
  useHotkeys(
    [
      ['mod+S', save],
      ['mod+Enter', compute],
    ],
    [],
  )
  useEffect(() => {
    if (!isDirty) return
    const hold = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', hold)
    return () => window.removeEventListener('beforeunload', hold)
  }, [isDirty])

  const endedAt = official?.run.endedAt ?? null
  const officialDay = endedAt ? format.instantDay(endedAt) : null
  const hrefOf = (segment: string) =>
    directoryHref({ cycleId: studio.cycleId, segments: [segment], segmentation: code })
  const moves = whatIf.preview?.[against] ?? null
  const side = segmentation && (
    <>
      <Moves
        {...{ segmentation, against, officialDay, hrefOf }}
        preview={whatIf.preview}
        onAgainst={setAgainst}
        previousName={code === 'general' ? (studio.previous?.name ?? null) : null}
      />
      {whatIf.preview?.visits && <SectorContacts visits={whatIf.preview.visits} studio={studio} />}
      {whatIf.preview && (
        <Movers {...{ studio, segmentation, moves }} explain={whatIf.explain} previewKey={whatIf.preview} />
      )}
    </>
  )
  return (
    <Page side={side} sideLabel={t('moves.title')}>
      <p className={classes.phone}>
        <IconDeviceDesktop size={18} stroke={1.75} aria-hidden />
        {t('phone')}
      </p>
      <StudioHeader
        {...{ studio, work, code, canCompute, mayWrite }}
        onCode={setCode}
        onSave={save}
        onCompute={compute}
      />
      <StudioNotices {...{ studio, work, mayWrite, run, problem, words }} onAttempt={attempt} />
      {whatIf.status === 'failed' && (
        <ErrorState
          title={t('failed.title')}
          kept={t('failed.kept')}
          todo={t('failed.todo')}
          onRetry={whatIf.reload}
        />
      )}
      {segmentation && whatIf.status !== 'failed' && (
        <StudioWorkbench {...{ studio, work, segmentation, words, hrefOf }} />
      )}
      {!segmentation && (
        <ReadyMatrices
          {...{ studio, code }}
          disabled={!studio.editable && mayWrite}
          onChoose={work.commitSegmentation}
        />
      )}
    </Page>
  )
}
