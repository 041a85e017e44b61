import type { Locator, Page } from '@playwright/test'

export type File = { name: string; content: string }

/** Picks an option of a select that opens a list. */
export async function choose(scope: Locator | Page, label: string, option: string): Promise<void> {
  await scope
    .getByRole('combobox', { name: label })
    .or(scope.getByRole('textbox', { name: label }))
    .first()
    .click()
  const page = 'page' in scope ? scope.page() : scope
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Gives a file to the drop zone of a screen. */
export async function drop(page: Page, file: File): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.content) })
}
