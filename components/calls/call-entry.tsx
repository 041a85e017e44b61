'use client'
import { Skeleton } from '@mantine/core'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { EmptyState, ErrorState } from '#components/ui/states.tsx'
import { usePreload } from '#components/ui/use-preload.ts'
import { useCallOptions } from '#src/client/calls/use-calls.ts'
import type { useLogCall } from '#src/client/calls/use-log-call.ts'
import type { LogCallInput } from '#src/contracts/calls.ts'
import { CallForm } from './call-form.tsx'

const CallDone = dynamic(() => import('./call-done.tsx').then((module) => module.CallDone), { ssr: false })
const loadLater = () => import('./call-done.tsx')

type Entered = { input: Omit<LogCallInput, 'clientId'>; name: string }
type Props = { entry: ReturnType<typeof useLogCall>; hcpId: string | null; onClose: () => void }

/** The form, then what became of the call. */
export function CallEntry({ entry, hcpId, onClose }: Props) {
  const t = useTranslations('calls.form')
  const { data: options, isError, refetch } = useCallOptions()
  const [entered, setEntered] = useState<Entered | null>(null)
  const [round, setRound] = useState(0)
  usePreload(loadLater)
  if (isError && !options) return <ErrorState onRetry={() => void refetch()} />
  if (!options) return <Skeleton h={420} aria-busy />
  if (options.sectors.length === 0) return <EmptyState title={t('noSector')}>{t('noSectorWhy')}</EmptyState>
  const { last } = entry
  if (entered && last)
    return (
      <CallDone
        key={last.id}
        state={last}
        {...entered}
        takeBack={entry.takeBack}
        onAgain={() => {
          if (last.kind === 'refused') entry.dismiss(last.id)
          entry.forget()
          setEntered(null)
          setRound(round + 1)
        }}
        onClose={() => {
          entry.forget()
          setEntered(null)
          setRound(round + 1)
          onClose()
        }}
      />
    )
  return (
    <CallForm
      key={round}
      options={options}
      hcpId={round === 0 ? hcpId : null}
      onLog={(input, name) => {
        entry.log(input)
        setEntered({ input, name })
      }}
    />
  )
}
