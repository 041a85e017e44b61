'use client'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import type { HcpPage } from '#src/contracts/directory-hcp.ts'
import { ChannelIcon } from './channel-icon.tsx'
import { Dots } from './dots.tsx'
import classes from './hcp.module.css'

const few = 12

/** Lines of the plan on this hcp beside what is done, channel by channel. */
export function HcpCommitments({ hcp }: { hcp: HcpPage }) {
  const t = useTranslations('directory.hcp')
  const format = useFormat()
  const { commitments, cycle } = hcp
  if (!commitments) return null
  const several = new Set(commitments.map(({ planId }) => planId)).size > 1
  return (
    <Section title={t('commitments')} note={cycle?.name}>
      {commitments.length === 0 ? (
        <p className={classes.grey}>{t('noCommitments', { cycle: cycle?.name ?? '' })}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('channel')}</th>
              <th data-right>{t('theoretical')}</th>
              <th data-right>{t('committed')}</th>
              <th data-right>{t('done')}</th>
              <th data-wide className={classes.apart}>
                {t('progress')}
              </th>
              <th data-right data-wide>
                {t('planned')}
              </th>
            </tr>
          </thead>
          <tbody>
            {commitments.map((line) => {
              const change = line.committed - line.theoretical
              return (
                <tr key={`${line.planId}:${line.channelId}`}>
                  <td>
                    <ChannelIcon kind={line.channelKind} /> {line.channel}
                    {several && <small>{line.sectorName}</small>}
                  </td>
                  <td data-right className={classes.grey}>
                    {format.number(line.theoretical)}
                  </td>
                  <td data-right>
                    <b>{format.number(line.committed)}</b>
                    {change !== 0 && <span className={classes.changed}>{format.signed(change)}</span>}
                  </td>
                  <td data-right>
                    <b>{format.number(line.done)}</b>
                  </td>
                  <td data-wide className={classes.apart}>
                    {line.committed <= few && <Dots done={line.done} total={line.committed} />}
                  </td>
                  <td data-right data-wide>
                    {format.day(line.nextOn)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </Section>
  )
}
