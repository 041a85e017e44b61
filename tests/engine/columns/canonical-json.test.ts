import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#src/lib/canonical-json.ts'

describe('canonical JSON', () => {
  it('reads back as the same value, keys in order', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
    expect(canonicalJson({ b: [1, -0, null], a: { d: undefined, c: 'é' } })).toBe(
      '{"a":{"c":"é"},"b":[1,0,null]}',
    )
  })

  it('does not depend on the order of keys', () => {
    expect(canonicalJson({ x: 1, y: { b: 1, a: 2 } })).toBe(canonicalJson({ y: { a: 2, b: 1 }, x: 1 }))
  })

  it('refuses what JSON cannot hold', () => {
    expect(() => canonicalJson(NaN)).toThrow(TypeError)
    expect(() => canonicalJson([undefined])).toThrow(TypeError)
  })
})
