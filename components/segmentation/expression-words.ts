import type { useTranslations } from 'next-intl'
import type { Format } from '#components/ui/format.ts'
import { isField, isScalar, type Comparand, type Condition, type Formula } from '#src/engine/index.ts'
import type { StudioWords } from './studio-words.ts'

export type Speech = {
  t: ReturnType<typeof useTranslations<'segmentation.condition'>>
  words: StudioWords
  format: Format
}

/** Around what is set in bold: neither character is ever typed. */
export const boldStart = '\u0001'
export const boldEnd = '\u0002'
const b = (chunks: string) => boldStart + chunks + boldEnd

const names = { '=': 'eq', '!=': 'ne', '>=': 'ge', '>': 'gt', '<=': 'le', '<': 'lt' } as const
const signs = { '+': '+', '-': '−', '*': '×', '/': '÷' } as const

/** A condition in plain words: « Spécialité est Endocrinologie et Potentiel est A », what is looked at marked bold. */
export function conditionWords(condition: Condition, speech: Speech): string {
  const { t } = speech
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.terms
        .map((term) => {
          const said = conditionWords(term, speech)
          return term.op === 'and' || term.op === 'or' ? `(${said})` : said
        })
        .join(` ${t(condition.op)} `)
    case 'not':
      return t.markup('not', { c: () => conditionWords(condition.term, speech) })
    case 'compare': {
      const { field, comparison, value } = condition
      const name = names[comparison]
      const params = { field: formulaWords(field, speech), value: valueWords(field, value, speech), b }
      if (isField(field) && field.kind === 'class' && name !== 'eq' && name !== 'ne')
        return t.markup(`words.${name}Class`, params)
      return t.markup(`words.${name}`, params)
    }
    case 'in': {
      const { field, values } = condition
      const list = values.map((value) => valueWords(field, value, speech))
      const last = list.pop() ?? ''
      const value = list.length > 0 ? `${list.join(', ')} ${t('or')} ${last}` : last
      return t.markup('words.eq', { field: formulaWords(field, speech), value, b })
    }
    case 'between': {
      const { field, low, high } = condition
      return t.markup('words.between', {
        field: formulaWords(field, speech),
        low: valueWords(field, low, speech),
        high: valueWords(field, high, speech),
        b,
      })
    }
    case 'missing':
      return t.markup('words.missing', { field: formulaWords(condition.field, speech), b })
  }
}

function valueWords(field: Formula, value: Comparand, speech: Speech): string {
  if (!isScalar(value) || typeof value === 'number') return formulaWords(value, speech)
  return isField(field) ? speech.words.value(field, value) : String(value)
}

/** « 0,6 × patients + si (spécialité est GP) 10 sinon 0 » */
export function formulaWords(formula: Formula, speech: Speech): string {
  const { t, words, format } = speech
  if (typeof formula === 'number') return format.number(formula, decimalsOf(formula))
  if (isField(formula)) return words.field(formula)
  const inner = (one: Formula) => formulaWords(one, speech)
  switch (formula.op) {
    case '+':
    case '-':
    case '*':
    case '/': {
      const { op, left, right } = formula
      const tight = op === '*' || op === '/'
      const first = tight && isSum(left) ? `(${inner(left)})` : inner(left)
      const second = isSum(right) || (tight && isProduct(right)) ? `(${inner(right)})` : inner(right)
      return `${first} ${signs[op]} ${second}`
    }
    case 'negate':
      return `−(${inner(formula.term)})`
    case 'abs':
    case 'round':
      return t(`operations.${formula.op}`, { value: inner(formula.term) })
    case 'min':
    case 'max':
    case 'coalesce':
      return t(`operations.${formula.op}`, { values: formula.terms.map(inner).join(t('operations.next')) })
    case 'if': {
      // What is bold is the whole formula, when it is looked at.
      const condition = plainWords(conditionWords(formula.condition, speech))
      const value = inner(formula.value)
      const { otherwise } = formula
      return otherwise === null
        ? t('operations.ifAlone', { condition, value })
        : t('operations.if', { condition, value, otherwise: inner(otherwise) })
    }
  }
}

const opOf = (one: Formula) => (typeof one === 'object' && 'op' in one ? one.op : null)
const isSum = (one: Formula) => opOf(one) === '+' || opOf(one) === '-'
const isProduct = (one: Formula) => opOf(one) === '*' || opOf(one) === '/'

const decimalsOf = (value: number) => (Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2)

/** The same without marks, where a sentence is one text. */
export const plainWords = (said: string): string => said.replaceAll(boldStart, '').replaceAll(boldEnd, '')
