import { globSync, readFileSync } from 'node:fs'
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import en from '#src/i18n/en.json' with { type: 'json' }
import fr from '#src/i18n/fr.json' with { type: 'json' }

type Tree = { [key: string]: string | Tree }

function flat(tree: Tree, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flat(value, `${prefix}${key}.`)],
    ),
  )
}

/** What a message takes: names with what is done of them. The cases of a plural are its language’s own. */
function argumentsOf(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((one) => {
    if (one.type === TYPE.literal || one.type === TYPE.pound) return []
    if (one.type === TYPE.tag) return [`<${one.value}>`, ...argumentsOf(one.children)]
    if (one.type !== TYPE.select && one.type !== TYPE.plural) return [`${one.value} ${TYPE[one.type]}`]
    const options = Object.entries(one.options)
    const inside = options.flatMap(([, { value }]) => argumentsOf(value))
    if (one.type === TYPE.select) {
      const cases = options.map(([name]) => name).toSorted()
      return [`${one.value} select ${cases.join(' ')}`, ...inside]
    }
    // A plural that shows no number makes words agree: a language may do without it.
    const isShown = options.some(([, { value }]) => value.some(({ type }) => type === TYPE.pound))
    return [...(isShown ? [`${one.value} number`] : []), ...inside]
  })
}

/** The message as it reads, an argument being a letter. */
function reading(elements: readonly MessageFormatElement[]): string[] {
  return elements.reduce<string[]>(
    (texts, one) => {
      const parts =
        one.type === TYPE.literal
          ? [one.value]
          : one.type === TYPE.tag
            ? reading(one.children)
            : one.type === TYPE.select || one.type === TYPE.plural
              ? Object.values(one.options).flatMap(({ value }) => reading(value))
              : ['X']
      return texts.flatMap((text) => parts.map((part) => text + part))
    },
    [''],
  )
}

type Rule = [name: string, wrong: RegExp]
const typography: Rule[] = [
  ['a space that may break before a double sign', / [;:!?%»]|« /],
  ['no space before a double sign', /[\p{L}\p{N})\]](?:[;!?%](?!\p{L})|: )/u],
  ['a straight apostrophe', /'/],
  ['three dots', /\.\.\./],
]

const wrongIn = (message: string): string[] =>
  typography.flatMap(([name, wrong]) =>
    reading(parse(message)).some((text) => wrong.test(text)) ? [name] : [],
  )

const unlike = (left: Map<string, string>, right: Map<string, string>): string[] =>
  [...left].flatMap(([key, message]) => {
    const other = right.get(key)
    if (other === undefined) return [`${key}: in one language only`]
    const [here, there] = [message, other].map((text) =>
      [...new Set(argumentsOf(parse(text)))].toSorted().join(', '),
    )
    return here === there ? [] : [`${key}: ${here} or ${there}`]
  })

const french = flat(fr)
const english = flat(en)

// Said by silence: a state that needs no word.
const silent: readonly string[] = [
  'cycles.checklist.follows.CLOSED',
  'cycles.next.DRAFT',
  'directory.hcp.answerState.ABSENT',
  'directory.hcp.answerState.VALUE',
  'directory.hcp.origin.GEOGRAPHY',
  'directory.permission.since.WITHDRAWAL',
  'strategy.fit.capUnit',
  'targeting.empty.not-published.action',
]

describe('messages', () => {
  it('say the same in both languages, of the same things', () => {
    expect([...unlike(french, english), ...unlike(english, french)]).toEqual([])
  })

  it('say something', () => {
    const empty = (messages: Map<string, string>) =>
      [...messages].flatMap(([key, message]) => (message.trim() === '' ? [key] : [])).toSorted()
    expect(empty(french)).toEqual(silent)
    expect(empty(english)).toEqual(silent)
  })

  it('are set as French is', () => {
    const wrong = [...french].flatMap(([key, message]) => wrongIn(message).map((rule) => `${key}: ${rule}`))
    expect(wrong).toEqual([])
  })
})

/** Text between the parenthesis at `start` and the one that closes it. */
function between(source: string, start: number): string {
  let depth = 0
  for (let at = start; at < source.length; at += 1) {
    if ('([{'.includes(source[at] ?? '')) depth += 1
    if (')]}'.includes(source[at] ?? '')) depth -= 1
    if (depth === 0) return source.slice(start + 1, at)
  }
  return source.slice(start + 1)
}

function firstArgument(parameters: string): string {
  let depth = 0
  for (let at = 0; at < parameters.length; at += 1) {
    const sign = parameters[at] ?? ''
    if ('([{'.includes(sign)) depth += 1
    if (')]}'.includes(sign)) depth -= 1
    if (depth === 0 && sign === ',') return parameters.slice(0, at)
  }
  return parameters
}

