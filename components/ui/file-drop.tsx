'use client'
import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState, type DragEvent, type ReactNode } from 'react'
import { useFormat } from './format.ts'
import classes from './file-drop.module.css'

type Props = {
  onFile: (file: File) => void
  /** Extensions with their dot. */
  accepted: readonly string[]
  maxBytes: number
  /** What the file should hold; a link to a model. */
  children?: ReactNode
  disabled?: boolean
}

const megabyte = 1_048_576

export function FileDrop({ onFile, accepted, maxBytes, children, disabled = false }: Props) {
  const t = useTranslations('common.drop')
  const format = useFormat()
  const [over, setOver] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  function take(file: File | null | undefined) {
    if (!file || disabled) return
    const known = accepted.some((extension) => file.name.toLowerCase().endsWith(extension))
    if (!known) return setProblem(t('wrongType', { accepted: accepted.join(', ') }))
    if (file.size > maxBytes) return setProblem(t('tooBig', { size: format.number(maxBytes / megabyte) }))
    setProblem(null)
    onFile(file)
  }
  function onDrop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files[0])
  }

  return (
    <div
      className={classes.zone}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <IconFileImport size={28} stroke={1.4} aria-hidden />
      <p>
        <b>{t('title')}</b> {t('or')}
      </p>
      <FileButton onChange={take} accept={accepted.join(',')} disabled={disabled}>
        {(props) => (
          <Button variant="default" {...props}>
            {t('choose')}
          </Button>
        )}
      </FileButton>
      {children && <div className={classes.help}>{children}</div>}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
