'use client'
import { NumberInput, Switch, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSaveProduct } from '#src/client/administration/use-administration.ts'
import type { ProductDto } from '#src/contracts/administration-portfolio.ts'
import { CodeField } from './code-field.tsx'
import { FormPanel } from './form-panel.tsx'
import { useDraft } from './use-draft.ts'

type Draft = Omit<ProductDto, 'id'>
const blank: Draft = { code: '', name: '', unitPriceCents: null, unitMarginCents: null, active: true }

export function ProductForm({ product, onClose }: { product: ProductDto | null; onClose: () => void }) {
  const t = useTranslations('administration.portfolio')
  const save = useSaveProduct()
  const { draft, commandId, set } = useDraft<Draft>(product ?? blank)
  const { code, name, unitPriceCents, unitMarginCents, active } = draft
  const money = (key: 'unitPriceCents' | 'unitMarginCents', label: string) => (
    <NumberInput
      label={label}
      suffix=" €"
      min={0}
      decimalScale={2}
      decimalSeparator=","
      value={draft[key] === null ? '' : draft[key] / 100}
      onChange={(value) => set({ [key]: value === '' ? null : Math.round(Number(value) * 100) })}
    />
  )
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={product?.name ?? t('product.add')}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate(
          { id: product?.id ?? null, commandId, code, name, unitPriceCents, unitMarginCents, active },
          { onSuccess: onClose },
        )
      }
    >
      <TextInput
        label={t('name')}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <CodeField code={code} fixed={product !== null} onChange={(value) => set({ code: value })} />
      {money('unitPriceCents', t('unitPrice'))}
      {money('unitMarginCents', t('unitMargin'))}
      <Switch
        label={t('active')}
        description={t('activeHelp')}
        checked={active}
        onChange={(event) => set({ active: event.currentTarget.checked })}
      />
    </FormPanel>
  )
}
