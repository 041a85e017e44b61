import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen } from '@testing-library/react'
import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { ConditionSentence } from '#components/segmentation/condition-sentence.tsx'
import { FormulaField } from '#components/segmentation/formula-field.tsx'
import type { StudioWords } from '#components/segmentation/studio-words.ts'
import { parseCondition, parseFormula } from '#src/engine/index.ts'
import en from '#src/i18n/en.json' with { type: 'json' }
import fr from '#src/i18n/fr.json' with { type: 'json' }
import { criterion } from '../../engine/segmentation/fixture.ts'

const words: StudioWords = {
  criterion: (code) => (code === 'potentiel' ? 'Potentiel' : code),
  unit: () => null,
  field: (field) => ('code' in field && field.code === 'potentiel' ? 'Potentiel' : field.kind),
  value: (_, value) => String(value),
}
const show = (child: ReactNode, locale: 'fr' | 'en' = 'fr') =>
  render(
    <MantineProvider>
      <NextIntlClientProvider
        locale={locale}
        messages={locale === 'fr' ? fr : (en as typeof fr)}
        timeZone="Europe/Paris"
      >
        {child}
      </NextIntlClientProvider>
    </MantineProvider>,
  )
const plain = (text: string | null) => (text ?? '').replaceAll(/[\u00a0\u202f]/g, ' ').trim()

function sentence(text: string, locale: 'fr' | 'en' = 'fr'): string {
  const parsed = parseCondition(text)
  if (!parsed.ok) throw new Error(parsed.error.code)
  const { container, unmount } = show(<ConditionSentence condition={parsed.value} words={words} />, locale)
  const html = plain(container.innerHTML)
  unmount()
  return html.replaceAll(/<style.*?<\/style>/g, '')
}

test('a condition is said in words in both languages, formulas too', () => {
  expect(sentence('potentiel / 2 >= 1.5 and not potentiel is missing')).toContain(
    '<b>Potentiel ÷ 2</b> est d’au moins 1,5 et il n’est pas vrai que <b>Potentiel</b> n’a pas de réponse',
  )
  expect(sentence('if(potentiel > 3, 1, 0) + 1 = previous calls', 'en')).toContain(
    '<b>(if Potentiel is above 3, 1, else 0) + 1</b> is previousCalls',
  )
})

test('a formula is kept while it holds; what is wrong is said where it stands', () => {
  const parsed = parseFormula('potentiel * 2')
  if (!parsed.ok) throw new Error(parsed.error.code)
  const [onPreview, onCommit] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const criteria = [criterion('potentiel')]
  show(<FormulaField formula={parsed.value} {...{ criteria, words, onPreview, onCommit }} />)
  const area = screen.getByLabelText('Formule')
  expect(area).toHaveProperty('value', 'potentiel * 2')
  fireEvent.change(area, { target: { value: 'potentiel * 3 + potentile' } })
  expect(onPreview).not.toHaveBeenCalled()
  expect(document.body.textContent).toContain('Ligne 1, colonne 17')
  expect(document.body.textContent).toContain('Vouliez-vous dire potentiel')
  fireEvent.blur(area)
  expect(onCommit).not.toHaveBeenCalled()
  fireEvent.change(area, { target: { value: 'potentiel * 3' } })
  fireEvent.blur(area)
  const tree = { op: '*', left: { kind: 'criterion', code: 'potentiel' }, right: 3 }
  expect(onPreview).toHaveBeenLastCalledWith(tree)
  expect(onCommit).toHaveBeenCalledExactlyOnceWith(tree)
})
