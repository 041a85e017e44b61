'use client'
import { Button, Kbd } from '@mantine/core'
import { IconAlertTriangle, IconSend } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ProbabilityBar } from '#components/ui/bars.tsx'
import { ChangeChip } from '#components/ui/change-chip.tsx'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import type { EditorState } from '#src/client/plans/plan-editor.ts'
import { Term } from '#components/ui/term.tsx'
import { CapacityBar } from './capacity-bar.tsx'
import { ChannelGlyph } from './channel-glyph.tsx'
import { useDesk } from './desk-context.ts'
import { StepsTable } from './steps-table.tsx'
import classes from './synthesis.module.css'

const bold = (chunks: ReactNode) => <b>{chunks}</b>

function LastMove({ move }: { move: NonNullable<EditorState['lastMove']> }) {
  const t = useTranslations('plans.synthesis')
  const format = useFormat()
  const { editor, words, plan } = useDesk()
  const [hcpId] = move.hcpIds
  const person = move.hcpIds.length === 1 && hcpId ? editor.person(hcpId) : null
  const still = Math.abs(move.points) < 0.05
  return (
    <>
      {!still && (
        <ChangeChip worse={move.points < 0}>
          {t('points', { points: format.signed(move.points, 1) })}
        </ChangeChip>
      )}
      <span className={classes.move}>
        {person ? person.shortName : t('manyMoved', { count: move.hcpIds.length })}
        {person && move.from !== null && move.to !== null && (
          <>
            <br />
            {move.from} → {words.contacts(move.to, plan.channels[0]?.code)}
          </>
        )}
      </span>
    </>
  )
}

function ChancePart() {
  const t = useTranslations('plans.synthesis')
  const format = useFormat()
  const { plan, state } = useDesk()
  const { probability, lastMove, synthesis } = state
  const bps = probability === null ? null : Math.round(probability * 10_000)
  const parts = format.probabilityParts(bps)
  const { keepBps, amberBps, workedDays } = plan.forecast
  const goal = synthesis.proposed.goalMilli
  const needed = Math.ceil((goal * keepBps) / 10_000 / 1000)
  return (
    <section>
      <h3>
        <Term definition={t('chanceTerm', { keep: format.percent(keepBps) })}>{t('chance')}</Term>
      </h3>
      <div className={classes.numbers}>
        <div className={classes.big}>
          {parts.value}
          <span>{parts.unit}</span>
        </div>
        {lastMove && <LastMove move={lastMove} />}
      </div>
      <ProbabilityBar probabilityBps={bps} thresholdBps={amberBps} />
      <p>
        {bps === null
          ? t('noChance')
          : t.rich(workedDays === null ? 'pace' : 'paceDays', {
              cycle: plan.previousCycle?.name ?? t('past'),
              days: format.number(workedDays),
              keep: format.percent(keepBps),
              needed: format.number(needed),
              goal: format.milli(goal, 0),
              b: bold,
            })}
      </p>
    </section>
  )
}

function LoadPart() {
  const t = useTranslations('plans.synthesis')
  const format = useFormat()
  const { state } = useDesk()
  const { proposed, capacityMilli } = state.synthesis
  const share = format.percentParts(proposed.utilisationBps)
  return (
    <section>
      <h3>{t('load')}</h3>
      <div className={classes.numbers}>
        <div className={classes.middle}>
          {share.value}
          <span>{share.unit}</span>
        </div>
        <p>
          {capacityMilli === null
            ? t('noCapacity')
            : t.rich('loadOf', {
                load: format.milli(proposed.loadMilli, 0),
                capacity: format.milli(capacityMilli, 0),
                b: bold,
              })}
        </p>
      </div>
      {capacityMilli !== null && capacityMilli > 0 && (
        <CapacityBar loadMilli={proposed.loadMilli} capacityMilli={capacityMilli} />
      )}
    </section>
  )
}