/** Reasons that a source refuses with; `file-*` where the end is only known at run time; null = told by nothing written. */
function reasonsIn(source: string): (string | null)[] {
  return [...source.matchAll(/\brefused\(/g)].flatMap(({ index }) => {
    const told = firstArgument(between(source, index + 'refused'.length))
    const reasons = [...told.matchAll(/'([^']+)'|`([^`$]*)\$\{/g)].map(
      ([, literal, start]) => literal ?? `${start}*`,
    )
    return reasons.length > 0 ? reasons : [null]
  })
}

const sources = globSync('src/server/**/*.ts').filter((file) => !file.startsWith('src/generated'))
const refusals: ReadonlySet<string> = new Set(Object.keys(fr.refusals))
const isTold = (reason: string) =>
  reason.endsWith('*')
    ? [...refusals].some((key) => key.startsWith(reason.slice(0, -1)))
    : refusals.has(reason)

describe('refusals', () => {
  it('each has its sentence', () => {
    const reasons = sources.flatMap((file) =>
      reasonsIn(readFileSync(file, 'utf8')).map((reason) => [file, reason] as const),
    )
    expect(reasons.length).toBeGreaterThan(80)
    expect(reasons.filter(([, reason]) => reason === null)).toEqual([])
    expect(reasons.filter(([, reason]) => reason !== null && !isTold(reason))).toEqual([])
  })

  it('each of their items too', () => {
    const items = sources
      .filter((file) => /use-cases\/.*\/steps\//.test(file))
      .flatMap((file) => {
        const source = readFileSync(file, 'utf8')
        if (!/RefusalItem/.test(source)) return []
        return [...source.matchAll(/code: '([^']+)'/g)].map(([, code]) => [file, code ?? ''] as const)
      })
    expect(items.length).toBeGreaterThan(3)
    expect(items.filter(([, code]) => !isTold(code))).toEqual([])
  })
})

/** The members of a union of texts, as it is written. */
const unionIn = (file: string, name: string): string[] => {
  const [, after = ''] = readFileSync(file, 'utf8').split(`export type ${name} =`)
  const [union = ''] = after.split('\n\n')
  return [...union.matchAll(/'([^']+)'/g)].map(([, code]) => code ?? '')
}

describe('problems of a configuration and errors of an expression', () => {
  it('each has its sentence', () => {
    const problems = unionIn('src/engine/configuration/configuration-problem.ts', 'ProblemCode')
    expect(problems.length).toBeGreaterThan(25)
    expect(problems.filter((code) => !isTold(code))).toEqual([])
    const { errors, expected } = fr.segmentation.expression
    const file = 'src/engine/expressions/expression-error.ts'
    expect(unionIn(file, 'SyntaxCode').toSorted()).toEqual(Object.keys(errors).toSorted())
    const things = unionIn(file, 'Expected').filter((one) => !one.startsWith('$'))
    expect(things.toSorted()).toEqual(Object.keys(expected).toSorted())
  })
})

describe('the guard itself', () => {
  it('sees a key, an argument, a case, a tag that one language has not', () => {
    const pairs: [string, string][] = [
      ['{count} lignes', '{counts} lines'],
      ['{count, number}', '{count}'],
      ['{kind, select, A {a} other {b}}', '{kind, select, B {a} other {b}}'],
      ['<b>{x}</b>', '{x}'],
    ]
    for (const [left, right] of pairs)
      expect(unlike(new Map([['k', left]]), new Map([['k', right]]))).toHaveLength(1)
    expect(unlike(new Map([['k', 'a']]), new Map())).toEqual(['k: in one language only'])
    const plural = '{n, plural, one {# ligne} other {# lignes}}'
    expect(unlike(new Map([['k', plural]]), new Map([['k', '{n, plural, =1 {a} other {# b}}']]))).toEqual([])
  })

  it('sees what is not set as French is', () => {
    for (const text of [
      'Pourquoi ?',
      'Pourquoi?',
      '{x} %',
      '{x}%',
      'l’un; l’autre',
      'Attention: un',
      "l''un",
      '« un »',
      'a...',
    ])
      expect(wrongIn(text), text).toHaveLength(1)
    for (const text of ['Pourquoi\u202F?', '{x}\u202F%', 'à 10:30', '«\u00A0un\u00A0»', 'un\u202F: {x}'])
      expect(wrongIn(text), text).toEqual([])
  })

  it('sees a refusal without a sentence', () => {
    const source =
      "throw refused(met ? 'one' : 'two', { a: f(1, 2) }, [])\nrefused(`file-${x}`)\nrefused(code)"
    expect(reasonsIn(source)).toEqual(['one', 'two', 'file-*', null])
    expect(['one', 'never-written-*'].map(isTold)).toEqual([false, false])
  })
})
