'use client'
import { Alert, Button, Stack } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { useRefusal } from '#src/client/refusal.ts'

type Props = {
  opened: boolean
  onClose: () => void
  title: ReactNode
  context?: ReactNode
  /** What the command threw; told in words above the fields, which keep what was typed. */
  error: unknown
  busy: boolean
  onSubmit: () => void
  save?: ReactNode
  /** Beside the two buttons. */
  more?: ReactNode
  children: ReactNode
}

/** A form in a panel: fields, what was refused and why, save. */
export function FormPanel(props: Props) {
  const { opened, onClose, title, context, error, busy, onSubmit, save, more, children } = props
  const t = useTranslations('administration.form')
  const problemOf = useRefusal()
  const problem = error ? problemOf(error) : null
  return (
    <SidePanel opened={opened} onClose={onClose} title={title} context={context} width={480}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <Stack gap="md">
          {problem && (
            <Alert color="red" role="alert">
              {problem.message}
              {problem.details.map(({ path, message }) => (
                <div key={path}>{message}</div>
              ))}
            </Alert>
          )}
          {children}
          <Button type="submit" loading={busy}>
            {save ?? t('save')}
          </Button>
          {more}
        </Stack>
      </form>
    </SidePanel>
  )
}
