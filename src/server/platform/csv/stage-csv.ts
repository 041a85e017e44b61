import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { ImportColumn } from '#src/contracts/import-columns.ts'
import type { CsvMessage, CsvOrder, CsvSummary } from './csv-message.ts'

const memoryMegabytes = 256
const longestMilliseconds = 15 * 60_000

const sqlTypes = { text: 'text', day: 'date', yesNo: 'boolean', integer: 'int', choice: 'text' } as const

export const sqlName = (key: string): string =>
  key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Columns of the table that takes the rows, in the order in which the parsing process writes them. */
export function stagingColumns(columns: readonly ImportColumn[]): string[] {
  return [
    'line int',
    'id uuid',
    ...columns.flatMap(({ key, type }) => {
      const name = sqlName(key)
      return type === 'value'
        ? ['state text', `${name} text`, `${name}_number float8`, `${name}_day date`, `${name}_flag boolean`]
        : [`${name} ${sqlTypes[type]}`]
    }),
    'cell_errors text[]',
  ]
}

/**
 * Parses a compressed CSV in a process with limits of memory and time and hands its rows to `take` as they come. Throws
 * when the process died before its end: whatever was taken until then must be thrown away.
 */
export async function stageCsv(
  compressed: Uint8Array,
  order: CsvOrder,
  take: (rows: Readable) => Promise<void>,
  progress: (rows: number) => void,
): Promise<CsvSummary> {
  const child = fork(fileURLToPath(new URL('./csv-child.ts', import.meta.url)), [JSON.stringify(order)], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    execArgv: [`--max-old-space-size=${memoryMegabytes}`, '--disable-warning=ExperimentalWarning'],
    env: { NODE_ENV: process.env['NODE_ENV'] ?? 'production' },
  })
  const { stdin, stdout, stderr } = child
  if (!stdin || !stdout || !stderr) throw new Error('the parsing process has no streams')
  let summary: CsvSummary | null = null
  let words = ''
  child.on('message', (message: CsvMessage) => {
    if (message.type === 'progress') progress(message.rows)
    else summary = message.summary
  })
  stderr.on('data', (chunk: Buffer) => {
    words = `${words}${chunk.toString()}`.slice(-2000)
  })
  // It may stop reading at the first fault of the file.
  stdin.on('error', () => {})
  const exit = once(child, 'exit')
  const timer = setTimeout(() => child.kill('SIGKILL'), longestMilliseconds)
  try {
    Readable.from([compressed]).pipe(stdin)
    await take(stdout)
    await exit
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
  if (!summary)
    throw new Error(`the parsing process ended early (${child.signalCode ?? child.exitCode}): ${words}`)
  return summary
}
