import {
  IconAddressBook,
  IconAlertTriangle,
  IconArrowsJoin,
  IconChartLine,
  IconClipboardCheck,
  IconClipboardText,
  IconFileImport,
  IconForms,
  IconHome,
  IconLayoutGrid,
  IconSettings,
  IconStethoscope,
  IconTable,
  IconTargetArrow,
} from '@tabler/icons-react'
import type { NavKey } from './navigation.ts'

const icons: Record<NavKey, typeof IconHome> = {
  home: IconHome,
  qualification: IconClipboardText,
  qualify: IconForms,
  segmentation: IconLayoutGrid,
  strategy: IconTable,
  targeting: IconTargetArrow,
  consolidation: IconArrowsJoin,
  followUp: IconChartLine,
  alerts: IconAlertTriangle,
  plan: IconClipboardCheck,
  team: IconClipboardCheck,
  calls: IconStethoscope,
  directory: IconAddressBook,
  imports: IconFileImport,
  administration: IconSettings,
}

export function NavIcon({ entry, size = 18 }: { entry: NavKey; size?: number }) {
  const Icon = icons[entry]
  return <Icon size={size} stroke={1.75} aria-hidden />
}
