'use client'
import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { Section } from '#components/ui/section.tsx'
import { useFormat } from '#components/ui/format.ts'
import type { Preview, Segmentation } from '#src/client/what-if/what-if-types.ts'
import type { Axis } from '#src/engine/index.ts'
import { isShort } from '#components/shared/explanation-parts.ts'
import { MatrixCell } from './matrix-cell.tsx'
import { segmentTint } from './segment-colour.ts'
import classes from './matrix.module.css'

type Props = {
  segmentation: Segmentation
  preview: Preview | null
  disabled: boolean
  /** Segment that a click gives to a cell; null = a click opens the cell's menu. */
  brush: string | null
  actions: ReactNode
  palette: ReactNode
  /** `line` of the matrix's cells: with a third axis, that of the layer shown. */
  onCell: (line: number, column: number, segment: string) => void
  onNewSegment: (line: number, column: number) => void
  hrefOf: (segment: string) => string
}

const b = (chunks: ReactNode) => <b>{chunks}</b>

/** Axes crossed: hcps and share of the volume in each cell, before rules; cells belong to segments; a third axis as layers. */
export function Matrix(props: Props) {
  const { segmentation, preview, disabled, brush, actions, palette, onCell, onNewSegment, hrefOf } = props
  const t = useTranslations('segmentation.matrix')
  const format = useFormat()
  const painting = useRef(false)
  const [asked, setLayer] = useState(0)
  const { matrix, axes, segments } = segmentation
  const rows = axes.find(({ code }) => code === matrix.rows)
  const columns = axes.find(({ code }) => code === matrix.columns)
  if (!rows || !columns) return null
  const layers = axes.find(({ code }) => code === matrix.layers)
  const layer = Math.min(asked, (layers?.classes.length ?? 1) - 1)
  const rowAxis = axes.indexOf(rows)
  const across = columns.classes.length
  const isWide = rows.classes.length > 3 || across > 3

  function bounds(axis: Axis, index: number): string {
    const cuts = preview?.axes.find(({ code }) => code === axis.code)?.cutOffs ?? []
    const shown = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 1)
    const cut = cuts[index]
    const last = cuts.at(-1)
    if (index < axis.classes.length - 1)
      return cut === null || cut === undefined ? '' : t('atLeast', { value: shown(cut) })
    return last === null || last === undefined ? '' : t('below', { value: shown(last) })
  }
  const volume = (index: number) => {
    const total = preview?.totalVolumes[rowAxis] ?? 0
    const own = preview?.cells[index]?.volumes[rowAxis] ?? 0
    return total > 0 ? own / total : null
  }
  const contacts = (index: number) => {
    const total = preview?.totalContacts ?? 0
    return total > 0 ? (preview?.cells[index]?.contacts ?? 0) / total : null
  }
  const cellShares = (preview?.cells ?? []).flatMap((_, index) => [volume(index) ?? 0, contacts(index) ?? 0])
  const most = Math.max(0.0001, ...cellShares)
  return (
    <Section
      flush
      title={t('title')}
      note={preview && t.rich('note', { count: format.number(preview.qualified), b })}
      actions={actions}
    >
      {palette}
      {layers && (
        <SegmentedControl
          size="xs"
          aria-label={t('layer', { axis: layers.name })}
          value={String(layer)}
          onChange={(value) => setLayer(Number(value))}
          data={layers.classes.map(({ name }, index) => ({
            value: String(index),
            label: index === 0 ? `${layers.name} ${name}` : name,
          }))}
        />
      )}
      <table
        className={classes.matrix}
        data-wide={isWide || undefined}
        data-brush={brush !== null || undefined}
        onPointerUp={() => (painting.current = false)}
        onPointerLeave={() => (painting.current = false)}
      >
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{rows.name}</VisuallyHidden>
            </th>
            {columns.classes.map(({ code, name }, index) => (
              <th key={code} scope="col">
                <b>{name}</b> <span>{bounds(columns, index)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.classes.map((rowClass, row) => (
            <tr key={rowClass.code}>
              <th scope="row" data-long={!isShort(rowClass.name) || undefined}>
                <b>{rowClass.name}</b>
                <span>{bounds(rows, row)}</span>
              </th>
              {columns.classes.map((columnClass, column) => {
                const line = layer * rows.classes.length + row
                const index = line * across + column
                const code = matrix.cells[line]?.[column] ?? ''
                const segment = segments.find((one) => one.code === code)
                return (
                  <td
                    key={columnClass.code}
                    // Custom properties are not in React's type of a style.
                    style={{ '--c': segmentTint(segment?.colour, segment?.rank ?? 9) } as CSSProperties}
                    data-moved={hasMoved(preview, index) || undefined}
                  >
                    <MatrixCell
                      segments={segments}
                      code={code}
                      place={preview?.cells[index] ?? null}
                      share={shareOf(preview, index)}
                      bars={
                        isWide
                          ? []
                          : [
                              { key: 'volume', label: rows.name, share: volume(index) },
                              { key: 'contacts', label: t('contacts'), share: contacts(index) },
                            ].filter(({ share }) => share !== null)
                      }
                      most={most}
                      label={`${rowClass.name} × ${columnClass.name}`}
                      disabled={disabled}
                      brush={brush}
                      href={hrefOf(code)}
                      onAssign={(segmentCode) => onCell(line, column, segmentCode)}
                      onNewSegment={() => onNewSegment(line, column)}
                      onPaintStart={() => (painting.current = true)}
                      onPaintOver={() => brush && painting.current && onCell(line, column, brush)}
                    />
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

const hasMoved = (preview: Preview | null, index: number) => {
  const cell = preview?.cells[index]
  return cell?.before !== undefined && cell.before !== null && cell.before !== cell.count
}

const shareOf = (preview: Preview | null, index: number) =>
  preview && preview.qualified > 0 ? (preview.cells[index]?.count ?? 0) / preview.qualified : null
