'use client'
import { ORPCError } from '@orpc/client'
import { useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { FieldErrors, Refusal } from '#src/contracts/errors.ts'
import { formatDay } from '#src/lib/format/day.ts'

export type Problem = {
  code: string
  /** One sentence for the reader. */
  message: string
  /** What is wrong one by one: the items of a refusal, the fields of a form. */
  details: { path: string; message: string }[]
}

type Params = Record<string, string | number>

// The shapes that every procedure declares, known by what they hold: the validation library stays on the server.
const holds = (data: unknown, key: string): boolean =>
  typeof data === 'object' && data !== null && key in data
const isRefusal = (data: unknown): data is Refusal => holds(data, 'reason') && holds(data, 'items')
const isFieldErrors = (data: unknown): data is FieldErrors => holds(data, 'fields')

const day = /^\d{4}-\d{2}-\d{2}$/

/** Turns what a command threw into words: each reason has its sentence in the messages, under `refusals`. */
export function useRefusal(): (error: unknown) => Problem {
  const t = useTranslations('refusals')
  const locale = useLocale()
  return useCallback(
    (error: unknown): Problem => {
      const shown = (params: Params) =>
        Object.fromEntries(
          Object.entries(params).map(([name, value]) => [
            name,
            typeof value === 'string' && day.test(value) ? formatDay(value, locale, 'year') : value,
          ]),
        )
      // Reasons come from the server: a key that the messages lack is told by its code, never by a crash.
      const sentence = (reason: string, params: Params) => {
        const key = reason as Parameters<typeof t.has>[0]
        return t.has(key) ? t(key, shown(params) as never) : `${t('unknown')} (${reason})`
      }
      if (!(error instanceof ORPCError)) return { code: 'BROKEN', message: t('broken'), details: [] }
      const { code } = error
      if (code === 'REFUSED') {
        const data: unknown = error.data
        if (!isRefusal(data)) return { code, message: t('unknown'), details: [] }
        const details = data.items.map((item) => ({
          path: item.code,
          message: sentence(item.code, item.params),
        }))
        return { code, message: sentence(data.reason, data.params), details }
      }
      if (code === 'BAD_REQUEST') {
        const data: unknown = error.data
        return { code, message: t('invalid'), details: isFieldErrors(data) ? data.fields : [] }
      }
      const known = ['CONFLICT', 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHORIZED', 'TOO_MANY_REQUESTS'] as const
      const match = known.find((one) => one === code)
      return { code, message: match ? t(match) : t('broken'), details: [] }
    },
    [t, locale],
  )
}
