import AxeBuilder from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

export type Problems = {
  all: string[]
  expected: Set<number>
  /** Answers that a test asks for: Chromium logs each failed one as an error. */
  expect: (status: number) => void
}

/** Hears what a page complains of: console errors, uncaught exceptions, what the content security policy refused. */
export async function watch(page: Page, problems: Problems): Promise<void> {
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    const status = /status of (\d{3})/.exec(message.text())?.[1]
    if (status && problems.expected.has(Number(status))) return
    problems.all.push(`${message.text()} ${message.location().url}`)
  })
  page.on('pageerror', (error) => problems.all.push(`uncaught: ${error.message}`))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error('content security policy', event.violatedDirective, event.blockedURI, event.sample)
    })
  })
}

export function newProblems(): Problems {
  const expected = new Set<number>()
  return { all: [], expected, expect: (status) => expected.add(status) }
}

/** Every test fails on what its page complains of. */
export const test = base.extend<{ problems: Problems }>({
  problems: [
    async ({ page }, use) => {
      const problems = newProblems()
      await watch(page, problems)
      await use(problems)
      expect(problems.all).toEqual([])
    },
    { auto: true },
  ],
})
export { expect } from '@playwright/test'

/** What WCAG 2.2 A or AA holds serious or critical on a page, with the elements concerned. */
export async function seriousViolations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** By how many pixels a page is wider than its window. */
export async function sidewaysOverflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

export async function typeCredentials(page: Page, email: string, password: string): Promise<void> {
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

/** Signs in as a person does. */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/connexion')
  await typeCredentials(page, email, password)
  await page.waitForURL((url) => !url.pathname.startsWith('/connexion'))
}
