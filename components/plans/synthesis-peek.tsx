'use client'
import { IconChevronUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { useDesk } from './desk-context.ts'
import { PlanSynthesis } from './plan-synthesis.tsx'
import classes from './synthesis.module.css'

type Props = { open: boolean; onOpen: (open: boolean) => void; footer: ReactNode }

/** On a phone the synthesis is one line above the bottom bar; a touch opens it whole. */
export function SynthesisPeek({ open, onOpen, footer }: Props) {
  const t = useTranslations('plans.synthesis')
  const format = useFormat()
  const { state, plan } = useDesk()
  const { proposed, allowance } = state.synthesis
  const load = format.percentParts(proposed.utilisationBps)
  const chance = format.probabilityParts(
    state.probability === null ? null : Math.round(state.probability * 10_000),
  )
  const figure = (label: string, value: ReactNode, unit: ReactNode) => (
    <span>
      <span>{label}</span>
      <b>
        {value}
        <i>{unit}</i>
      </b>
    </span>
  )
  const { used, maximum } = allowance.changes
  return (
    <>
      <div className={classes.peekRoom} />
      <button
        type="button"
        className={classes.peek}
        aria-expanded={open}
        aria-label={t('peek')}
        onClick={() => onOpen(true)}
      >
        {figure(t('load'), load.value, load.unit)}
        {figure(t('changes'), used, maximum === null ? '' : ` / ${maximum}`)}
        {figure(t('chanceShort'), chance.value, chance.unit)}
        <IconChevronUp size={18} stroke={1.75} aria-hidden />
      </button>
      <SidePanel opened={open} onClose={() => onOpen(false)} title={plan.sectorName} footer={footer}>
        <PlanSynthesis />
      </SidePanel>
    </>
  )
}
