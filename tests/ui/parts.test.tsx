import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { CutoffHistogram } from '#components/charts/cutoff-histogram.tsx'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { SaveState } from '#components/ui/save-state.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { Stepper } from '#components/ui/stepper.tsx'
import { show, written } from './render.tsx'

type Sector = { id: string; name: string; goal: number | null }
const sectors: Sector[] = [
  { id: 'a', name: 'Limoges', goal: 20 },
  { id: 'b', name: 'Pau', goal: null },
  { id: 'c', name: 'Agen', goal: 30 },
]
const columns: Column<Sector>[] = [
  { id: 'name', header: 'Secteur', cell: ({ name }) => name, sortValue: ({ name }) => name },
  {
    id: 'goal',
    header: 'Objectif',
    align: 'right',
    cell: ({ goal }) => goal ?? '–',
    sortValue: ({ goal }) => goal,
  },
]
const idOf = ({ id }: Sector) => id
const names = () => screen.getAllByRole('row').flatMap((row) => row.dataset.row ?? [])

describe('a table', () => {
  it('sorts by its headers: numbers from the largest, missing ones last either way, then as given', () => {
    show(<DataTable label="Secteurs" columns={columns} rows={sectors} rowId={idOf} />)
    const header = screen.getByRole('button', { name: 'Objectif' })
    fireEvent.click(header)
    expect(names()).toEqual(['c', 'a', 'b'])
    fireEvent.click(header)
    expect(names()).toEqual(['a', 'c', 'b'])
    fireEvent.click(header)
    expect(names()).toEqual(['a', 'b', 'c'])
  })
  it('is walked with the arrows, selected with Space, opened with Enter', () => {
    const onOpen = vi.fn<(row: Sector) => void>()
    const onSelect = vi.fn<(selected: Set<string>) => void>()
    show(
      <DataTable
        label="Secteurs"
        columns={columns}
        rows={sectors}
        rowId={idOf}
        onOpen={onOpen}
        selected={new Set(['b'])}
        onSelect={onSelect}
      />,
    )
    const [, first] = screen.getAllByRole('row')
    if (!first) throw new Error('no row')
    first.focus()
    fireEvent.keyDown(first, { key: 'ArrowDown' })
    expect(document.activeElement).toHaveProperty('dataset.row', 'b')
    fireEvent.keyDown(document.activeElement ?? first, { key: ' ' })
    expect(onSelect).toHaveBeenLastCalledWith(new Set())
    fireEvent.keyDown(document.activeElement ?? first, { key: 'Enter' })
    expect(onOpen).toHaveBeenLastCalledWith(sectors[1])
  })
  it('puts rows under their group, and folds it', () => {
    show(
      <DataTable
        label="Secteurs"
        columns={columns}
        rows={sectors}
        rowId={idOf}
        groupOf={({ goal }) => ({
          key: goal === null ? 'none' : 'some',
          label: goal === null ? 'Sans objectif' : 'Avec',
        })}
      />,
    )
    expect(names()).toEqual(['a', 'c', 'b'])
    fireEvent.click(screen.getByRole('button', { name: 'Avec' }))
    expect(names()).toEqual(['b'])
  })
  it('the server sends lines and cards both, the browser keeps one', () => {
    const table = (
      <DataTable
        label="Secteurs"
        columns={columns}
        rows={sectors}
        rowId={idOf}
        phoneRow={(sector) => <p>carte {idOf(sector)}</p>}
      />
    )
    const html = written(table)
    expect(html).toContain('data-either')
    expect(html.match(/carte/g)).toHaveLength(sectors.length)
    expect(html).toContain('<thead')
    show(table)
    expect(screen.queryByText(/carte/)).toBeNull()
  })

  it('says what is missing when it is empty', () => {
    show(<DataTable label="Secteurs" columns={columns} rows={[]} rowId={idOf} empty={<p>Aucun secteur</p>} />)
    expect(screen.getByText('Aucun secteur')).toBeTruthy()
  })
})

describe('a stepper', () => {
  it('moves by one, by five with Shift, and takes digits, within its limits', () => {
    const onChange = vi.fn<(value: number) => void>()
    show(<Stepper label="Dr Montfort" value={4} max={6} onChange={onChange} />)
    const field = screen.getByRole('spinbutton', { name: 'Dr Montfort' })
    fireEvent.click(screen.getByRole('button', { name: /un de moins/ }))
    fireEvent.keyDown(field, { key: 'ArrowUp', shiftKey: true })
    fireEvent.change(field, { target: { value: '2x' } })
    fireEvent.blur(field)
    expect(onChange.mock.calls).toEqual([[3], [6], [2]])
  })
  it('gives up what is typed on Escape, and nothing when locked', () => {
    const onChange = vi.fn<(value: number) => void>()
    const { rerender } = show(<Stepper label="Dr" value={4} onChange={onChange} />)
    const field = screen.getByRole<HTMLInputElement>('spinbutton')
    fireEvent.change(field, { target: { value: '9' } })
    fireEvent.keyDown(field, { key: 'Escape' })
    expect(field.value).toBe('4')
    rerender(<Stepper label="Dr" value={4} onChange={onChange} state="locked" />)
    fireEvent.keyDown(field, { key: 'ArrowUp' })
    expect(onChange).not.toHaveBeenCalled()
  })
})

describe('cut-offs of a histogram', () => {
  it('are sliders with limits: arrows one, Shift five, never past the neighbour', () => {
    const onCommit = vi.fn<(key: string, value: number) => void>()
    show(
      <CutoffHistogram
        label="Potentiel"
        bins={[{ from: 0, to: 100, count: 3 }]}
        cuts={[
          { key: 'b', value: 40 },
          { key: 'a', value: 43 },
        ]}
        classNames={['C', 'B', 'A']}
        min={0}
        max={100}
        onCommit={onCommit}
      />,
    )
    const [low] = screen.getAllByRole('slider')
    if (!low) throw new Error('no slider')
    expect(low.getAttribute('aria-valuemax')).toBe('42')
    fireEvent.keyDown(low, { key: 'ArrowLeft' })
    fireEvent.keyDown(low, { key: 'ArrowRight', shiftKey: true })
    expect(onCommit.mock.calls).toEqual([
      ['b', 39],
      ['b', 42],
    ])
  })
})

describe('states in words', () => {
  it('tell a status with its icon', () => {
    const { container } = show(<StatusBadge status="UNDER" />)
    expect(within(container).getByText('En retard')).toBeTruthy()
    expect(container.querySelector('svg')).not.toBeNull()
  })
  it('tell when it was saved, in the zone of the lab', () => {
    show(<SaveState status={{ kind: 'saved', at: '2026-07-16T07:08:00Z' }} />)
    expect(screen.getByRole('status').textContent).toBe('Enregistré à 9:08')
  })
})
