import path from 'node:path'
import { misused } from './command-error.ts'
import { readNumber } from './numbers.ts'

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

/** The options of one command, read as what they should be; what they are not is said in words. */
export class Options {
  readonly #values: Values

  constructor(values: Values) {
    this.#values = values
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined
  }

  text(name: string): string | undefined {
    const value = this.#values[name]
    return typeof value === 'string' ? value : undefined
  }

  needed(name: string): string {
    const value = this.text(name)
    if (!value) throw misused(`--${name} is missing.`)
    return value
  }

  /** A path as the person wrote it, from where they are: npm runs commands in the project's folder. */
  file(name: string): string {
    return fromHere(this.needed(name))
  }

  out(): string | undefined {
    return this.has('out') ? fromHere(this.needed('out')) : undefined
  }

  number(name: string, otherwise: number): number {
    const text = this.text(name)
    if (text === undefined) return otherwise
    const value = readNumber(text)
    if (value === null) throw misused(`--${name} is a number with a decimal point, not ${text}.`)
    return value
  }

  whole(name: string, otherwise: number, least: number, most: number): number {
    const value = this.number(name, otherwise)
    if (!Number.isInteger(value) || value < least || value > most)
      throw misused(`--${name} is a whole number from ${least} to ${most}, not ${value}.`)
    return value
  }

  /** A share from 0 to 1, in whole parts of `parts`. */
  share(name: string, otherwise: number, parts: number): number {
    const value = this.number(name, otherwise)
    const whole = Math.round(value * parts)
    if (value < 0 || value > 1 || Math.abs(whole - value * parts) > 1e-6)
      throw misused(`--${name} is a share from 0 to 1 in steps of ${1 / parts}, not ${value}.`)
    return whole
  }

  numbers(name: string, otherwise: readonly number[]): readonly number[] {
    const text = this.text(name)
    if (text === undefined) return otherwise
    return text.split(',').map((part) => {
      const value = readNumber(part.trim())
      if (value === null) throw misused(`--${name} is a list of numbers such as 10,5, not ${text}.`)
      return value
    })
  }
}

export const fromHere = (file: string): string => path.resolve(process.env['INIT_CWD'] ?? '.', file)
