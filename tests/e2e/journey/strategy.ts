import type { Page } from '@playwright/test'
import { expect } from '../test.ts'

/** Types one column of the grid from its first segment down, as in a spreadsheet. */
export async function typeColumn(page: Page, column: number, values: readonly number[]): Promise<void> {
  const grid = page.getByRole('grid')
  await grid.getByRole('row', { name: /^1 / }).getByRole('gridcell').nth(column).click()
  for (const value of values) {
    await page.keyboard.type(String(value))
    await page.keyboard.press('Enter')
  }
}

/** What the sentence under the title says: load and capacity, in contacts of work. */
export async function loadAndCapacity(page: Page): Promise<{ load: number; capacity: number }> {
  const sentence = await page.getByText('contacts de travail pour une capacité').innerText()
  const [load = 0, capacity = 0] = [...sentence.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  return { load, capacity }
}

export async function serveByPriority(page: Page): Promise<void> {
  await page.getByText('Servir par priorité').click()
  await expect(page.getByRole('radio', { name: 'Servir par priorité' })).toBeChecked()
}
