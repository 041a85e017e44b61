'use client'
import { Button, Kbd } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconLock,
  IconPencil,
  IconSelector,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ActionMenu } from '#components/ui/action-menu.tsx'
import { HintedIcon } from '#components/ui/hinted-icon.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { useFormat } from '#components/ui/format.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import type { StudioWork } from './use-studio-work.ts'
import classes from './studio.module.css'

type Props = {
  studio: StudioDto
  work: StudioWork
  code: string
  mayWrite: boolean
  canCompute: boolean
  onCode: (code: string) => void
  onSave: () => void
  onCompute: () => void
}

const b = (chunks: ReactNode) => <b>{chunks}</b>
const shortHash = (hash: string) => hash.slice(0, 8)

export function StudioHeader({ studio, work, code, mayWrite, canCompute, onCode, onSave, onCompute }: Props) {
  const t = useTranslations('segmentation')
  const format = useFormat()
  const { history, whatIf, isDirty, draft } = work
  const { official } = studio
  const preview = whatIf.preview
  const nameOf = (one: string) => {
    const product = studio.products.find((known) => known.code === one)
    return product ? t('names.product', { name: product.name }) : t('names.general')
  }
  const known = draft.segmentations.map((one) => one.code)
  const perProduct = studio.words.some((one) => one.perProduct)
  const missing =
    studio.editable && perProduct ? studio.products.filter((one) => !known.includes(one.code)) : []
  const hasChoice = known.length > 1 || missing.length > 0

  const lastRun = () => {
    const at = official?.run.endedAt
    if (!at) return t('context.never')
    const day = format.instantDay(at, 'long')
    return official.run.by
      ? t('context.lastRun', { day, by: official.run.by })
      : t('context.lastRunAlone', { day })
  }
  const badge = !studio.editable ? (
    <StateBadge tone="idle" soft icon={IconLock}>
      {t('badge.frozen')}
    </StateBadge>
  ) : isDirty ? (
    <StateBadge tone="risk" soft icon={IconPencil}>
      {t('badge.unsaved')}
    </StateBadge>
  ) : work.isComputed ? (
    <StateBadge tone="ok" soft icon={IconCheck}>
      {t('badge.upToDate')}
    </StateBadge>
  ) : (
    draft.segmentations.length > 0 && (
      <StateBadge tone="idle" soft icon={IconPencil}>
        {t('badge.saved')}
      </StateBadge>
    )
  )
  return (
    <div className={classes.header}>
      <PageHeader
        title={
          hasChoice ? (
            <ActionMenu
              position="bottom-start"
              width={280}
              entries={[
                ...known.map((one) => ({ key: one, label: nameOf(one), onClick: () => onCode(one) })),
                ...missing.map((product) => ({
                  key: product.code,
                  label: t('addForProduct', { name: product.name }),
                  onClick: () => onCode(product.code),
                })),
              ]}
            >
              <button type="button" className={classes.switch} aria-label={`${nameOf(code)}. ${t('switch')}`}>
                {nameOf(code)}
                <IconSelector size={20} stroke={1.5} aria-hidden />
              </button>
            </ActionMenu>
          ) : (
            nameOf(code)
          )
        }
        badge={badge}
        context={
          <>
            {preview
              ? t.rich('context.preview', {
                  count: format.number(preview.universe),
                  ms: format.number(Math.max(1, Math.round(preview.milliseconds))),
                  b,
                })
              : work.segmentation && t('context.loading')}
            {work.segmentation && ' · '}
            {lastRun()}
            {official && (
              <>
                {' · '}
                {t.rich('context.hashes', {
                  data: shortHash(official.datasetHash),
                  result: shortHash(official.resultHash),
                  c: (chunks) => <code>{chunks}</code>,
                })}
              </>
            )}
          </>
        }
        actions={
          <div className={classes.actions}>
            <HintedIcon label={t('actions.undo')} disabled={!history.canUndo} onClick={history.undo}>
              <IconArrowBackUp size={18} stroke={1.75} />
            </HintedIcon>
            <HintedIcon label={t('actions.redo')} disabled={!history.canRedo} onClick={history.redo}>
              <IconArrowForwardUp size={18} stroke={1.75} />
            </HintedIcon>
            <Button
              variant="default"
              disabled={!mayWrite || !studio.editable || !isDirty}
              loading={work.isBusy}
              rightSection={<Kbd>Ctrl S</Kbd>}
              onClick={onSave}
            >
              {t('actions.save')}
            </Button>
            <Button
              disabled={!canCompute}
              loading={work.isRunning}
              rightSection={<Kbd>Ctrl ↵</Kbd>}
              onClick={onCompute}
            >
              {t('actions.compute')}
            </Button>
          </div>
        }
      />
    </div>
  )
}
