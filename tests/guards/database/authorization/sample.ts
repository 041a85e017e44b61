import * as z from 'zod'

/** `settings.products[].networkId`: where a field stands in an input, whatever is optional on the way. */
export type Path = string

/** A value decided for a path, or undefined to have one made up. Only what was decided is filled where it is optional. */
export type Decide = (path: Path) => unknown

let made = 0
/** One of these passes wherever a text is asked: a new word, a sentence, an address, a day, an hour, a colour… */
const texts = () => [
  `texte-${(made += 1)}`,
  'une phrase de plus de vingt caractères',
  'nom@exemple.test',
  '2026-06-10',
  '10:30',
  '#0b7285',
  '2026-06-10T10:00:00Z',
  'P1',
  '10000000000',
  crypto.randomUUID(),
]
const numbers = [1, 0, 2, 100, 2026, 1000]

const child = (path: Path, name: string): Path => (path === '' ? name : `${path}.${name}`)
const isInside = (path: Path, inner: Path) => inner.startsWith(`${path}.`) || inner.startsWith(`${path}[]`)

const isOptional = (type: string) => ['optional', 'default', 'prefault', 'nullable'].includes(type)

function firstThatPasses(schema: z.core.$ZodType, candidates: readonly unknown[], path: Path): unknown {
  const found = candidates.find((value) => z.safeParse(schema, value).success)
  if (found === undefined) throw new Error(`no example passes at ${path}: decide one in the registry`)
  return found
}

/** The smallest input that a schema takes, with the decided values at their paths. */
export function sample(
  schema: z.core.$ZodType,
  decide: Decide,
  decided: readonly Path[],
  path: Path = '',
): unknown {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const isWanted = decided.some((one) => one === path || isInside(path, one))
  const inner = (of: z.core.$ZodType) => sample(of, decide, decided, path)
  if (!isWanted && isOptional(def.type)) return def.type === 'nullable' ? null : undefined
  const value = path === '' ? undefined : decide(path)
  if (value !== undefined) return value
  if (def.type === 'object')
    return Object.fromEntries(
      Object.entries(def.shape).flatMap(([name, of]) => {
        const value = sample(of, decide, decided, child(path, name))
        return value === undefined ? [] : [[name, value]]
      }),
    )
  if ('innerType' in def) return inner(def.innerType)
  if (def.type === 'pipe') return inner(def.in)
  if (def.type === 'array') {
    const isEmpty = !isWanted && z.safeParse(schema, []).success
    return isEmpty ? [] : [sample(def.element, decide, decided, `${path}[]`)]
  }
  if (def.type === 'record') return {}
  if (def.type === 'union') return inner(firstOption(def.options, path))
  if (def.type === 'literal') return def.values[0]
  if (def.type === 'enum') return Object.values(def.entries)[0]
  if (def.type === 'boolean') return false
  if (def.type === 'number') return firstThatPasses(schema, numbers, path)
  if (def.type === 'string') return firstThatPasses(schema, texts(), path)
  throw new Error(`an input holds a ${def.type} at ${path}: teach the sampler, or decide a value`)
}

function firstOption(options: readonly z.core.$ZodType[], path: Path): z.core.$ZodType {
  const [option] = options
  if (!option) throw new Error(`no choice at ${path}`)
  return option
}

/** Every place of an input that takes an id, commands' own ids apart. */
export function idPaths(schema: z.core.$ZodType | undefined, path: Path = ''): Path[] {
  if (!schema) return []
  const { def } = (schema as z.core.$ZodTypes)._zod
  if (def.type === 'object')
    return Object.entries(def.shape).flatMap(([name, of]) => idPaths(of, child(path, name)))
  if ('innerType' in def) return idPaths(def.innerType, path)
  if (def.type === 'pipe') return idPaths(def.in, path)
  if (def.type === 'array') return idPaths(def.element, `${path}[]`)
  if (def.type === 'record') return idPaths(def.valueType, `${path}{}`)
  if (def.type === 'union') return [...new Set(def.options.flatMap((option) => idPaths(option, path)))]
  const isId = def.type === 'string' && 'format' in def && (def.format === 'uuid' || def.format === 'guid')
  return isId && !/(^|\.)(commandId|clientId)$/.test(path) ? [path] : []
}
