import { writeFileSync } from 'node:fs'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import {
  expect,
  seriousViolations,
  sidewaysOverflow,
  typeCredentials,
  watch,
  type Problems,
} from '../test.ts'
import { people, type Who } from './data.ts'

export const password = 'une-phrase-de-passe'

/** The instant that web and worker live at. */
export function liveAt(instant: string): void {
  const file = process.env['CLOCK_FILE']
  if (!file) throw new Error('the journey needs CLOCK_FILE, which npm run test:e2e gives')
  writeFileSync(file, instant)
}

/** The people of the journey, each in a browser of their own: a desk, or a phone with touch. */
export class Cast {
  readonly #pages = new Map<Who, Page>()
  readonly #contexts: BrowserContext[] = []
  readonly #browser: Browser
  readonly #problems: Problems

  constructor(browser: Browser, problems: Problems) {
    this.#browser = browser
    this.#problems = problems
  }

  /** The page of a person, opened the first time. */
  async of(who: Who): Promise<Page> {
    const known = this.#pages.get(who)
    if (known) return known
    const phone = who === 'rep'
    const context = await this.#browser.newContext({
      baseURL: `http://localhost:${process.env['PORT'] ?? '41000'}`,
      viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
      ...(phone && { hasTouch: true, isMobile: true }),
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    })
    const page = await context.newPage()
    page.setDefaultTimeout(30_000)
    await watch(page, this.#problems)
    this.#contexts.push(context)
    this.#pages.set(who, page)
    return page
  }

  /** Comes back after the night: the session is over, and signing in leads to where the person was going. */
  async back(who: Who, path: string): Promise<Page> {
    const page = await this.of(who)
    await page.goto(path)
    await page.waitForURL((url) => url.pathname === '/connexion')
    await typeCredentials(page, people[who].email, password)
    const wanted = new URL(path, page.url()).pathname
    await page.waitForURL((url) => url.pathname.startsWith(wanted))
    return page
  }

  /** Everybody closes the application for the night: what stays open would ask, and be refused. */
  async rest(): Promise<void> {
    for (const page of this.#pages.values()) await page.goto('about:blank')
  }

  async leave(): Promise<void> {
    for (const context of this.#contexts) await context.close()
  }
}

/** What every screen owes everybody: WCAG, and no sideways scroll. */
export async function inspect(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  expect.soft(await seriousViolations(page), `axe on ${page.url()}`).toEqual([])
  expect.soft(await sidewaysOverflow(page), `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0)
}
