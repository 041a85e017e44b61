import type { Page } from '@playwright/test'
import { expect } from '../test.ts'

type Window = readonly [first: string, last: string]
export type Windows = { Qualification: Window; Engagement: Window; Réalisation: Window }

/** Types the windows of a cycle in its settings. */
export async function setWindows(page: Page, windows: Windows): Promise<void> {
  for (const [name, [first, last]] of Object.entries(windows)) {
    await page.getByLabel(`${name}, Premier jour`).fill(first)
    await page.getByLabel(`${name}, Dernier jour`).fill(last)
  }
}

/** Ticks a channel beside the visit, which a new cycle has. */
export async function addChannel(page: Page, name: string, weight: string, load: string): Promise<void> {
  await page.getByRole('checkbox', { name, exact: true }).check()
  await page.getByLabel(`${name}, Poids`).fill(weight)
  await page.getByLabel(`${name}, Charge`).fill(load)
}

export async function chooseProducts(page: Page, names: readonly string[]): Promise<void> {
  // The field that holds several choices lies under the pills that show them.
  await page.getByRole('combobox', { name: 'Produits, dans leur ordre' }).click({ force: true })
  for (const name of names) await page.getByRole('option', { name, exact: true }).click()
  await page.keyboard.press('Escape')
}

/** Gives the cycle the day from which the age of answers is counted. */
export async function setReferenceDay(page: Page, cycle: string, day: string): Promise<void> {
  await page.goto(cycle)
  await page.getByRole('region', { name: 'Réglages' }).getByRole('button', { name: 'Modifier' }).click()
  await page.getByLabel('Jour de référence').fill(day)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(
    page.getByRole('region', { name: 'Réglages' }).getByRole('button', { name: 'Modifier' }),
  ).toBeVisible()
}

/** Goes one state on, from the cycle's own screen. */
export async function advance(page: Page, cycle: string, state: string): Promise<void> {
  await page.goto(cycle)
  await page.getByRole('button', { name: `Passer à l’étape ${state}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Confirmer' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
}
