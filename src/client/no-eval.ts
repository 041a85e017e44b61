import { config } from 'zod/v4/core'

/**
 * Schemas are read, never compiled: compiling asks the browser for eval, which our content security policy refuses and
 * reports. On the server they stay compiled.
 */
export function readSchemasWithoutEval(): void {
  config({ jitless: true })
}
