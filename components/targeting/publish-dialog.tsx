'use client'
import { Alert } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { useFormat } from '#components/ui/format.ts'
import { useRefusal } from '#src/client/refusal.ts'
import { usePublish } from '#src/client/targeting/use-targeting.ts'
import type { TargetingDto, TargetingTotals } from '#src/contracts/targeting.ts'
import classes from './targeting.module.css'

type Props = { opened: boolean; onClose: () => void; targeting: TargetingDto; totals: TargetingTotals }

/** Says what follows from publishing, and what still prevents it. */
export function PublishDialog({ opened, onClose, targeting, totals }: Props) {
  const t = useTranslations('targeting.confirm')
  const format = useFormat()
  const words = useRefusal()
  const publish = usePublish(targeting)
  const problem = publish.error ? words(publish.error) : null
  const { engagement, sectors } = targeting
  // Under the fit « warn », what exceeds capacity stays proposed.
  const out = totals.gate.wanted - totals.contacts
  const over = totals.gate.infeasible - out
  const vacant = sectors.filter(({ lead }) => lead === null).length
  return (
    <ConfirmDialog
      opened={opened}
      onClose={() => {
        publish.reset()
        onClose()
      }}
      title={t('title')}
      confirm={t('confirm')}
      busy={publish.isPending}
      onConfirm={() => publish.mutate(undefined, { onSuccess: onClose })}
    >
      {t('intro', {
        targets: format.number(totals.targets),
        contacts: format.number(totals.contacts),
        sectors: sectors.length,
      })}
      <ul className={classes.follows}>
        <li>{t('plans', { sectors: sectors.length })}</li>
        <li>
          {engagement
            ? t('window', {
                from: format.day(engagement.startsOn, 'long'),
                to: format.day(engagement.endsOn, 'long'),
              })
            : t('noWindow')}
        </li>
        <li>{t('frozen')}</li>
        {out > 0 && <li>{t('infeasible', { count: out, contacts: format.number(out) })}</li>}
        {over > 0 && <li>{t('over', { count: over, contacts: format.number(over) })}</li>}
        {vacant > 0 && <li>{t('vacant', { count: vacant })}</li>}
      </ul>
      {problem && (
        <Alert color="red" mt="md" role="alert" title={problem.message}>
          {problem.details.length > 0 && (
            <ul className={classes.follows}>
              {problem.details.map((detail, index) => (
                <li key={`${detail.path} ${index}`}>{detail.message}</li>
              ))}
            </ul>
          )}
        </Alert>
      )}
    </ConfirmDialog>
  )
}
