'use client'
import { Checkbox, PasswordInput } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import classes from './dialogs.module.css'

type Props = {
  /** What the signature means. */
  meaning: ReactNode
  agreed: boolean
  onAgree: (agreed: boolean) => void
  password: string
  onPassword: (password: string) => void
  error?: string | null
}

/** A signature: what it means, agreed to, and the password of who signs. */
export function SignatureFields({ meaning, agreed, onAgree, password, onPassword, error }: Props) {
  const t = useTranslations('plans.sign')
  return (
    <div className={classes.sign}>
      <p>
        <IconSignature size={18} stroke={1.5} aria-hidden />
        <span>{meaning}</span>
      </p>
      <Checkbox
        size="sm"
        label={t('agree')}
        checked={agreed}
        onChange={(event) => onAgree(event.currentTarget.checked)}
      />
      <PasswordInput
        label={t('password')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        value={password}
        error={error ?? undefined}
        onChange={(event) => onPassword(event.currentTarget.value)}
      />
    </div>
  )
}
