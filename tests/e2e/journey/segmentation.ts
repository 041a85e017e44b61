import type { Locator, Page } from '@playwright/test'
import { expect } from '../test.ts'
import { choose } from './forms.ts'

/** Fills the one condition of a panel: what is looked at, how, with which number. */
async function compare(panel: Locator, field: string, comparison: string, value: string): Promise<void> {
  await panel.getByRole('button', { name: 'Ajouter une condition' }).click()
  await choose(panel, 'Ce qui est regardé', field)
  await choose(panel, 'Comparaison', comparison)
  await panel.getByLabel('Valeur', { exact: true }).fill(value)
}

export async function narrowUniverse(page: Page, field: string, comparison: string, value: string) {
  await page.getByRole('button', { name: 'Modifier l’univers' }).click()
  const panel = page.getByRole('dialog')
  await compare(panel, field, comparison, value)
  await panel.getByRole('button', { name: 'Terminé' }).click()
  await expect(panel).toBeHidden()
}

/** Cuts an axis by thresholds, from the best class down, as typed. */
export async function typeCuts(page: Page, axis: string, cuts: Readonly<Record<string, string>>) {
  const panel = page.getByRole('region', { name: axis, exact: true })
  await panel.getByText('Seuils', { exact: true }).click()
  for (const [name, cut] of Object.entries(cuts)) {
    const field = panel.getByLabel(`Seuil de la classe ${name}`)
    await field.fill(cut)
    await field.press('Enter')
    await expect(field).toHaveValue(cut)
  }
}

/** A cell of the matrix, such as « A × Forte ». */
export const cellOf = (page: Page, cell: string): Locator => page.getByRole('button', { name: `${cell} :` })

export async function countOf(page: Page, cell: string): Promise<number> {
  const name = await cellOf(page, cell).getAttribute('aria-label')
  return Number(/, (\d+)\sPS$/.exec(name ?? '')?.[1])
}

/** Gives cells to a segment with the brush, then puts the brush down. */
export async function paint(page: Page, segment: string, cells: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Peindre' }).click()
  const brush = page.getByRole('group', { name: 'Peindre' }).getByRole('button', { name: segment })
  await brush.click()
  for (const cell of cells) await cellOf(page, cell).click()
  await page.getByRole('button', { name: 'Peindre' }).click()
}

/** One rule: a condition on a choice, and the segment that it gives. */
export async function addRule(page: Page, specialty: string, segment: string): Promise<void> {
  await page.getByRole('button', { name: 'Nouvelle règle' }).click()
  const panel = page.getByRole('dialog')
  await panel.getByRole('button', { name: 'Ajouter une condition' }).click()
  await choose(panel, 'Ce qui est regardé', 'Spécialité')
  await choose(panel, 'Comparaison', 'est parmi')
  await choose(panel, 'Valeurs', specialty)
  await choose(panel, 'Alors', segment)
  await panel.getByRole('button', { name: 'Terminé' }).click()
  await expect(panel).toBeHidden()
}
