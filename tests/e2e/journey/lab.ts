import type { Page } from '@playwright/test'
import { expect } from '../test.ts'
import { password } from './cast.ts'
import { days, people, type Who } from './data.ts'
import { choose } from './forms.ts'

/** Opens an invitation and chooses a password. */
export async function acceptInvitation(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: 'Rejoindre' }).click()
  await page.waitForURL((url) => url.pathname === '/')
}

const roles: Readonly<Record<Exclude<Who, 'admin'>, string>> = {
  hq: 'Siège',
  manager: 'Directeur régional',
  rep: 'Délégué',
  silent: 'Délégué',
}

/** Invites a member; answers the address that the administrator is shown, once. */
export async function invite(page: Page, who: Exclude<Who, 'admin'>): Promise<string> {
  await page.getByRole('button', { name: 'Inviter un membre' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Nom', { exact: true }).fill(people[who].name)
  await form.getByLabel('Adresse professionnelle').fill(people[who].email)
  await choose(form, 'Rôle', roles[who])
  await form.getByRole('button', { name: 'Créer l’invitation' }).click()
  const shown = page.getByRole('dialog').filter({ hasText: 'Lien à transmettre' })
  const link = await shown.getByLabel('Adresse du lien').inputValue()
  await page.keyboard.press('Escape')
  await expect(shown).toBeHidden()
  return link
}

export async function addProduct(page: Page, name: string, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter un produit' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Nom', { exact: true }).fill(name)
  await form.getByLabel('Code', { exact: true }).fill(code)
  await form.getByLabel('Prix unitaire').fill('24,90')
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('row', { name })).toBeVisible()
}

/** A source of answers that is not the field. */
export async function addSource(page: Page, label: string, code: string): Promise<void> {
  await page.getByRole('button', { name: 'Ajouter une source' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('Nom', { exact: true }).fill(label)
  await form.getByLabel('Code', { exact: true }).fill(code)
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(form).toBeHidden()
}

/** Gives a sector its lead. */
export async function assignRep(page: Page, sector: string, who: 'rep' | 'silent'): Promise<void> {
  await page.getByRole('row', { name: sector }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Affecter' }).click()
  const form = page.getByRole('dialog').filter({ hasText: 'Part de son temps' })
  await choose(form, 'Délégué', people[who].name)
  await choose(form, 'Fonction', 'Titulaire')
  await form.getByLabel('Du', { exact: true }).fill(days.opening)
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('dialog').getByText(people[who].name)).toBeVisible()
  await page.keyboard.press('Escape')
}

export async function assignManager(page: Page, region: string): Promise<void> {
  await page.getByRole('button', { name: `${region} ·` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Affecter' }).click()
  const form = page.getByRole('dialog')
  await choose(form, 'Directeur régional', people.manager.name)
  await form.getByLabel('Du', { exact: true }).fill(days.opening)
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('dialog').getByText(people.manager.name)).toBeVisible()
  await page.keyboard.press('Escape')
}

/** A rep's week: what the capacity of the sector is made of. */
export async function setWorkingTime(page: Page, name: string, contactsADay: string): Promise<void> {
  await page.getByRole('row', { name }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ajouter' }).first().click()
  const form = page.getByRole('dialog').filter({ hasText: 'Contacts par jour' })
  await form.getByLabel('Contacts par jour').fill(contactsADay)
  await form.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('dialog').getByText(`${contactsADay} contacts par jour`)).toBeVisible()
  await page.keyboard.press('Escape')
}
