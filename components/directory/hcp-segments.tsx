'use client'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { HcpExplanationSentence } from '#components/shared/hcp-explanation.tsx'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import type { CycleSegmentDto } from '#src/contracts/directory-hcp.ts'
import classes from './hcp.module.css'

/** The segment of each cycle, the latest first. */
export function HcpSegments({
  segments,
  currentCycleId,
}: {
  segments: CycleSegmentDto[]
  currentCycleId: string | null
}) {
  const t = useTranslations('directory.hcp')
  return (
    <Section title={t('segments')}>
      {segments.length === 0 ? (
        <p className={classes.grey}>{t('noSegments')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('cycle')}</th>
              <th>{t('segment')}</th>
              <th data-right>{t('classes')}</th>
            </tr>
          </thead>
          <tbody>
            {segments.map((row) => (
              <tr key={`${row.cycleId}:${row.segmentation}`}>
                <td>
                  {row.cycleId === currentCycleId ? <b>{row.cycleName}</b> : row.cycleName}
                  {row.segmentation !== 'general' && <small>{row.segmentation}</small>}
                </td>
                <td>
                  {row.segment ? (
                    <SegmentSwatch rank={row.segment.rank} name={row.segment.name} />
                  ) : (
                    <span className={classes.grey}>{t('excluded')}</span>
                  )}
                </td>
                <td data-right className={classes.classes}>
                  {row.classes.map(({ axis, name }) => (
                    <span key={axis} title={axis}>
                      {name ?? '–'}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

/** Why this segment, in the engine's terms, with the smallest change that would move this hcp. */
export function HcpWhy({ hcpId, segment }: { hcpId: string; segment: CycleSegmentDto | undefined }) {
  const t = useTranslations('directory.hcp')
  const format = useFormat()
  if (!segment) return null
  const name = segment.segment?.name ?? t('excluded')
  return (
    <Section title={t('why', { name })} note={t('computed', { day: format.instantDay(segment.computedAt) })}>
      <HcpExplanationSentence cycleId={segment.cycleId} hcpId={hcpId} full />
    </Section>
  )
}
