'use client'
import { Alert, Anchor, Skeleton } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useCallback, useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { TopSlot } from '#components/layout/top-slot.tsx'
import { useFormat } from '#components/ui/format.ts'
import { HintedIcon } from '#components/ui/hinted-icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SaveState } from '#components/ui/save-state.tsx'
import { ErrorState } from '#components/ui/states.tsx'
import type { Cell, Grid } from '#src/client/strategy/grid-model.ts'
import { contactsADay } from '#src/client/strategy/strategy-figures.ts'
import { useStrategyEditor } from '#src/client/strategy/use-strategy-editor.ts'
import { useAllocation, useGround } from '#src/client/strategy/use-strategy.ts'
import type { StrategyDto } from '#src/contracts/strategy.ts'
import { CapacitySection } from './capacity-section.tsx'
import { CellBar } from './cell-bar.tsx'
import { SaveNotice } from './save-notice.tsx'
import { StrategySheet } from './strategy-sheet.tsx'
import { StrategySide } from './strategy-side.tsx'
import classes from './sheet.module.css'

/** The strategy on the table: every key fits the network again, here, in milliseconds. */
export function StrategyDesk({ strategy, mayWrite }: { strategy: StrategyDto; mayWrite: boolean }) {
  const t = useTranslations('strategy')
  const format = useFormat()
  const editor = useStrategyEditor(strategy, mayWrite)
  const { present: parts, change, undo, redo, canUndo, canRedo } = editor.history
  const ground = useGround(strategy.cycleId, strategy.official?.id ?? null)
  const allocation = useAllocation(ground.data, parts)
  const [cell, setCell] = useState<Cell | null>(null)
  const aDay = contactsADay(strategy.sectors)
  const locked = !mayWrite || !strategy.editable.includes('grid')
  const followUpLocked = !mayWrite || !strategy.editable.includes('followUp')
  const onGrid = useCallback((grid: Grid) => change({ ...parts, grid }), [change, parts])
  const { saving } = editor
  const status =
    saving.kind === 'conflict' || saving.kind === 'failed' ? ({ kind: 'failed' } as const) : saving
  const totals = allocation?.totals
  const working = (milli: number) => format.number(Math.round(milli / 1000))
  return (
    <Page
      sideLabel={t('sideLabel')}
      side={
        <StrategySide
          strategy={strategy}
          parts={parts}
          allocation={allocation}
          locked={locked}
          followUpLocked={followUpLocked}
          onChange={change}
        />
      }
    >
      {mayWrite && (
        <TopSlot>
          <SaveState status={status} />
        </TopSlot>
      )}
      <PageHeader
        title={t('title')}
        context={
          totals &&
          t.rich('context', {
            load: working(totals.loadMilli),
            capacity: working(totals.capacityMilli),
            share: format.percent(totals.utilisationBps),
            days: strategy.run ? format.dayRange(strategy.run.startsOn, strategy.run.endsOn) : '',
            b: (chunks) => <b>{chunks}</b>,
          })
        }
        actions={
          !locked && (
            <span className={classes.onlyWide}>
              <HintedIcon label={t('undo')} disabled={!canUndo} onClick={undo}>
                <IconArrowBackUp size={18} stroke={1.75} />
              </HintedIcon>
              <HintedIcon label={t('redo')} disabled={!canRedo} onClick={redo}>
                <IconArrowForwardUp size={18} stroke={1.75} />
              </HintedIcon>
            </span>
          )
        }
      />
      <SaveNotice editor={editor} />
      {strategy.official && !strategy.official.upToDate && (
        <Alert color="yellow" mb="sm">
          {t('stale')}{' '}
          <Anchor component={Link} size="sm" href={`/cycles/${strategy.cycleId}/segmentation`}>
            {t('staleAction')}
          </Anchor>
        </Alert>
      )}
      {mayWrite && locked && (
        <Alert color="gray" mb="sm">
          {t('frozen')}
        </Alert>
      )}
      <Alert color="gray" mb="sm" className={classes.onlyPhone}>
        {t('phone')}
      </Alert>
      <div className={classes.onlyWide}>
        {cell && (
          <CellBar
            strategy={strategy}
            parts={parts}
            cell={cell}
            ground={ground.data}
            allocation={allocation}
            aDay={aDay}
            locked={locked}
            onChange={onGrid}
          />
        )}
        <StrategySheet
          strategy={strategy}
          grid={parts.grid}
          allocation={allocation}
          aDay={aDay}
          locked={locked}
          onChange={onGrid}
          onUndo={undo}
          onRedo={redo}
          onSelect={setCell}
        />
      </div>
      {ground.isError && <ErrorState onRetry={() => void ground.refetch()} />}
      {allocation ? (
        <CapacitySection strategy={strategy} allocation={allocation} />
      ) : (
        !ground.isError && <Skeleton h={280} mt="xl" />
      )}
    </Page>
  )
}
