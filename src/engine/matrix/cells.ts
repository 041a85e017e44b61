import type { Segmentation } from '../configuration/segmentation.ts'
import { unqualifiedSegment } from '../configuration/unqualified-segment.ts'
import type { ClassifiedAxis } from '../expressions/dataset-reader.ts'

export type Matrix = {
  /** Positions of the two axes in the segmentation; −1 = it has no such axis. */
  readonly rowAxis: number
  readonly columnAxis: number
  /** −1 = two axes. */
  readonly layerAxis: number
  readonly rows: number
  readonly columns: number
  readonly cells: number
  /** Segment code per index: the configured ones, then `non-qualifie` unless it is one of them. */
  readonly segmentCodes: readonly string[]
  readonly unqualified: number
  /** Segment index of each cell; a cell that names no segment is unqualified. */
  readonly segmentOfCell: Int16Array
}

export function readMatrix(segmentation: Segmentation): Matrix {
  const { matrix, axes, segments } = segmentation
  const rowAxis = axes.findIndex((axis) => axis.code === matrix.rows)
  const columnAxis = axes.findIndex((axis) => axis.code === matrix.columns)
  const layerAxis = matrix.layers === undefined ? -1 : axes.findIndex((axis) => axis.code === matrix.layers)
  const layers = axes[layerAxis]?.classes.length ?? 1
  const rows = axes[rowAxis]?.classes.length ?? 0
  const columns = axes[columnAxis]?.classes.length ?? 0
  const configured = segments.map((segment) => segment.code)
  const segmentCodes = configured.includes(unqualifiedSegment)
    ? configured
    : [...configured, unqualifiedSegment]
  const unqualified = segmentCodes.indexOf(unqualifiedSegment)
  const segmentOfCell = new Int16Array(layers * rows * columns).fill(unqualified)
  for (let cell = 0; cell < segmentOfCell.length; cell += 1) {
    const column = cell % columns
    const code = matrix.cells[(cell - column) / columns]?.[column]
    const index = code === undefined ? -1 : segmentCodes.indexOf(code)
    if (index >= 0) segmentOfCell[cell] = index
  }
  return {
    rowAxis,
    columnAxis,
    layerAxis,
    rows,
    columns,
    cells: segmentOfCell.length,
    segmentCodes,
    unqualified,
    segmentOfCell,
  }
}

/**
 * Cell of each hcp: (class of layers × rows + class of rows) × columns + class of columns; −1 where one of these classes
 * is missing.
 */
export function placeInCells(
  matrix: Matrix,
  axes: readonly ClassifiedAxis[],
  universe: Uint8Array,
): Int16Array {
  const cells = new Int16Array(universe.length).fill(-1)
  const rowClasses = axes[matrix.rowAxis]?.classes
  const columnClasses = axes[matrix.columnAxis]?.classes
  if (!rowClasses || !columnClasses) return cells
  const layerClasses = axes[matrix.layerAxis]?.classes
  for (let row = 0; row < cells.length; row += 1) {
    const rowClass = rowClasses[row] ?? -1
    const columnClass = columnClasses[row] ?? -1
    if (universe[row] === 1 && rowClass >= 0 && columnClass >= 0)
      cells[row] = rowClass * matrix.columns + columnClass
  }
  if (layerClasses) addLayers(cells, layerClasses, matrix.rows * matrix.columns)
  return cells
}

function addLayers(cells: Int16Array, layerClasses: Int8Array, size: number): void {
  for (let row = 0; row < cells.length; row += 1) {
    const cell = cells[row] ?? -1
    const layer = layerClasses[row] ?? -1
    cells[row] = cell < 0 || layer < 0 ? -1 : layer * size + cell
  }
}

/** Positions of a cell's classes; layer 0 where there is none. */
export function classesOfCell(
  { rows, columns }: Pick<Matrix, 'rows' | 'columns'>,
  cell: number,
): { layer: number; row: number; column: number } {
  const line = Math.floor(cell / columns)
  return { layer: Math.floor(line / rows), row: line % rows, column: cell % columns }
}
