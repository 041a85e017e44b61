'use client'
import { ActionIcon } from '@mantine/core'
import type { ReactNode } from 'react'
import { useHint } from './use-hint.tsx'

type Props = { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }

/** An icon to press, with its name on hover and focus. */
export function HintedIcon({ label, disabled = false, onClick, children }: Props) {
  const { target, bubble } = useHint(label)
  return (
    <>
      <ActionIcon aria-label={label} disabled={disabled} onClick={onClick} {...target}>
        {children}
      </ActionIcon>
      {bubble}
    </>
  )
}
