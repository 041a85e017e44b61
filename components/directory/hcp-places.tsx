'use client'
import { Button } from '@mantine/core'
import { IconNavigation, IconPhone } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { Section } from '#components/ui/section.tsx'
import type { Place } from '#src/contracts/directory-hcp.ts'
import classes from './hcp.module.css'

const placeOnMap = (place: Place) =>
  place.latitude !== null && place.longitude !== null
    ? `geo:${place.latitude},${place.longitude}`
    : `https://www.openstreetmap.org/search?query=${encodeURIComponent(
        [place.address, place.postalCode, place.commune].filter(Boolean).join(' '),
      )}`

/** Where this hcp works, the principal place first. */
export function HcpPlaces({ places }: { places: readonly Place[] }) {
  const t = useTranslations('directory')
  return (
    <Section title={t('hcp.places')}>
      {places.length === 0 && <p className={classes.grey}>{t('hcp.noPlaces')}</p>}
      {places.map((place) => (
        <div key={place.id} className={classes.place}>
          <header>
            {place.name ?? t(`form.kinds.${place.kind}`)}
            <span>{place.principal ? t('hcp.principal') : place.role}</span>
          </header>
          <p>
            {[place.address, [place.postalCode, place.commune].filter(Boolean).join(' ')]
              .filter(Boolean)
              .join(', ')}
          </p>
          <div className={classes.placeActions}>
            {place.phone && (
              <Button
                component="a"
                href={`tel:${place.phone.replaceAll(/\s/g, '')}`}
                size="xs"
                variant="default"
                leftSection={<IconPhone size={14} stroke={1.75} aria-hidden />}
              >
                {place.phone}
              </Button>
            )}
            {(place.address ?? place.commune) && (
              <Button
                component="a"
                href={placeOnMap(place)}
                target="_blank"
                rel="noreferrer"
                size="xs"
                variant="default"
                leftSection={<IconNavigation size={14} stroke={1.75} aria-hidden />}
              >
                {t('hcp.goThere')}
              </Button>
            )}
          </div>
        </div>
      ))}
    </Section>
  )
}
