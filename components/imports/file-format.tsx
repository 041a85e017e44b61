'use client'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import { saveCsv } from '#src/client/imports/save-csv.ts'
import { importColumns, type ImportColumn, type ImportKind } from '#src/contracts/import-columns.ts'
import { toCsv } from '#src/lib/csv.ts'
import classes from './imports.module.css'

type MessageKey = Parameters<ReturnType<typeof useTranslations<'imports.columnHelp'>>>[0]

function useColumnHelp(kind: ImportKind): (column: ImportColumn) => string {
  const t = useTranslations('imports.columnHelp')
  // Every column has its sentence, under its kind or among the common ones: a guard test holds it.
  return ({ key }) => {
    const own = `${kind}.${key}` as MessageKey
    return t(t.has(own) ? own : (`common.${key}` as MessageKey))
  }
}

/** What a file of a kind must hold, with a model to fill in. */
export function FileFormat({ kind }: { kind: ImportKind }) {
  const t = useTranslations('imports.format')
  const locale = useLocale()
  const help = useColumnHelp(kind)
  const columns = importColumns[kind]
  const language = locale === 'fr' ? 0 : 1
  function download() {
    const rows = [0, 1, 2].map((row) => columns.map(({ examples }) => examples[row] ?? ''))
    const header = columns.map(({ headers }) => headers[language])
    saveCsv(t('exampleFile', { kind: kind.toLowerCase() }), toCsv(header, rows))
  }
  return (
    <Section
      flush
      title={t('title')}
      actions={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
          onClick={download}
        >
          {t('example')}
        </Button>
      }
    >
      <p className={classes.grey}>{t('note')}</p>
      <table className={classes.columns}>
        <thead>
          <tr>
            <th scope="col">{t('header')}</th>
            <th scope="col">{t('meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.key}>
              <td>
                <code>{column.headers[0]}</code>
                {column.headers[1] !== column.headers[0] && (
                  <span className={classes.english}>
                    {t('english')} <code>{column.headers[1]}</code>
                  </span>
                )}
              </td>
              <td>
                {help(column)}
                {column.column && <b> · {t('required')}</b>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
