const settings = '__zod_globalConfig'

/**
 * Schemas are read, never compiled: compiling asks the browser for eval, which our content security policy refuses and
 * reports. On the server they stay compiled. The settings are set where the library looks for them, whether it is there
 * yet or not: most screens do without it.
 */
export function readSchemasWithoutEval(): void {
  const known: unknown = Reflect.get(globalThis, settings)
  Reflect.set(globalThis, settings, Object.assign(known ?? {}, { jitless: true }))
}
