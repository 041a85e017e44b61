'use client'
import { Tooltip } from '@mantine/core'
import { useNow } from 'next-intl'
import { useFormat } from './format.ts'

/** An instant told from now (« hier, 18:40 »), the exact one on hover. */
export function Moment({ at }: { at: string }) {
  const format = useFormat()
  const now = useNow().toISOString()
  return (
    <Tooltip label={`${format.instantDay(at, 'year')}, ${format.time(at)}`}>
      <time dateTime={at}>{format.relativeInstant(at, now)}</time>
    </Tooltip>
  )
}
