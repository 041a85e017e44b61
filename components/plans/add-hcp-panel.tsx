'use client'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { EmptyState, TableSkeleton } from '#components/ui/states.tsx'
import { useCandidates } from '#src/client/plans/use-plans.ts'
import type { PlanCandidate } from '#src/contracts/plan-document.ts'
import { useDesk } from './desk-context.ts'
import classes from './dialogs.module.css'

type Props = { opened: boolean; onClose: () => void; onAdded: (hcpId: string) => void }

/** Professionals of the sector that the plan does not hold: one touch adds the first contact. */
export function AddHcpPanel({ opened, onClose, onAdded }: Props) {
  const t = useTranslations('plans.add')
  const { plan, editor, words, setContacts, state } = useDesk()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text, 250)
  const { data, isPending } = useCandidates(plan.id, asked, opened)
  const first = plan.channels[0]?.code
  const held = new Set(state.rows.map(({ hcp }) => hcp.hcpId))
  const items = (data?.items ?? []).filter(({ hcpId }) => !held.has(hcpId))

  function add(candidate: PlanCandidate) {
    if (!first) return
    editor.welcome(candidate)
    setContacts(candidate.hcpId, first, 1)
    onAdded(candidate.hcpId)
  }
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      title={t('title')}
      context={t('context', { sector: plan.sectorName })}
    >
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        value={text}
        data-autofocus
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {isPending && <TableSkeleton rows={5} rowHeight={56} />}
      {!isPending && items.length === 0 && <EmptyState title={t('none')}>{t('noneWhy')}</EmptyState>}
      <ul className={classes.found}>
        {items.map((candidate) => {
          const segment = plan.segments.find(({ code }) => code === candidate.segment)
          const block = candidate.constraint?.blocked.find(({ channel }) => channel === first)
          return (
            <li key={candidate.hcpId}>
              <div>
                <b>{candidate.name}</b>
                <span>
                  {[candidate.specialty, candidate.commune].filter(Boolean).join(' · ')}
                  {block && ` · ${words.limit({ limit: 'blocked', params: block })}`}
                </span>
                {segment && <SegmentSwatch rank={segment.rank} name={segment.name} size="sm" />}
              </div>
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
                disabled={block !== undefined}
                onClick={() => add(candidate)}
              >
                {t('add')}
              </Button>
            </li>
          )
        })}
      </ul>
    </SidePanel>
  )
}
