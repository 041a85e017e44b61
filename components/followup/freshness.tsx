'use client'
import { Anchor, Button, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { toast } from '#components/ui/undo-toast.tsx'
import { useSettle, useWatermarks } from '#src/client/follow-up/use-follow-up.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { FollowUpDto, WatermarkDto } from '#src/contracts/follow-up.ts'
import classes from './followup.module.css'

function Mark({ mark, yesterday }: { mark: WatermarkDto; yesterday: string }) {
  const t = useTranslations('followUp.fresh')
  const refusal = useRefusal()
  const settle = useSettle()
  const [day, setDay] = useState(mark.completeThrough ?? '')
  const save = (completeThrough: string | null) =>
    settle.mutate(
      {
        networkId: mark.networkId,
        sourceId: mark.sourceId,
        completeThrough,
        commandId: crypto.randomUUID(),
      },
      { onSuccess: () => toast(t('saved')), onError: (error) => toast(refusal(error).message) },
    )
  return (
    <div>
      <TextInput
        type="date"
        label={`${mark.source} · ${mark.network}`}
        description={mark.completeThrough === null ? t('none') : undefined}
        max={yesterday}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        rightSectionWidth="auto"
      />
      <div className={classes.line}>
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={!day || day === mark.completeThrough}
          loading={settle.isPending}
          onClick={() => save(day)}
        >
          {t('save')}
        </Button>
        {mark.completeThrough !== null && (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => save(null)}>
            {t('forget')}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Through which day the figures know, why, and (head office) the day that each source has reached. */
export function Freshness({ view, maySettle }: { view: FollowUpDto; maySettle: boolean }) {
  const t = useTranslations('followUp.fresh')
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const { data, isError, refetch } = useWatermarks(opened)
  const { asOf, heldBy, computing } = view
  const words = heldBy
    ? t('held', { day: format.day(asOf), source: heldBy.source })
    : t('asOf', { day: format.day(asOf) })
  return (
    <>
      {maySettle ? (
        <Anchor component="button" type="button" inherit onClick={() => setOpened(true)}>
          {words}
        </Anchor>
      ) : (
        words
      )}
      {computing.isRunning && ` · ${t('computing')}`}
      {maySettle && (
        <SidePanel opened={opened} onClose={() => setOpened(false)} title={t('title')} context={t('context')}>
          {isError ? (
            <ErrorState onRetry={() => void refetch()} />
          ) : !data ? (
            <TableSkeleton rows={3} />
          ) : (
            <div className={classes.marks}>
              {data.items.map((mark) => (
                <Mark
                  key={`${mark.networkId} ${mark.sourceId} ${mark.completeThrough ?? ''}`}
                  mark={mark}
                  yesterday={data.yesterday}
                />
              ))}
            </div>
          )}
        </SidePanel>
      )}
    </>
  )
}
