'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useMemo } from 'react'
import { clearToasts, toast, useUndoToast } from '#components/ui/undo-toast.tsx'
import type { Editor } from '#src/client/plans/plan-editor.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import type { PlanChange } from '#src/engine/index.ts'
import type { PlanWords } from './plan-words.ts'

type Ask = Pick<PlanChange, 'hcpId' | 'contacts' | 'reason' | 'comment'>

/** What a person does with a plan: each act says what it did, and how to take it back. */
export function useDeskActions(plan: PlanDto, editor: Editor, words: PlanWords) {
  const t = useTranslations('plans.toast')
  const undoToast = useUndoToast()
  const first = plan.channels[0]?.code

  const undo = useCallback(() => {
    clearToasts()
    const step = editor.undo()
    if (step) toast(t('undone', { count: step.length }))
  }, [editor, t])

  const ask = useCallback(
    (asks: readonly Ask[]) => {
      if (asks.length === 0) return
      const before = new Map(
        editor.getState().rows.map((row) => [row.hcp.hcpId, row.lines.map((line) => ({ ...line }))]),
      )
      const answers = editor.ask(asks)
      const kept = answers.filter(({ outcome }) => outcome !== 'refused')
      const refused = answers.length - kept.length
      const [only] = asks
      if (asks.length === 1 && only && kept.length === 1) {
        const name = editor.person(only.hcpId)?.shortName ?? ''
        const [cell] = only.contacts
        if (!cell) return
        // An older toast would offer to take back what is no longer the last step.
        clearToasts()
        const from = before.get(only.hcpId)?.find(({ channel }) => channel === cell.channel)?.proposed ?? 0
        if (from === cell.proposed && only.contacts.length === 1) return
        undoToast(
          t.rich('moved', {
            name,
            from: String(from),
            to: words.contacts(cell.proposed, cell.channel),
            b: (chunks) => <b>{chunks}</b>,
          }),
          undo,
        )
      } else if (asks.length > 1) {
        const said = t(refused > 0 ? 'manyRefused' : 'many', { count: kept.length, refused })
        clearToasts()
        if (kept.length > 0) undoToast(said, undo)
        else toast(said)
      }
    },
    [editor, t, undo, undoToast, words],
  )

  return useMemo(
    () => ({
      undo,
      setContacts: (hcpId: string, channel: string, proposed: number) =>
        ask([{ hcpId, contacts: [{ channel, proposed }] }]),
      setWords: (hcpId: string, given: { reason?: string | null; comment?: string | null }) => {
        editor.ask([{ hcpId, contacts: [], ...given }])
      },
      remove: (hcpIds: readonly string[]) => ask(hcpIds.map(editor.removal)),
      backToTheory: (hcpIds: readonly string[]) => ask(hcpIds.map(editor.backToTheory)),
      /** Every chosen target one step up or down, or at one frequency, on the first channel. */
      setMany: (hcpIds: readonly string[], to: { by: number } | { at: number }) => {
        if (!first) return
        const rows = new Map(editor.getState().rows.map((row) => [row.hcp.hcpId, row]))
        ask(
          hcpIds.flatMap((hcpId) => {
            const row = rows.get(hcpId)
            if (!row || row.locked || row.main?.locked) return []
            const proposed = 'by' in to ? Math.max(0, row.proposed + to.by) : to.at
            return proposed === row.proposed ? [] : [{ hcpId, contacts: [{ channel: first, proposed }] }]
          }),
        )
      },
      /** One contact of each chosen target from the first channel to another. */
      moveTo: (hcpIds: readonly string[], channel: string) => {
        if (!first) return
        const rows = new Map(editor.getState().rows.map((row) => [row.hcp.hcpId, row]))
        ask(
          hcpIds.flatMap((hcpId) => {
            const row = rows.get(hcpId)
            if (!row || row.locked || row.proposed === 0) return []
            const there = row.lines.find((line) => line.channel === channel)?.proposed ?? 0
            return [
              {
                hcpId,
                contacts: [
                  { channel: first, proposed: row.proposed - 1 },
                  { channel, proposed: there + 1 },
                ],
              },
            ]
          }),
        )
      },
    }),
    [ask, editor, first, undo],
  )
}
export type DeskActions = ReturnType<typeof useDeskActions>
