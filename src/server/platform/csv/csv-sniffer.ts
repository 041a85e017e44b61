export const delimiters = [';', ',', '\t', '|'] as const
export type CsvFormat = {
  encoding: 'utf-8' | 'windows-1252'
  delimiter: (typeof delimiters)[number]
  /** Lines of the file, its header included: what progress counts towards. */
  lines: number
}

/** Why a file cannot be a CSV at all. */
export type NotCsv = 'empty' | 'binary' | 'utf-16'

const newline = 0x0a
const quote = 0x22
const headBytes = 64 * 1024

/** The sign that stands most often between the cells of the first line, outside quotes. */
export function detectDelimiter(head: Uint8Array): CsvFormat['delimiter'] {
  const counts = new Map<number, number>()
  let quoted = false
  for (const byte of head) {
    if (byte === quote) quoted = !quoted
    else if (byte === newline && !quoted) break
    else if (!quoted) counts.set(byte, (counts.get(byte) ?? 0) + 1)
  }
  const count = (sign: string) => counts.get(sign.charCodeAt(0)) ?? 0
  return delimiters.reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

function countLines(chunk: Uint8Array): number {
  let lines = 0
  for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, at + 1)) lines += 1
  return lines
}

/**
 * Looks at a file while it passes: UTF-8 unless one sequence of it is not, then Windows-1252 (of which any bytes are a
 * text, hence the look at control characters first).
 */
export function createSniffer(): {
  see: (chunk: Uint8Array) => NotCsv | null
  end: () => CsvFormat | NotCsv
} {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const head: Uint8Array[] = []
  let seen = 0
  let lines = 0
  let last = newline
  let isUtf8 = true

  const stillUtf8 = (chunk?: Uint8Array): boolean => {
    try {
      if (isUtf8) decoder.decode(chunk, { stream: chunk !== undefined })
      return isUtf8
    } catch {
      return false
    }
  }

  return {
    see: (chunk) => {
      if (
        seen === 0 &&
        ((chunk[0] === 0xff && chunk[1] === 0xfe) || (chunk[0] === 0xfe && chunk[1] === 0xff))
      )
        return 'utf-16'
      if (
        chunk.includes(0) ||
        (seen < headBytes && chunk.some((byte) => byte < 9 || (byte > 13 && byte < 28)))
      )
        return 'binary'
      if (seen < headBytes) head.push(chunk.slice(0, headBytes))
      seen += chunk.length
      lines += countLines(chunk)
      last = chunk.at(-1) ?? last
      isUtf8 = stillUtf8(chunk)
      return null
    },
    end: () => {
      if (seen === 0) return 'empty'
      isUtf8 = stillUtf8()
      return {
        encoding: isUtf8 ? 'utf-8' : 'windows-1252',
        delimiter: detectDelimiter(Buffer.concat(head)),
        lines: lines + (last === newline ? 0 : 1),
      }
    },
  }
}
