import loadHighs from 'highs'

type Option = { load: number; value: number }

/**
 * An independent answer: one option a group, Σ load ≤ capacity, of the largest value, by the integer programming solver
 * HiGHS. The value is worked out again from the options that it chose.
 */
export async function integerProgram(): Promise<(groups: readonly Option[][], capacity: number) => number> {
  const highs = await loadHighs()
  return (groups, capacity) => {
    const terms = (number: (option: Option) => number) =>
      groups.flatMap((options, group) =>
        options.map((option, index) => `${signed(number(option))} y_${group}_${index}`),
      )
    const names = groups.map((options, group) => options.map((_, index) => `y_${group}_${index}`))
    const model = [
      'Maximize',
      ` value: ${terms(({ value }) => value).join('\n ')}`,
      'Subject To',
      ` capacity: ${terms(({ load }) => load).join('\n ')} <= ${capacity}`,
      ...names.map((own, group) => ` one_${group}: ${own.join(' + ')} = 1`),
      'Binary',
      ...names.flat().map((name) => ` ${name}`),
      'End',
    ].join('\n')
    const solution = highs.solve(model, { mip_rel_gap: 0, mip_abs_gap: 1e-10, output_flag: false })
    if (solution.Status !== 'Optimal') throw new Error(`HiGHS: ${solution.Status}`)
    return groups.reduce((sum, options, group) => {
      const chosen = options.findIndex(
        (_, index) => Math.round(solution.Columns[`y_${group}_${index}`]?.Primal ?? 0) === 1,
      )
      return sum + (options[chosen]?.value ?? Number.NaN)
    }, 0)
  }
}

const signed = (value: number) => `${value < 0 ? '-' : '+'} ${Math.abs(value).toFixed(12)}`
