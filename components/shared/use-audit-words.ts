'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

type Told = { action: string; subjectName?: string | null }

/** An entry of the trail in words, after the person's name: « a soumis le plan, Limoges – Brive ». */
export function useAuditWords(): (entry: Told) => string {
  const t = useTranslations('audit')
  return useCallback(
    ({ action, subjectName = null }: Told) => {
      // Actions are written by every feature: one without its words yet is told by its code.
      const key = `action.${action}` as Parameters<typeof t.has>[0]
      const what = t.has(key) ? t(key) : action
      return subjectName ? `${what}, ${subjectName}` : what
    },
    [t],
  )
}