function AllowancePart() {
  const t = useTranslations('plans.synthesis')
  const { state } = useDesk()
  const { changesByKind, allowance, toDecide, lockedHcps } = state.synthesis
  const { used, maximum, left } = allowance.changes
  const full = maximum !== null && left === 0
  return (
    <dl className={classes.allowance}>
      <div>
        <dt>{t('changes')}</dt>
        <dd>
          <b>{used}</b>
          {maximum !== null && ` / ${maximum}`}
          {maximum !== null && (
            <span data-full={full || undefined}>
              {full && <IconAlertTriangle size={13} stroke={1.9} aria-hidden />}
              {full ? t('reached') : t('left', { left: left ?? 0 })}
            </span>
          )}
        </dd>
        {maximum !== null && maximum > 0 && (
          <dd className={classes.meter} data-full={full || undefined}>
            <i style={{ width: `${Math.min(100, (used / maximum) * 100)}%` }} />
          </dd>
        )}
      </div>
      <div>
        <dt>{t('removals')}</dt>
        <dd>
          <b>{changesByKind.removal}</b>
        </dd>
      </div>
      <div>
        <dt>{t('additions')}</dt>
        <dd>
          <b>{changesByKind.addition}</b>
          {toDecide.length > 0 && <span>{t('toDecide', { count: toDecide.length })}</span>}
        </dd>
      </div>
      {lockedHcps > 0 && (
        <div>
          <dt>{t('locked')}</dt>
          <dd>
            <b>{lockedHcps}</b>
            <span>{t('lockedOut')}</span>
          </dd>
        </div>
      )}
    </dl>
  )
}

function ContactsPart() {
  const t = useTranslations('plans.synthesis')
  const format = useFormat()
  const { plan, state } = useDesk()
  const { channels, segments, theoretical, proposed } = state.synthesis
  const used = channels.filter((one) => one.theoretical + one.proposed > 0)
  const [first] = plan.channels
  const row = (before: number, after: number) => (
    <>
      <td>{format.number(before)}</td>
      <td>
        <b>{format.number(after)}</b>
      </td>
      <td>{format.signed(after - before)}</td>
    </>
  )
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>{t('contacts')}</th>
          <th>{t('theoreticalShort')}</th>
          <th>{t('proposedShort')}</th>
          <th>{t('gap')}</th>
        </tr>
      </thead>
      <tbody>
        {used.map(({ channel, ...pair }) => {
          const known = plan.channels.find(({ code }) => code === channel)
          return (
            <tr key={channel}>
              <th scope="row">
                <span className={classes.channel}>
                  <ChannelGlyph kind={known?.kind ?? 'VISIT'} />
                  {known?.name ?? channel}
                  <i>× {format.milli(known?.loadMilli ?? 0)}</i>
                </span>
              </th>
              {row(pair.theoretical, pair.proposed)}
            </tr>
          )
        })}
        <tr data-total>
          <th scope="row">{t('load')}</th>
          {row(Math.round(theoretical.loadMilli / 1000), Math.round(proposed.loadMilli / 1000))}
        </tr>
      </tbody>
      <tbody>
        <tr>
          <th colSpan={4}>{first?.name}</th>
        </tr>
        {segments.map((segment) => {
          const known = plan.segments.find(({ code }) => code === segment.segment)
          const own = segment.channels.find(({ channel }) => channel === first?.code)
          return (
            <tr key={segment.segment ?? ''}>
              <th scope="row">
                {known ? (
                  <SegmentSwatch rank={known.rank} name={known.name} size="sm" />
                ) : (
                  t('withoutSegment')
                )}
              </th>
              {row(own?.theoretical ?? 0, own?.proposed ?? 0)}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The sector at a glance; it moves with every key. */
export function PlanSynthesis() {
  const t = useTranslations('plans.synthesis')
  const { editable, plan } = useDesk()
  return (
    <div className={classes.synthesis}>
      <header>
        <h2>{t('title')}</h2>
        {editable && <span>{t('live')}</span>}
        {plan.state === 'SEALED' && <span>{t('asSigned')}</span>}
      </header>
      <ChancePart />
      <StepsTable />
      <LoadPart />
      <AllowancePart />
      <ContactsPart />
    </div>
  )
}

/** What is still missing before the plan may be sent, and the button that sends it. */
export function SubmitPart({ onMissing, onSubmit }: { onMissing: () => void; onSubmit: () => void }) {
  const t = useTranslations('plans.submit')
  const { state, plan } = useDesk()
  const missing = state.synthesis.missingReasons.length
  return (
    <div className={classes.submit}>
      {missing > 0 && (
        <p>
          <IconAlertTriangle size={14} stroke={1.9} aria-hidden />
          {t('missing', { count: missing })}
          <button type="button" onClick={onMissing}>
            {t('complete')}
          </button>
        </p>
      )}
      {plan.rights.submit ? (
        <Button
          fullWidth
          leftSection={<IconSend size={16} stroke={1.75} aria-hidden />}
          rightSection={<Kbd visibleFrom="md">Ctrl ↵</Kbd>}
          onClick={onSubmit}
        >
          {t('button')}
        </Button>
      ) : (
        <span className={classes.move}>{t('leadOnly', { name: plan.lead?.name ?? '–' })}</span>
      )}
    </div>
  )
}
