'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import type { AnswerInput, FormAnswer, FormDto } from '#src/contracts/qualification.ts'
import { api } from '../api.ts'
import { deviceDay } from '../offline/device-day.ts'
import type { QueueEntry } from '../offline/queue.ts'
import { useOfflineQueue, useOnSent } from '../offline/use-offline-queue.ts'
import { shownAnswer, waitingEntry, withAnswer, type ShownAnswer } from './field-answers.ts'

/** A form that was opened stays readable for a working day without a network. */
const aDay = 86_400_000

export const useWorklists = () =>
  useQuery(api.qualification.worklists.queryOptions({ gcTime: aDay, networkMode: 'always', retry: false }))

const formOptions = (cycleId: string, hcpId: string) =>
  api.qualification.form.queryOptions({
    input: { cycleId, hcpId },
    gcTime: aDay,
    staleTime: 60_000,
    networkMode: 'always',
    retry: false,
  })

/** Forms that come next, fetched while there is a network. */
export function usePrefetchForms(cycleId: string, hcpIds: readonly string[]): void {
  const queries = useQueryClient()
  const wanted = hcpIds.join(' ')
  useEffect(() => {
    for (const hcpId of wanted.split(' ').filter(Boolean))
      void queries.prefetchQuery(formOptions(cycleId, hcpId))
  }, [queries, cycleId, wanted])
}

export type Given = Pick<AnswerInput, 'state' | 'value'>
export type FieldForm = {
  form: FormDto | undefined
  isError: boolean
  refetch: () => void
  waiting: number
  refused: readonly QueueEntry[]
  /** What was known when the form was opened. */
  before: (key: string) => FormAnswer | null
  shown: (key: string) => ShownAnswer | null
  answer: (key: string, given: Given) => void
  /** Takes back the last answer given here about this question, or the last of all; null when there is none. */
  undo: (key?: string) => string | null
  canUndo: (key: string) => boolean
  retry: (id: string) => void
  dismiss: (id: string) => void
}

/** One hcp's form over the device's queue: what is typed is kept at once, sent when the network allows, and can be undone. */
export function useFieldForm(memberId: string, cycleId: string, hcpId: string): FieldForm {
  const queries = useQueryClient()
  const queue = useOfflineQueue(memberId)
  const { data: form, isError, refetch } = useQuery(formOptions(cycleId, hcpId))
  // What each form said when it was opened, by hcp then question.
  const [opened, setOpened] = useState<ReadonlyMap<string, ReadonlyMap<string, FormAnswer | null>>>(new Map())
  const [given, setGiven] = useState<readonly { id: string; hcpId: string; key: string }[]>([])
  if (form && !opened.has(hcpId))
    setOpened(new Map(opened).set(hcpId, new Map(form.questions.map(({ key, answer }) => [key, answer]))))
  const before = (key: string) => opened.get(hcpId)?.get(key) ?? null

  useOnSent(
    'answer',
    useCallback(
      (entry, answered) => {
        const input = entry.input as AnswerInput
        const { key, answer } = answered as { key: string; answer: FormAnswer | null }
        const options = formOptions(input.cycleId, input.hcpId)
        queries.setQueryData(options.queryKey, (known) => known && withAnswer(known, key, answer))
        void queries.invalidateQueries({ queryKey: api.qualification.worklists.key() })
        void queries.invalidateQueries({ queryKey: api.cycles.shell.key() })
      },
      [queries],
    ),
  )

  function send(key: string, { state, value }: Pick<AnswerInput, 'state' | 'value'>): string {
    const id = crypto.randomUUID()
    const input: AnswerInput = { clientId: id, cycleId, hcpId, key, state, value, observedOn: deviceDay() }
    queue.add({ id, kind: 'answer', input, at: new Date().toISOString() })
    return id
  }
  function undo(key?: string): string | null {
    const last = given.findLast((one) => one.hcpId === hcpId && (key === undefined || one.key === key))
    if (!last) return null
    setGiven(given.filter((one) => one !== last))
    if (!queue.cancel(last.id)) send(last.key, { state: 'WITHDRAWN', value: null })
    return last.key
  }
  const find = (key: string) => form?.questions.find((question) => question.key === key)
  return {
    form,
    isError,
    refetch: () => void refetch(),
    waiting: queue.waiting.length,
    refused: queue.refused,
    before,
    shown: (key) => {
      const question = find(key)
      const entry = form ? waitingEntry(queue.waiting, form, hcpId, key) : null
      return question ? shownAnswer(question, before(key), entry) : null
    },
    answer: (key, one) => {
      const id = send(key, one)
      setGiven((known) => [...known, { id, hcpId, key }])
    },
    undo,
    canUndo: (key) => given.some((one) => one.hcpId === hcpId && one.key === key),
    retry: queue.retry,
    dismiss: queue.dismiss,
  }
}
