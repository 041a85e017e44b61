'use client'
import { Button } from '@mantine/core'
import { IconLayoutGrid, IconTable } from '@tabler/icons-react'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { EmptyState } from '#components/ui/states.tsx'
import { readyMatrix } from '#src/client/segmentation/ready-matrices.ts'
import type { Segmentation } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import { presetNames } from '#src/engine/index.ts'
import { segmentTint } from './segment-colour.ts'
import classes from './ready-matrices.module.css'

type Props = {
  studio: StudioDto
  code: string
  disabled: boolean
  onChoose: (segmentation: Segmentation) => void
}

/** Where a cycle without a segmentation begins. */
export function ReadyMatrices({ studio, code, disabled, onChoose }: Props) {
  const t = useTranslations('segmentation.empty')
  const locale = useLocale()
  const made = presetNames.flatMap((kind) => {
    const segmentation = readyMatrix(kind, studio.criteria, locale, code)
    return segmentation ? [{ kind, segmentation }] : []
  })
  if (made.length === 0)
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
          {made.map(({ kind, segmentation }) => (
            <button
              key={kind}
              type="button"
              className={classes.choice}
              disabled={disabled}
              onClick={() => onChoose(segmentation)}
            >
              <Thumbnail segmentation={segmentation} />
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

/** The cells of the first layer in the colours of their segments. */
function Thumbnail({ segmentation: { matrix, axes, segments } }: { segmentation: Segmentation }) {
  const rows = axes.find(({ code }) => code === matrix.rows)?.classes.length ?? 0
  const cells = matrix.cells.slice(0, rows)
  const style = { '--columns': cells[0]?.length ?? 1, '--height': `${Math.floor(60 / rows)}px` }
  return (
    // Custom properties are not in React's type of a style.
    <span className={classes.grid} style={style as CSSProperties} aria-hidden>
      {cells.flat().map((code, index) => {
        const segment = segments.find((one) => one.code === code)
        // Cells have no name of their own.
        return <i key={index} style={{ background: segmentTint(segment?.colour, segment?.rank ?? 9) }} />
      })}
    </span>
  )
}
