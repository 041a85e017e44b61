'use client'
import { Alert, Anchor, Button } from '@mantine/core'
import { IconCheck, IconRefresh, IconUpload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { useApply, useCheckAgain } from '#src/client/imports/use-imports.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { ImportDto } from '#src/contracts/imports.ts'
import classes from './imports.module.css'

type FailureKey = Parameters<ReturnType<typeof useTranslations<'imports.detail.failures'>>>[0]

function useSentence(found: ImportDto): { colour: 'visee' | 'yellow' | 'red' | 'green'; words: ReactNode } {
  const t = useTranslations('imports.detail')
  const kinds = useTranslations('imports.kinds')
  const format = useFormat()
  const { counts, appliedBefore } = found
  if (found.state === 'APPLIED')
    return {
      colour: 'green',
      words: t('appliedAt', { at: format.instant(found.appliedAt ?? found.createdAt, 'year') }),
    }
  if (found.state === 'FAILED') {
    const key = `failures.${found.failure ?? 'unexpected'}` as `failures.${FailureKey}`
    return { colour: 'red', words: `${t('failed')} ${t.has(key) ? t(key) : t('failures.unexpected')}` }
  }
  if (found.blocked) return { colour: 'yellow', words: t('blocked', { kind: kinds(`${found.kind}.name`) }) }
  if (appliedBefore)
    return {
      colour: 'visee',
      words: (
        <>
          {t('appliedBefore', { at: format.instant(appliedBefore.appliedAt, 'year') })}{' '}
          <Anchor component={Link} href={`/imports/${appliedBefore.id}`} size="sm">
            {t('seeBefore')}
          </Anchor>
        </>
      ),
    }
  if (counts && counts.errors > 0) return { colour: 'yellow', words: t('withErrors') }
  if (counts && counts.new + counts.changed === 0) return { colour: 'visee', words: t('nothing') }
  return { colour: 'green', words: t('ready') }
}

/** One sentence on the file, and the buttons that go on from there. */
export function ImportVerdict({ found, mayWrite }: { found: ImportDto; mayWrite: boolean }) {
  const t = useTranslations('imports.detail')
  const problemOf = useRefusal()
  const apply = useApply(found)
  const again = useCheckAgain(found.id)
  const { colour, words } = useSentence(found)
  const errors = found.counts?.errors ?? 0
  const usable = found.state === 'CHECKED' && !found.blocked && !found.appliedBefore
  const problem = apply.error ?? again.error
  return (
    <>
      <Alert color={colour} variant="light">
        {words}
      </Alert>
      {mayWrite && found.state !== 'APPLIED' && (
        <div className={classes.verdict}>
          {usable && errors === 0 && (
            <Button
              leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
              loading={apply.isPending}
              onClick={() => apply.mutate(false)}
            >
              {t('apply')}
            </Button>
          )}
          {errors > 0 && (
            <Button
              component={Link}
              href={`/imports/nouveau?kind=${found.kind}`}
              leftSection={<IconUpload size={16} stroke={1.75} aria-hidden />}
            >
              {t('replace')}
            </Button>
          )}
          {usable && errors > 0 && (
            <Button variant="default" loading={apply.isPending} onClick={() => apply.mutate(true)}>
              {t('applyWithout', { count: found.counts?.errorLines ?? 0 })}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
            loading={again.isPending}
            onClick={() => again.mutate()}
          >
            {t('checkAgain')}
          </Button>
        </div>
      )}
      {problem && <Alert color="red">{problemOf(problem).message}</Alert>}
    </>
  )
}
