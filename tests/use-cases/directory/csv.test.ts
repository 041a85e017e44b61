import { describe, expect, it } from 'vitest'
import { writeDirectoryFilter } from '#src/client/directory/directory-filter.ts'
import { readDirectoryFilter } from '#src/client/directory/read-directory-filter.ts'
import { toCsv } from '#src/lib/csv.ts'
import { fold, searchWords } from '#src/lib/fold.ts'

describe('CSV', () => {
  it('makes harmless what a spreadsheet would run, and leaves numbers alone', () => {
    const csv = toCsv(['a'], [['=1+1'], ['+33'], ['-x'], ['@SUM(A1)'], ['\tx'], [-4.5], ['12']])
    expect(csv.split('\r\n').slice(1, -1)).toEqual([
      "'=1+1",
      "'+33",
      "'-x",
      "'@SUM(A1)",
      "'\tx",
      '-4.5',
      '12',
    ])
  })

  it('quotes separators, quotes and line ends; an absent value is empty', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x;y', 'dit "oui"'],
          ['l1\nl2', null],
        ],
      ),
    ).toBe('\uFEFFa;b\r\n"x;y";"dit ""oui"""\r\n"l1\nl2";\r\n')
  })
})

describe('words of a search', () => {
  it('are folded as the database folds names', () => {
    expect(fold('Œuvré-d’Ÿ')).toBe('oeuvre d y')
    expect(searchWords('  Jean-Pierre  LÉVÊQUE ')).toEqual(['jean', 'pierre', 'leveque'])
  })
})

describe('the address of the directory', () => {
  const filter = {
    q: 'le roux',
    sectorIds: ['01900001-0006-7000-8000-000000000001'],
    specialties: ['CARDIOLOGIE', 'MÉDECINE, GÉNÉRALE'],
    cycleId: '01900001-0020-7000-8000-000000000001',
    segments: ['A1', 'excluded'],
    qualified: false,
    plan: 'unseen' as const,
    opposed: true,
  }
  const read = (text: string) => {
    const params = new URLSearchParams(text)
    return readDirectoryFilter((name) => params.get(name))
  }

  it('says the filter, and is read back', () => {
    expect(read(writeDirectoryFilter(filter))).toEqual(filter)
  })

  it('says nothing of what it does not know', () => {
    expect(read('?sector=x,1&plan=nothing&status=NOBODY&opposed=2&cycle=drop%20table')).toEqual({})
  })
})
