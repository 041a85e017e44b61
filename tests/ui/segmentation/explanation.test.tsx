import { render } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import { expect, test } from 'vitest'
import { ExplanationSentence } from '#components/shared/explanation.tsx'
import type { Explained } from '#components/shared/explanation-parts.ts'
import en from '#src/i18n/en.json' with { type: 'json' }
import fr from '#src/i18n/fr.json' with { type: 'json' }

const hcpId = '019ea9ad-cc00-7000-8003-709fd73636cf'
const axis = (code: string, value: number | null, rest: object) => ({
  axis: code,
  value,
  formula: null,
  defaulted: false,
  terms: [],
  group: null,
  class: null,
  from: null,
  next: null,
  ...rest,
})

const explained: Explained = {
  terms: {
    hcpId,
    status: 'segment',
    segment: 'A1',
    answers: [
      { criterion: 'icomed', kind: 'NUMBER', value: 82 },
      { criterion: 'intention', kind: 'SCALE', value: 8 },
    ],
    axes: [axis('potentiel', 82, { class: 'A', from: 75 }), axis('affinite', 80, { class: '1', from: 60 })],
    cell: { rowClass: 'A', columnClass: '1', layerClass: null, segment: 'A1' },
    rule: null,
    smallestChange: {
      criterion: 'icomed',
      from: 82,
      to: 74,
      by: -8,
      share: 0.08,
      status: 'segment',
      segment: 'B1',
    },
  },
  words: {
    axes: [
      { code: 'potentiel', name: 'Potentiel', classes: [{ code: 'A', name: 'A' }] },
      { code: 'affinite', name: 'Affinité', classes: [{ code: '1', name: 'Forte' }] },
    ],
    segments: [
      { code: 'A1', name: 'A1', rank: 1 },
      { code: 'B1', name: 'B1', rank: 4 },
    ],
    criteria: [
      { code: 'icomed', label: { fr: 'Activité', en: 'Activity' }, kind: 'NUMBER', unit: null, options: [] },
      { code: 'intention', label: { fr: 'Intention', en: 'Intent' }, kind: 'SCALE', unit: null, options: [] },
    ],
  },
  sources: [
    {
      criterion: 'icomed',
      value: 82,
      source: 'Icomed',
      author: null,
      mine: false,
      observedOn: '2026-03-04',
    },
    {
      criterion: 'intention',
      value: 8,
      source: 'Terrain',
      author: 'Léa Morel',
      mine: true,
      observedOn: '2026-05-12',
    },
  ],
}

const read = (one: Explained, locale: 'fr' | 'en' = 'fr') => {
  const { container, unmount } = render(
    <NextIntlClientProvider
      locale={locale}
      messages={locale === 'fr' ? fr : (en as typeof fr)}
      timeZone="Europe/Paris"
    >
      <ExplanationSentence explained={one} />
    </NextIntlClientProvider>,
  )
  const text = container.textContent.replaceAll(/[\u00a0\u202f]/g, ' ').trim()
  unmount()
  return text
}

test('the sentence of an explanation, as domain.md writes it', () => {
  expect(read(explained)).toBe(
    'A1 : potentiel 82 (A à partir de 75), affinité forte. Sources : Icomed mars 2026, vous le 12 mai. À 8 points près : B1.',
  )
  expect(read(explained, 'en')).toBe(
    'A1: potentiel 82 (A from 75), affinité forte. Sources: Icomed March 2026, you on 12 May. Within 8 points: B1.',
  )
})

test('a rule, an exclusion and a missing answer are said', () => {
  const ruled = { ...explained.terms, rule: { id: 'r1', position: 2, segment: 'A1' }, smallestChange: null }
  expect(read({ ...explained, terms: ruled })).toContain('A1 : par la règle 2, potentiel 82')
  const excluded = { ...ruled, status: 'excluded' as const, segment: null }
  expect(read({ ...explained, terms: excluded })).toContain('Exclu par la règle 2 :')
  const missing = {
    ...explained.terms,
    segment: 'non-qualifie',
    cell: null,
    axes: [axis('potentiel', null, {})],
    smallestChange: null,
  }
  expect(read({ ...explained, terms: missing })).toContain('Non qualifié : potentiel sans réponse.')
})

test('a source is not told for an answer that was changed since', () => {
  const [first, second] = explained.sources
  if (!first || !second) throw new Error('two sources')
  expect(read({ ...explained, sources: [{ ...first, value: 40 }, second] })).toContain(
    'Sources : vous le 12 mai. À 8',
  )
})
