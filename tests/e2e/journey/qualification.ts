import type { Page } from '@playwright/test'
import { expect } from '../test.ts'
import { choose } from './forms.ts'

type Option = readonly [label: string, points: number]
type Criterion = {
  label: string
  code: string
  sources: readonly string[]
  bounds?: readonly [minimum: number, maximum: number, unit: string]
  options?: readonly Option[]
}

async function typeOptions(page: Page, options: readonly Option[]): Promise<void> {
  for (const [index, [label, points]] of options.entries()) {
    const name = page.getByLabel(`Option ${index + 1}, FR`)
    if (!(await name.isVisible())) await page.getByRole('button', { name: 'Ajouter une option' }).click()
    await name.fill(label)
    await page.getByLabel(`Option ${index + 1}, points`).fill(String(points))
  }
}

/** Asks one more question, from the builder of criteria. */
export async function addCriterion(page: Page, criterion: Criterion): Promise<void> {
  const { label, code, sources, bounds, options } = criterion
  await page.getByRole('button', { name: 'Ajouter un critère' }).click()
  await page.getByRole('menuitem', { name: 'Nouveau critère' }).click()
  await page.getByLabel('Question, en français').fill(label)
  await page.getByLabel('Code', { exact: true }).fill(code)
  await choose(page, 'Type', options ? 'Choix' : 'Nombre')
  if (bounds) {
    await page.getByLabel('Unité').fill(bounds[2])
    await page.getByLabel('Minimum').fill(String(bounds[0]))
    await page.getByLabel('Maximum').fill(String(bounds[1]))
  }
  if (options) await typeOptions(page, options)
  await page.getByRole('combobox', { name: 'Sources admises' }).click({ force: true })
  for (const source of sources) await page.getByRole('option', { name: source, exact: true }).click()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Enregistrer le critère' }).click()
  await expect(page.getByRole('button', { name: 'Ajouter un critère' })).toBeVisible()
}
