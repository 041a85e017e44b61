import type { Arena } from './arena.ts'
import { convolve, type Law } from './convolve.ts'

/** Laws of a sum kept by halves, so that a change of one line computes log₂ n sums again. */
export type LawTree = {
  /** Law of the whole sum. */
  total: () => Law
  /** Replaces the laws of some leaves; the answer puts back what was there, as long as nothing was replaced since. */
  replace: (changes: readonly { leaf: number; values: Float64Array }[]) => () => void
}

type Node = { low: number; high: number; parent: number; left: number; right: number; law: Law }
type Tree = { nodes: Node[]; leafNode: Map<number, number> }

/**
 * Tree over leaves of given weights (thousandths) and laws. Splits and order of the sums are those of `forecastPerimeters`
 * over the same lines in the same order: both give the same bytes.
 */
export function openLawTree(weightMilli: ArrayLike<number>, leaves: readonly Float64Array[]): LawTree {
  const scratch: Arena = { values: new Float64Array(4096) }
  const nothing: Law = { step: 1, start: 0, values: Float64Array.of(1) }
  const weights = [...new Set(Array.from(weightMilli))].filter((weight) => weight > 0).sort((a, b) => b - a)
  const trees = weights.map((weight) => {
    const own = leaves.map((_, leaf) => leaf).filter((leaf) => weightMilli[leaf] === weight)
    return plant(own, weight, leaves, scratch)
  })
  const treeOf = (leaf: number) => trees[weights.indexOf(weightMilli[leaf] as number)]
  let whole: Law | undefined

  return {
    total: () => {
      if (!whole) {
        for (const tree of trees) {
          const law = (tree.nodes[0] as Node).law
          whole = whole ? convolve(whole, law, scratch) : law
        }
        whole ??= nothing
      }
      return whole
    },
    replace: (changes) => {
      const wholeBefore = whole
      const journal: { node: Node; law: Law }[] = []
      const put = (node: Node, law: Law) => {
        journal.push({ node, law: node.law })
        node.law = law
      }
      for (const tree of trees) {
        const touched = new Set<number>()
        for (const { leaf, values } of changes) {
          if (treeOf(leaf) !== tree) continue
          const index = tree.leafNode.get(leaf) as number
          const node = tree.nodes[index] as Node
          put(node, { step: node.law.step, start: 0, values })
          for (let up = node.parent; up >= 0; up = (tree.nodes[up] as Node).parent) touched.add(up)
        }
        // A node is numbered before its descendants: descending order computes children first.
        for (const index of [...touched].sort((a, b) => b - a)) {
          const node = tree.nodes[index] as Node
          const left = tree.nodes[node.left] as Node
          const right = tree.nodes[node.right] as Node
          put(node, convolve(left.law, right.law, scratch))
        }
      }
      whole = undefined
      return () => {
        for (const { node, law } of journal.reverse()) node.law = law
        whole = wholeBefore
      }
    },
  }
}

function plant(
  own: readonly number[],
  weight: number,
  leaves: readonly Float64Array[],
  scratch: Arena,
): Tree {
  const tree: Tree = { nodes: [], leafNode: new Map() }
  const grow = (low: number, high: number, parent: number): Node => {
    const node: Node = {
      low,
      high,
      parent,
      left: -1,
      right: -1,
      law: { step: weight, start: 0, values: empty },
    }
    const index = tree.nodes.push(node) - 1
    if (high - low === 1) {
      const leaf = own[low] as number
      tree.leafNode.set(leaf, index)
      node.law = { step: weight, start: 0, values: leaves[leaf] as Float64Array }
      return node
    }
    const middle = (low + high) >> 1
    node.left = tree.nodes.length
    const left = grow(low, middle, index)
    node.right = tree.nodes.length
    const right = grow(middle, high, index)
    node.law = convolve(left.law, right.law, scratch)
    return node
  }
  grow(0, own.length, -1)
  return tree
}

const empty = new Float64Array(0)
