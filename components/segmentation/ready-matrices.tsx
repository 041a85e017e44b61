'use client'
import { Button } from '@mantine/core'
import { IconLayoutGrid, IconTable } from '@tabler/icons-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { EmptyState } from '#components/ui/states.tsx'
import { readyMatrix, type ReadyMatrix } from '#src/client/segmentation/ready-matrices.ts'
import type { Segmentation } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import classes from './ready-matrices.module.css'

const kinds: readonly ReadyMatrix[] = ['3x3', '5x3']
const ranks = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9'] as const

type Props = {
  studio: StudioDto
  code: string
  disabled: boolean
  onChoose: (segmentation: Segmentation) => void
}

/** Where a cycle without a segmentation begins. */
export function ReadyMatrices({ studio, code, disabled, onChoose }: Props) {
  const t = useTranslations('segmentation.empty')
  const make = (kind: ReadyMatrix) =>
    readyMatrix(
      kind,
      studio.criteria,
      {
        potential: t('potential'),
        affinity: t('affinity'),
        affinityClasses: [
          t('affinityClasses.first'),
          t('affinityClasses.second'),
          t('affinityClasses.third'),
        ],
        segments: ranks.map((rank) => t(`segments.${rank}`)),
      },
      code,
    )
  if (!make('3x3'))
    return (
      <EmptyState
        icon={IconTable}
        title={t('title')}
        action={
          <Button component={Link} href={`/cycles/${studio.cycleId}/qualification`}>
            {t('toCriteria')}
          </Button>
        }
      >
        {t('noCriteria')}
      </EmptyState>
    )
  return (
    <EmptyState
      icon={IconLayoutGrid}
      title={t('title')}
      action={
        <div className={classes.choices}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              className={classes.choice}
              disabled={disabled}
              onClick={() => {
                const made = make(kind)
                if (made) onChoose(made)
              }}
            >
              <span className={classes.grid} data-kind={kind} aria-hidden>
                {Array.from({ length: kind === '3x3' ? 9 : 15 }, (_, index) => (
                  <i key={index} />
                ))}
              </span>
              <b>{t(kind)}</b>
              <span>{t(`${kind}Note`)}</span>
            </button>
          ))}
        </div>
      }
    >
      {t('body')}
    </EmptyState>
  )
}
