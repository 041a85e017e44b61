import type { Page } from '@playwright/test'
import { expect } from '../test.ts'
import { drop, type File } from './forms.ts'

type Kind = 'TERRITORY' | 'HCP' | 'OBSERVATION' | 'CALL'

/** Drops a file on the import screen and waits for the end of its check. */
export async function checkFile(
  page: Page,
  kind: Kind,
  file: File,
  more: { source?: string; completeThrough?: string } = {},
): Promise<void> {
  await page.goto(`/imports/nouveau?kind=${kind}`)
  if (more.source) await page.getByRole('combobox', { name: 'Source' }).fill(more.source)
  if (more.completeThrough) await page.getByLabel('Visites complètes jusqu’au').fill(more.completeThrough)
  await drop(page, file)
  await expect(page.getByRole('heading', { level: 1, name: file.name })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Contrôler à nouveau' })).toBeVisible()
}

/** Applies the file that is on the screen. */
export async function applyFile(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Appliquer', exact: true }).click()
  await expect(page.getByText('Appliqué le').first()).toBeVisible()
}
