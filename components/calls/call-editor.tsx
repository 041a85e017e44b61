'use client'
import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { Facts, SidePanel } from '#components/ui/side-panel.tsx'
import { toast } from '#components/ui/undo-toast.tsx'
import { callInput, type CallDraft } from '#src/client/calls/call-draft.ts'
import { useCallOptions, useCorrectCall, useUndoCall } from '#src/client/calls/use-calls.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { CallDto } from '#src/contracts/calls.ts'
import { NoteField, OutcomeStep, ProductStep, ReasonStep } from './call-fields.tsx'
import { WhenFields } from './when-fields.tsx'
import { OutcomeBadge } from './outcome-badge.tsx'
import classes from './call-form.module.css'

type Props = { call: CallDto; mayWrite: boolean; onClose: () => void }

const draftOf = (call: CallDto): CallDraft => ({
  who: {
    hcpId: call.hcpId,
    sectorId: call.sectorId,
    name: call.name,
    specialty: call.specialty,
    commune: call.commune,
    segment: call.segment,
    hint: 'due',
    planned: null,
    standing: call.standing,
    productIds: call.productIds,
    warnings: [],
  },
  outcome: call.outcome === 'CANCELLED' ? null : call.outcome,
  channelId: call.channelId,
  day: call.day,
  time: call.time ?? '',
  productIds: call.productIds,
  reasonId: call.reasonId,
  comment: call.comment ?? '',
})

/** One call: what it says, and its correction while its cycle allows it. */
export function CallEditor({ call, mayWrite, onClose }: Props) {
  const t = useTranslations('calls.editor')
  const format = useFormat()
  const refusal = useRefusal()
  const { data: options } = useCallOptions()
  const correct = useCorrectCall()
  const undo = useUndoCall()
  const [draft, setDraft] = useState(() => draftOf(call))
  const isEditable = mayWrite && call.isEditable
  const input = callInput(draft)
  const ends = {
    onSuccess: () => {
      toast(t('saved'))
      onClose()
    },
    onError: (error: unknown) => toast(refusal(error).message),
  }
  const command = { id: call.id, version: call.version }

  function save() {
    if (!input) return
    const { hcpId: _, plannedId: __, ...content } = input
    correct.mutate({ ...command, ...content, commandId: crypto.randomUUID() }, ends)
  }

  return (
    <SidePanel
      opened
      onClose={onClose}
      title={call.name}
      context={[call.specialty, call.commune].filter(Boolean).join(' · ')}
      footer={
        isEditable && (
          <>
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
              loading={undo.isPending}
              onClick={() => undo.mutate({ ...command, commandId: crypto.randomUUID() }, ends)}
            >
              {t(call.plannedOn && call.outcome !== 'PLANNED' ? 'planAgain' : 'cancel')}
            </Button>
            <Button loading={correct.isPending} disabled={!input} onClick={save}>
              {t('save')}
            </Button>
          </>
        )
      }
    >
      <Facts
        facts={[
          {
            key: 'day',
            term: t('day'),
            value: `${format.day(call.day, 'weekday')}${call.time ? `, ${call.time}` : ''}`,
          },
          { key: 'outcome', term: t('outcome'), value: <OutcomeBadge outcome={call.outcome} /> },
          { key: 'sector', term: t('sector'), value: call.sector },
          { key: 'member', term: t('member'), value: call.member ?? '–' },
          ...(call.comment ? [{ key: 'comment', term: t('note'), value: call.comment }] : []),
          { key: 'hcp', term: t('hcp'), value: <Link href={`/annuaire/${call.hcpId}`}>{t('open')}</Link> },
        ]}
      />
      {isEditable && options ? (
        <div className={classes.form}>
          {call.outcome !== 'PLANNED' && <WhenFields draft={draft} options={options} onChange={setDraft} />}
          <OutcomeStep draft={draft} options={options} onChange={setDraft} />
          {draft.outcome === 'REFUSED' && <ReasonStep draft={draft} options={options} onChange={setDraft} />}
          {draft.outcome === 'DONE' && <ProductStep draft={draft} options={options} onChange={setDraft} />}
          <NoteField draft={draft} onChange={setDraft} />
        </div>
      ) : (
        <p className={classes.note}>{t(call.outcome === 'CANCELLED' ? 'cancelled' : 'frozen')}</p>
      )}
    </SidePanel>
  )
}
