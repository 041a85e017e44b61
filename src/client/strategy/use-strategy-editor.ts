'use client'
import { ORPCError } from '@orpc/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { StrategyChanges, StrategyDto, StrategyParts } from '#src/contracts/strategy.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { api, client } from '../api.ts'
import { useRefusal, type Problem } from '../refusal.ts'
import { useUndo, type Undo } from './use-undo.ts'

export type Conflict = { section: string; by: string; at: string; currentVersion: number }
export type Saving =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; problem: Problem }
  | { kind: 'conflict'; conflict: Conflict }

export type StrategyEditor = {
  history: Undo<StrategyParts>
  saving: Saving
  /** After a conflict: keeps what is on screen, over what the other person saved. */
  keepMine: () => void
  /** After a conflict: takes what the other person saved. */
  takeTheirs: () => void
  retry: () => void
}

const pause = 900
const names = ['grid', 'fit', 'constraints', 'limits', 'followUp'] as const

function changesOf(before: StrategyParts, after: StrategyParts): StrategyChanges {
  return Object.fromEntries(
    names.flatMap((name) =>
      canonicalJson(before[name]) === canonicalJson(after[name]) ? [] : [[name, after[name]]],
    ),
  )
}

function conflictOf(error: unknown): Conflict | null {
  if (!(error instanceof ORPCError) || error.code !== 'CONFLICT') return null
  const { currentVersion, params } = error.data as {
    currentVersion: number
    params: Record<string, string | number>
  }
  return {
    currentVersion,
    section: String(params['section'] ?? ''),
    by: String(params['by'] ?? ''),
    at: String(params['at'] ?? ''),
  }
}

/** The strategy as it is being written: undone, saved by itself a moment after the last key, never lost. */
export function useStrategyEditor(strategy: StrategyDto, mayWrite: boolean): StrategyEditor {
  const history = useUndo(strategy.parts)
  const { present, reset } = history
  const base = useRef({ parts: strategy.parts, version: strategy.version })
  // What was refused is not sent again until it changes.
  const refused = useRef<StrategyParts | null>(null)
  const [outcome, setOutcome] = useState<Saving>(
    strategy.saved ? { kind: 'saved', at: strategy.saved.at } : { kind: 'idle' },
  )
  const words = useRefusal()
  const queryClient = useQueryClient()
  const id = strategy.cycleId

  const { mutate, isPending } = useMutation({
    mutationFn: (changes: StrategyChanges) =>
      client.strategy.save({ id, commandId: crypto.randomUUID(), version: base.current.version, changes }),
    onSuccess: async (saved, changes) => {
      base.current = { version: saved.version, parts: { ...base.current.parts, ...changes } as StrategyParts }
      setOutcome({ kind: 'saved', at: saved.saved?.at ?? new Date().toISOString() })
      queryClient.setQueryData(
        api.strategy.get.queryKey({ input: { id } }),
        (known: StrategyDto | undefined) =>
          known ? { ...known, version: saved.version, saved: saved.saved, parts: base.current.parts } : known,
      )
      await queryClient.invalidateQueries({ queryKey: api.targeting.key() })
    },
    onError: (error, changes) => {
      refused.current = { ...base.current.parts, ...changes } as StrategyParts
      const conflict = conflictOf(error)
      setOutcome(conflict ? { kind: 'conflict', conflict } : { kind: 'failed', problem: words(error) })
    },
  })

  const save = useCallback(() => {
    const changes = changesOf(base.current.parts, present)
    if (Object.keys(changes).length > 0) mutate(changes)
  }, [mutate, present])

  const halted = outcome.kind === 'conflict'
  useEffect(() => {
    if (!mayWrite || halted || isPending) return
    if (refused.current && canonicalJson(refused.current) === canonicalJson(present)) return
    const timer = setTimeout(save, pause)
    return () => clearTimeout(timer)
  }, [save, present, mayWrite, halted, isPending])

  const keepMine = useCallback(() => {
    if (outcome.kind !== 'conflict') return
    base.current = { ...base.current, version: outcome.conflict.currentVersion }
    setOutcome({ kind: 'saving' })
    save()
  }, [outcome, save])

  const takeTheirs = useCallback(() => {
    void queryClient
      .fetchQuery({ ...api.strategy.get.queryOptions({ input: { id } }), staleTime: 0 })
      .then(({ parts, version, saved }) => {
        base.current = { parts, version }
        reset(parts)
        setOutcome(saved ? { kind: 'saved', at: saved.at } : { kind: 'idle' })
      })
  }, [queryClient, id, reset])

  const saving: Saving = isPending ? { kind: 'saving' } : outcome
  return { history, saving, keepMine, takeTheirs, retry: save }
}
