type Choice = { value: string; label: string }

export type LateSelectProps = {
  'aria-label'?: string
  label?: string
  description?: string
  data: readonly (Choice | { group: string; items: Choice[] })[]
  value: string | null
  onChange: (value: string | null) => void
  placeholder?: string
  searchable?: boolean
  clearable?: boolean
  allowDeselect?: boolean
  w?: number
}
