import type { Locator, Page } from '@playwright/test'
import { expect } from '../test.ts'
import { password } from './cast.ts'

/** The card of a target on the rep's phone. */
export const cardOf = (page: Page, name: string): Locator => page.getByRole('row', { name }).first()

/** Names of the first targets, as the plan shows them. */
export async function firstTargets(page: Page, count: number): Promise<string[]> {
  const links = page.getByRole('table', { name: 'Cibles de' }).getByRole('link', { name: 'Dr ' })
  await expect(links.first()).toBeVisible()
  return (await links.allInnerTexts()).slice(0, count)
}

export async function setFrequency(page: Page, name: string, visits: number): Promise<void> {
  const field = cardOf(page, name).getByRole('spinbutton')
  // What is typed before the page has come to life is lost.
  await expect(async () => {
    await field.fill(String(visits))
    await field.press('Enter')
    await expect(field).toHaveValue(String(visits), { timeout: 1000 })
  }).toPass()
}

export async function giveReason(page: Page, name: string, reason: string): Promise<void> {
  await cardOf(page, name).getByRole('combobox').selectOption({ label: reason })
}

/** What stands under a target: why it is there, its channels, the way out of the plan. Opened and closed by its segment. */
export async function openDetail(page: Page, name: string): Promise<Locator> {
  await cardOf(page, name)
    .getByRole('button', { name: /pourquoi ce segment/ })
    .tap()
  const detail = page.getByRole('row', { name: /^Pourquoi ce segment/ })
  await expect(detail).toBeVisible()
  return detail
}

/** Adds the first of those whom the plan does not hold; answers the name. */
export async function addTarget(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Ajouter un PS' }).tap()
  const first = page.getByRole('dialog').getByRole('listitem').first()
  const name = await first.locator('b').first().innerText()
  await first.getByRole('button', { name: 'Ajouter' }).tap()
  await expect(page.getByRole('dialog')).toBeHidden()
  return name
}

async function sign(dialog: Locator, confirm: string): Promise<void> {
  await dialog.getByLabel('J’ai relu, et je signe').check()
  await dialog.getByLabel('Votre mot de passe').fill(password)
  await dialog.getByRole('button', { name: confirm }).click()
  await expect(dialog).toBeHidden()
}

/** Submits from the synthesis, the one place on a phone. Answers the summary that was signed. */
export async function submitPlan(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Ouvrir la synthèse du secteur' }).tap()
  await page.getByRole('button', { name: 'Soumettre…' }).tap()
  const dialog = page.getByRole('dialog', { name: 'Soumettre ce plan' })
  const summary = await dialog.innerText()
  await sign(dialog, 'Signer et soumettre')
  await expect(page.getByText('Soumis par')).toBeVisible()
  return summary
}

export async function approvePlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approuver et sceller…' }).click()
  await sign(page.getByRole('dialog', { name: 'Approuver et sceller' }), 'Approuver et sceller')
}
