'use client'
import { Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useRouter, useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { TopSlot } from '#components/layout/top-slot.tsx'
import { FilterChips } from '#components/ui/filter-chips.tsx'
import { SaveState } from '#components/ui/save-state.tsx'
import { toast } from '#components/ui/undo-toast.tsx'
import { usePhone } from '#components/ui/use-phone.ts'
import { usePreload } from '#components/ui/use-preload.ts'
import { countRows, filterRows, planFilters, type PlanFilterKey } from '#src/client/plans/plan-rows.ts'
import { usePlanEditor } from '#src/client/plans/use-plan-editor.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { reviewList } from '#src/engine/index.ts'
import { DeskContext, type Desk } from './desk-context.ts'
import { PlanHeader } from './plan-header.tsx'
import { PlanNotices } from './plan-notices.tsx'
import { PlanSynthesis, SubmitPart } from './plan-synthesis.tsx'
import { PlanTable } from './plan-table.tsx'
import { useDeskActions } from './use-desk-actions.tsx'
import { usePlanWords } from './plan-words.ts'
import classes from './plan.module.css'
import sheet from './synthesis.module.css'

const SynthesisPeek = dynamic(() => import('./synthesis-peek.tsx').then((module) => module.SynthesisPeek), {
  ssr: false,
})

const AddHcpPanel = dynamic(() => import('./add-hcp-panel.tsx').then((module) => module.AddHcpPanel), {
  ssr: false,
})
const BulkBar = dynamic(() => import('./bulk-bar.tsx').then((module) => module.BulkBar), { ssr: false })
const PlanPrint = dynamic(() => import('./plan-print.tsx').then((module) => module.PlanPrint), { ssr: false })
const SubmitDialog = dynamic(() => import('./submit-dialog.tsx').then((module) => module.SubmitDialog), {
  ssr: false,
})
const loadLater = () => Promise.all([import('./bulk-bar.tsx'), import('./plan-detail.tsx')])

type Props = {
  plan: PlanDto
  signatory: string
  otherPlans: boolean
  /** The server knows of a later plan, and nothing here is unsaved: start again from it. */
  onStale: () => void
}

const isFilter = (text: string | null): text is PlanFilterKey => planFilters.some((filter) => filter === text)

const keysShown = [
  ['↑', '↓', 'line'],
  ['+', '−', 'frequency'],
  ['X', 'remove'],
  ['R', 'addBack'],
  ['M', 'reason'],
  ['P', 'why'],
  ['Ctrl Z', 'undo'],
] as const

/** A plan on the table of its rep: the list, and the synthesis that moves with every key. */
export function PlanDesk({ plan, signatory, otherPlans, onStale }: Props) {
  const t = useTranslations('plans')
  const phone = usePhone()
  usePreload(loadLater)
  const router = useRouter()
  const params = useSearchParams()
  const refusal = useRefusal()
  const onRefused = useCallback((error: unknown) => toast(refusal(error).message), [refusal])
  const { session, editor, state, status, revision } = usePlanEditor(plan, onRefused)
  const words = usePlanWords(plan.channels)
  const actions = useDeskActions(plan, editor, words)
  const search = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(params.get('q') ?? '')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [submitting, setSubmitting] = useState(false)
  const [adding, setAdding] = useState(false)
  const [peeking, setPeeking] = useState(false)
  const asked = params.get('filtre')
  const filter: PlanFilterKey = isFilter(asked) ? asked : 'all'
  const editable = plan.rights.edit && (plan.state === 'OPEN' || plan.state === 'RETURNED')

  useEffect(() => {
    if (plan.revision > revision && session.isEmpty()) onStale()
  }, [plan.revision, revision, session, onStale])

  const setFilter = useCallback(
    (key: string) => {
      const next = new URLSearchParams(params)
      if (key === 'all') next.delete('filtre')
      else next.set('filtre', key)
      router.replace(`?${next.toString()}`, { scroll: false })
    },
    [params, router],
  )
  const toggleDetail = useCallback((hcpId: string) => {
    setOpened((before) => {
      const next = new Set(before)
      if (!next.delete(hcpId)) next.add(hcpId)
      return next
    })
  }, [])
  const waiting = useMemo(() => {
    if (state.synthesis.toDecide.length === 0) return new Map()
    const { toDecide } = reviewList(state.plan, plan.limits, editor.context)
    return new Map(toDecide.map(({ hcpId, breaches }) => [hcpId, breaches]))
  }, [state, plan.limits, editor])
  const desk = useMemo(
    (): Desk => ({ plan, editor, state, words, editable, waiting, toggleDetail, ...actions }),
    [plan, editor, state, words, editable, waiting, toggleDetail, actions],
  )

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element &&
        event.target.closest('input:not([type="checkbox"]), textarea, select, [role="dialog"]')
      const ctrl = event.ctrlKey || event.metaKey
      if (ctrl && event.key === 'Enter' && editable && plan.rights.submit) setSubmitting(true)
      else if (typing) return
      else if (ctrl && event.key.toLowerCase() === 'z' && editable) actions.undo()
      else if (event.key === '/' && !ctrl) search.current?.focus()
      else if (event.key === 'Escape') return setSelected(new Set())
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [actions, editable, plan.rights.submit])

  const counts = useMemo(() => countRows(state.rows), [state.rows])
  const rows = useMemo(() => filterRows(state.rows, filter, text), [state.rows, filter, text])
  const submitPart = editable && (
    <SubmitPart
      // On a phone these buttons stand in the synthesis, which would cover what they lead to.
      onMissing={() => {
        setPeeking(false)
        setFilter('missing')
      }}
      onSubmit={() => {
        setPeeking(false)
        setSubmitting(true)
      }}
    />
  )
  const list = (
    <>
      <PlanHeader onAdd={editable ? () => setAdding(true) : null} otherPlans={otherPlans} />
      <PlanNotices />
      <div className={classes.tools}>
        <TextInput
          ref={search}
          className={classes.search ?? ''}
          size="xs"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          rightSection={phone ? null : <Kbd>/</Kbd>}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <FilterChips
          chips={planFilters.map((key) => ({
            key,
            label: t(`filter.${key}`),
            count: counts[key],
            pressed: filter === key,
          }))}
          onToggle={setFilter}
        />
      </div>
      <PlanTable
        rows={rows}
        opened={opened}
        selected={selected}
        onSelect={editable ? setSelected : undefined}
      />
      {selected.size > 0 && (
        <BulkBar plan={plan} selected={selected} actions={actions} onClear={() => setSelected(new Set())} />
      )}
      {editable && (
        <div className={classes.keys} aria-hidden>
          {keysShown.map((keys) => (
            <span key={keys.join('')}>
              {keys.slice(0, -1).map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
              {t(`key.${keys.at(-1) as 'line'}`)}
            </span>
          ))}
        </div>
      )}
    </>
  )
  return (
    <DeskContext value={desk}>
      {editable && (
        <TopSlot>
          <SaveState status={status} />
        </TopSlot>
      )}
      {phone ? (
        <Page>
          {list}
          <SynthesisPeek open={peeking} onOpen={setPeeking} footer={submitPart || null} />
        </Page>
      ) : (
        <Page
          sideLabel={t('synthesis.title')}
          side={
            <div className={sheet.column}>
              <div>
                <PlanSynthesis />
              </div>
              {submitPart && <div>{submitPart}</div>}
            </div>
          }
        >
          {list}
        </Page>
      )}
      <SubmitDialog
        opened={submitting}
        onClose={() => setSubmitting(false)}
        session={session}
        signatory={signatory}
      />
      {editable && (
        <AddHcpPanel opened={adding} onClose={() => setAdding(false)} onAdded={() => setAdding(false)} />
      )}
      <PlanPrint plan={plan} rows={state.rows} />
    </DeskContext>
  )
}
