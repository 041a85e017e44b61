'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFormat } from '#components/ui/format.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import type { HcpChange, LimitBreach } from '#src/engine/index.ts'

type Channels = PlanDto['channels']

/** Sentences of a plan that several parts of its screens say. */
export function usePlanWords(channels: Channels) {
  const t = useTranslations('plans')
  const format = useFormat()
  return useMemo(() => {
    const kindOf = (code: string | number | undefined) =>
      channels.find((channel) => channel.code === code)?.kind ?? 'VISIT'
    const nameOf = (code: string) => channels.find((channel) => channel.code === code)?.name ?? code
    /** « 6 visites » */
    const contacts = (count: number, channel: string | number | undefined) =>
      t(`contacts.${kindOf(channel)}`, { count })

    /** The limit that is broken: « 6 visites au plus ». */
    function limit({ limit: broken, params }: Pick<LimitBreach, 'limit' | 'params'>): string {
      const { channel, maximum, minimum, cause, closesOn, state } = params
      switch (broken) {
        case 'frequencyMaximum':
          return t('limit.frequencyMaximum', { contacts: contacts(Number(maximum), channel) })
        case 'frequencyMinimum':
          return t('limit.frequencyMinimum', { contacts: contacts(Number(minimum), channel) })
        case 'done':
          return t('limit.done', { contacts: contacts(Number(minimum), channel) })
        case 'changes':
          return t('limit.changes', { maximum: Number(maximum) })
        case 'yearlyCap':
          return t('limit.yearlyCap', { maximum: Number(maximum) })
        case 'deadline':
          return t('limit.deadline', { day: format.day(String(closesOn), 'long') })
        case 'blocked':
          return t(`limit.blocked.${cause as 'opposition'}`, { channel: nameOf(String(channel)) })
        case 'channel':
          return t('limit.channel')
        case 'locked':
          return t('limit.locked')
        case 'value':
          return t('limit.value')
        case 'state':
          return t(`limit.state.${state as 'SEALED'}`)
      }
    }
    /** By how much: « 1 de trop, 4 conservées ». */
    function excess({ limit: broken, excess: by }: LimitBreach, kept: number): string | null {
      if (broken === 'frequencyMaximum' || broken === 'yearlyCap') return t('excess.over', { by, kept })
      if (broken === 'frequencyMinimum' || broken === 'done') return t('excess.under', { by, kept })
      if (broken === 'deadline') return t('excess.days', { by })
      return broken === 'changes' ? t('excess.changes', { by }) : null
    }
    /** « 4 → 6 visites » */
    const cell = ({ channel, theoretical, proposed }: HcpChange['cells'][number]) =>
      `${theoretical || '–'} → ${contacts(proposed, channel)}`
    /** What moved besides the first channel: « −1 visite, +1 visite à distance ». */
    const moves = (change: HcpChange) =>
      change.cells
        .map(({ channel, theoretical, proposed }) => {
          const delta = proposed - theoretical
          return `${format.signed(delta)} ${contacts(Math.abs(delta), channel).replace(/^\S+\s/, '')}`
        })
        .join(', ')
    return { contacts, limit, excess, cell, moves, nameOf, kindOf }
  }, [t, format, channels])
}
export type PlanWords = ReturnType<typeof usePlanWords>
