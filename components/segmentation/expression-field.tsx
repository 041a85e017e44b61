'use client'
import { Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import type { ExpressionError } from '#src/engine/index.ts'
import type { Result } from '#src/lib/result.ts'
import { useExpressionErrors } from './use-expression-errors.ts'
import classes from './expression-field.module.css'

type Props<Tree> = {
  label: string
  /** The text of what is kept. */
  text: string
  check: (text: string) => Result<Tree, ExpressionError>
  /** While typing, each time that the text holds. */
  onPreview: (tree: Tree) => void
  /** On leaving the field, when what holds is not what was kept. */
  onCommit?: (tree: Tree) => void
  /** What the tree says in words, under a text that holds. */
  said: (tree: Tree) => string
}

/** An expression as text: what is wrong is said where it is, what holds is said in words and kept. */
export function ExpressionField<Tree>({ label, text, check, onPreview, onCommit, said }: Props<Tree>) {
  const t = useTranslations('segmentation.expression')
  const errorText = useExpressionErrors()
  const [typed, setTyped] = useState(text)
  const area = useRef<HTMLTextAreaElement>(null)
  const checked = check(typed)
  function show(error: ExpressionError) {
    area.current?.focus()
    area.current?.setSelectionRange(error.offset, error.offset + error.length)
  }
  return (
    <div>
      <Textarea
        ref={area}
        label={label}
        description={t('help')}
        rows={4}
        resize="vertical"
        spellCheck={false}
        classNames={{ input: classes.text ?? '' }}
        value={typed}
        onChange={(event) => {
          const next = event.currentTarget.value
          setTyped(next)
          const found = check(next)
          if (found.ok) onPreview(found.value)
        }}
        onBlur={() => checked.ok && typed !== text && onCommit?.(checked.value)}
        error={checked.ok ? undefined : errorText(checked.error)}
      />
      {checked.ok ? (
        <p className={classes.said}>{said(checked.value)}</p>
      ) : (
        <button type="button" className={classes.place} onClick={() => show(checked.error)}>
          <span>{typed.slice(0, checked.error.offset)}</span>
          <mark>{checked.error.found || t('end')}</mark>
          <span>{typed.slice(checked.error.offset + checked.error.length)}</span>
        </button>
      )}
    </div>
  )
}
