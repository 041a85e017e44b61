'use client'
import { useEffect, type RefObject } from 'react'
import type { FieldForm } from '#src/client/qualification/use-field.ts'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, textarea, select') !== null

function current(card: HTMLElement): HTMLElement | null {
  const focused = document.activeElement?.closest<HTMLElement>('[data-question]')
  return focused ?? card.querySelector<HTMLElement>('[data-question][data-missing]')
}

function move(card: HTMLElement, by: 1 | -1) {
  const all = [...card.querySelectorAll<HTMLElement>('[data-question]')]
  const at = current(card)
  const next = at ? all[all.indexOf(at) + by] : all[0]
  next?.scrollIntoView({ block: 'center' })
  next?.focus({ preventScroll: true })
}

/** The form by keyboard: a digit chooses, J does not know, arrows go from question to question, Ctrl Z takes back. */
export function useFormKeys(card: RefObject<HTMLElement | null>, field: FieldForm): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const root = card.current
      if (!root || event.altKey) return
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
        if (isTyping(event.target)) return
        event.preventDefault()
        field.undo()
        return
      }
      if (event.ctrlKey || event.metaKey || isTyping(event.target)) return
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        move(root, event.key === 'ArrowDown' ? 1 : -1)
        return
      }
      const key = current(root)?.dataset['question']
      const question = field.form?.questions.find((one) => one.key === key)
      if (!key || !question || question.locked) return
      if (event.key.toLowerCase() === 'j') field.answer(key, { state: 'UNKNOWN', value: null })
      const digit = /^\d$/.test(event.key) ? Number(event.key) : null
      if (digit === null) return
      if (question.kind === 'SCALE') field.answer(key, { state: 'VALUE', value: digit })
      const option = question.kind === 'CHOICE' ? question.options[digit - 1] : undefined
      if (option) field.answer(key, { state: 'VALUE', value: option.code })
      if (question.kind === 'BOOLEAN' && (digit === 1 || digit === 2))
        field.answer(key, { state: 'VALUE', value: digit === 1 })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [card, field])
}
