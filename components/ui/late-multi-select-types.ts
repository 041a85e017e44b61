export type LateMultiSelectProps = {
  label: string
  description?: string
  disabled?: boolean
  data: { value: string; label: string }[]
  value: string[]
  onChange: (value: string[]) => void
}
