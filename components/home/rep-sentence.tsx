'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'

/** Pace and spread in one sentence: a plan fails by either. */
export function RepSentence({ follow }: { follow: FollowUpDto }) {
  const t = useTranslations('home.rep')
  const { figures } = follow
  const { recentPaceMilli, requiredPaceMilli } = figures.adjusted
  const unseen = figures.hcps - figures.seen
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  if (figures.adjusted.isKept) return <>{t.rich('kept', { b })}</>
  if (recentPaceMilli === null || requiredPaceMilli === null)
    return <>{t.rich('unseenOnly', { unseen, b })}</>
  return <>{t.rich(recentPaceMilli >= requiredPaceMilli ? 'paceThere' : 'paceShort', { unseen, b })}</>
}
