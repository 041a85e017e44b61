export type SourceFieldProps = {
  label: string
  description: string
  required: boolean
  data: string[]
  value: string
  onChange: (value: string) => void
}
