'use client'
import { useTranslations } from 'next-intl'
import { DeltaChip } from '#components/ui/change-chip.tsx'
import { classColor } from '#components/charts/scales.ts'
import { useFormat } from '#components/ui/format.ts'
import { withCut } from '#src/client/segmentation/edit-axis.ts'
import type { AxisPreview } from '#src/client/what-if/what-if-types.ts'
import type { Axis, Classification } from '#src/engine/index.ts'
import { TypedNumber } from './typed-number.tsx'
import classes from './axis-panel.module.css'

type Props = {
  axis: Axis
  preview: AxisPreview | null
  step: number
  disabled: boolean
  onCommit: (classification: Classification) => void
}

/** The classes of an axis: where each begins, how many hcps and how much of the total it holds. */
export function AxisClasses({ axis, preview, step, disabled, onCommit }: Props) {
  const t = useTranslations('segmentation.axis')
  const format = useFormat()
  const { classification } = axis
  const count = axis.classes.length
  const total = preview?.counts.reduce((sum, one) => sum + one, 0) ?? 0
  const limits = classification.method === 'abc' || classification.method === 'headcount'
  const decimals = step < 1 ? 1 : 0
  const share = (value: number | undefined, whole: number) =>
    format.percent(whole > 0 && value !== undefined ? Math.round((value / whole) * 10_000) : null)

  function from(index: number, name: string) {
    if (index === count - 1) return <span className={classes.quiet}>{t('rest')}</span>
    const cut = preview?.cutOffs[index]
    const shown =
      preview && preview.cutOffs.length > 0 ? (
        <span className={classes.quiet}>
          {cut === null || cut === undefined
            ? t('nobody')
            : `≥ ${format.number(cut, Number.isInteger(cut) ? 0 : 1)}`}
        </span>
      ) : null
    if (classification.method === 'thresholds')
      return (
        <>
          <span className={classes.quiet}>≥</span>
          <TypedNumber
            label={t('cutOf', { name })}
            value={classification.cuts[index] ?? 0}
            decimals={decimals}
            disabled={disabled}
            onCommit={(value) =>
              onCommit({ ...classification, cuts: withCut(classification.cuts, index, value, step) })
            }
          />
        </>
      )
    if (!limits) return shown
    return (
      <>
        <TypedNumber
          label={t('limitOf', { name })}
          value={(classification.limitsBps[index] ?? 0) / 100}
          decimals={1}
          disabled={disabled}
          onCommit={(value) => {
            const low = (classification.limitsBps[index - 1] ?? 0) + 1
            const high = (classification.limitsBps[index + 1] ?? 10_001) - 1
            const limit = Math.min(high, Math.max(low, Math.round(value * 100)))
            onCommit({
              ...classification,
              limitsBps: classification.limitsBps.map((one, at) => (at === index ? limit : one)),
            })
          }}
        />
        <span className={classes.quiet}>%</span> {shown}
      </>
    )
  }
  return (
    <>
      <table className={classes.classes}>
        <thead>
          <tr>
            <th scope="col">{t('classes')}</th>
            <th scope="col">{t(limits ? 'limit' : 'from')}</th>
            <th scope="col">{t('hcps')}</th>
            <th scope="col">{t('share')}</th>
            <th scope="col">{t('volume')}</th>
            <th aria-hidden />
          </tr>
        </thead>
        <tbody>
          {axis.classes.map(({ code, name }, index) => {
            const hcps = preview?.counts[index]
            const before = preview?.reference?.counts[index]
            const delta = hcps !== undefined && before !== undefined ? hcps - before : 0
            return (
              <tr key={code}>
                <th scope="row">
                  <i style={{ background: classColor(count - 1 - index, count) }} />
                  {name}
                </th>
                <td>
                  <span className={classes.from}>{from(index, name)}</span>
                </td>
                <td>{hcps === undefined ? '–' : format.number(hcps)}</td>
                <td>{share(hcps, total)}</td>
                <td>{share(preview?.volumes[index], preview?.totalVolume ?? 0)}</td>
                <td>{delta !== 0 && <DeltaChip>{format.signed(delta)}</DeltaChip>}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {axis.groupBy && preview && (
        <p className={classes.note}>
          {t(`perGroup.${axis.groupBy}`)} · {t('groups', { count: preview.groups.length })}
        </p>
      )}
      {preview && preview.missing > 0 && (
        <p className={classes.note}>{t('missing', { count: preview.missing })}</p>
      )}
    </>
  )
}
