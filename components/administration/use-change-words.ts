'use client'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'

const day = /^\d{4}-\d{2}-\d{2}$/
const identifier = /^[0-9a-f]{8}-|^[0-9a-f]{40,}$/

/** What an entry changed, in words: what has no words, and ids, say nothing to a reader and are left out. */
export function useChangeWords(): (change: Record<string, unknown>) => string[] {
  const t = useTranslations('audit.change')
  const format = useFormat()
  return (change) =>
    Object.entries(change).flatMap(([name, value]) => {
      const key = name as Parameters<typeof t.has>[0]
      if (!t.has(key)) return []
      if (typeof value === 'number')
        return [`${t(key)} ${name.endsWith('Bps') ? format.percent(value) : format.number(value)}`]
      if (typeof value !== 'string' || value === '' || identifier.test(value)) return []
      return [`${t(key)} ${day.test(value) ? format.day(value, 'year') : value}`]
    })
}
