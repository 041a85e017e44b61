import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Bench } from './bench.ts'
import type { Line } from './lines.ts'

const build = process.env['NEXT_DIST_DIR'] ?? '.next'
const mostKilobytes = 250

type Manifest = { entryJSFiles: Record<string, string[]> }

const sizes = new Map<string, number>()
function gzipped(file: string): number {
  const known = sizes.get(file) ?? gzipSync(readFileSync(path.join(build, file))).length
  sizes.set(file, known)
  return known
}

/** Scripts that a page's HTML names: those of every page, of its layouts, its own. */
function scriptsOf(manifestFile: string, shared: readonly string[]): string[] {
  const text = readFileSync(manifestFile, 'utf8')
  // The file is one assignment of JSON to a key of a global.
  const manifest = JSON.parse(text.slice(text.indexOf('] = {') + 4).replace(/;?\s*$/, '')) as Manifest
  const named = Object.entries(manifest.entryJSFiles).filter(([entry]) => /\/(?:layout|page)$/.test(entry))
  return [...new Set([...shared, ...named.flatMap(([, files]) => files)])]
}

/** What a browser fetches before a screen of the built application answers to it. */
export const firstLoadBench: Bench = {
  name: 'first-load',
  database: false,
  run: (): Promise<Line[]> => {
    const manifest = path.join(build, 'build-manifest.json')
    if (!existsSync(manifest)) throw new Error('npm run build first: the built application is measured')
    const { rootMainFiles } = JSON.parse(readFileSync(manifest, 'utf8')) as { rootMainFiles: string[] }
    const suffix = '/page_client-reference-manifest.js'
    const screens = globSync(`${build}/server/app/**${suffix}`)
      .filter((file) => !/_global-error|_not-found/.test(file))
      .map((file) => {
        const bytes = scriptsOf(file, rootMainFiles).reduce((sum, script) => sum + gzipped(script), 0)
        const route = file.slice(`${build}/server/app`.length, -suffix.length).replaceAll(/\/\(\w+\)/g, '')
        return { route: route || '/', kilobytes: Math.round(bytes / 1000) }
      })
      .toSorted((left, right) => right.kilobytes - left.kilobytes)
    const over = screens.filter(({ kilobytes }) => kilobytes > mostKilobytes)
    const heaviest = screens
      .slice(0, 5)
      .map(({ route, kilobytes }) => `\`${route}\` ${kilobytes}`)
      .join(', ')
    const line: Line = {
      work: `first load of each of ${screens.length} screens, scripts in kB gzip: ${over.length} over; heaviest ${heaviest}`,
      ours: `${screens[0]?.kilobytes ?? 0} kB at most, ${screens.at(-1)?.kilobytes ?? 0} kB at least`,
      peer: '–',
      ratio: '–',
      budget: `≤ ${mostKilobytes} kB`,
      met: over.length === 0,
    }
    for (const { route, kilobytes } of screens) console.log(`  ${String(kilobytes).padStart(4)} kB ${route}`)
    return Promise.resolve([line])
  },
}
