'use client'
import { useNow } from 'next-intl'
import { useFormat } from './format.ts'
import { useHint } from './use-hint.tsx'

/** An instant told from now (« hier, 18:40 »), the exact one on hover. */
export function Moment({ at }: { at: string }) {
  const format = useFormat()
  const now = useNow().toISOString()
  const { target, bubble } = useHint(`${format.instantDay(at, 'year')}, ${format.time(at)}`)
  return (
    <>
      <time dateTime={at} {...target}>
        {format.relativeInstant(at, now)}
      </time>
      {bubble}
    </>
  )
}
