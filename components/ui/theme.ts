import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'
import { darkTokens, lightTokens, mantineAliases, sharedTokens } from './tokens.ts'
import classes from './theme.module.css'

// The brand sits at 7 so that hover, one shade further, is darker and keeps its contrast with white.
const visee: MantineColorsTuple = [
  '#e9f5f7',
  '#d3eaee',
  '#a9d6de',
  '#78bfcb',
  '#4fabba',
  '#2f98a9',
  '#178496',
  '#0b7285',
  '#0a5f6f',
  '#084b58',
]
const gray: MantineColorsTuple = [
  '#f7f9f9',
  '#f0f3f4',
  '#e4e9ea',
  '#d3dadc',
  '#b4bec2',
  '#8b979c',
  '#647177',
  '#4a565c',
  '#2c363b',
  '#141b1f',
]
const dark: MantineColorsTuple = [
  '#e4eaec',
  '#c3cdd1',
  '#9fabb1',
  '#87949a',
  '#3d494f',
  '#2c363b',
  '#222b2f',
  '#151b1e',
  '#101517',
  '#0b0f11',
]

const popover = { radius: 'lg', shadow: 'md' } as const
const font = "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', sans-serif"

export const theme = createTheme({
  colors: { visee, gray, dark },
  primaryColor: 'visee',
  primaryShade: 7,
  black: '#161e22',
  fontFamily: font,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.3334', sm: '1.5385', md: '1.4286', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: font,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3334', fontWeight: '650' },
      h2: { fontSize: '1rem', lineHeight: '1.5' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4286' },
    },
  },
  spacing: { xxs: '4px', xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px', xxl: '48px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '999px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'var(--sh-xs)',
    sm: 'var(--sh-sm)',
    md: 'var(--sh-md)',
    lg: 'var(--sh-lg)',
    xl: 'var(--sh-lg)',
  },
  breakpoints: { xs: '36em', sm: '48em', md: '62em', lg: '80em', xl: '90em' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Plain objects: `Button.extend` and its like would put every component named here into every page.
  components: {
    Button: { defaultProps: { size: 'md' }, classNames: { root: classes.button } },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' },
      classNames: { root: classes.actionIcon },
    },
    Alert: { classNames: { root: classes.alert, message: classes.alertMessage } },
    Anchor: { defaultProps: { fw: 500 } },
    Input: { defaultProps: { size: 'md' }, classNames: { wrapper: classes.input } },
    InputWrapper: {
      defaultProps: { size: 'md' },
      classNames: { label: classes.label, description: classes.description, error: classes.error },
    },
    Select: { defaultProps: { checkIconPosition: 'right' } },
    Checkbox: {
      defaultProps: { size: 'xs' },
      classNames: { input: classes.checkbox, label: classes.checkboxLabel },
    },
    SegmentedControl: {
      defaultProps: { size: 'sm', withItemsBorders: false },
      classNames: { root: classes.segmented, indicator: classes.segmentedOn, label: classes.segmentedLabel },
    },
    Kbd: { defaultProps: { size: 'xs' }, classNames: { root: classes.kbd } },
    Tabs: { classNames: { tab: classes.tab, list: classes.tabList } },
    Menu: {
      // The empty element that would take the first focus is not allowed inside a menu.
      defaultProps: { ...popover, withInitialFocusPlaceholder: false },
      classNames: { dropdown: classes.raised, item: classes.menuItem },
    },
    Popover: { defaultProps: popover, classNames: { dropdown: classes.raised } },
    Tooltip: {
      defaultProps: {
        openDelay: 300,
        multiline: true,
        maw: 320,
        events: { hover: true, focus: true, touch: true },
      },
      classNames: { tooltip: classes.tooltip },
    },
    Modal: {
      defaultProps: { radius: 'lg', padding: 'lg', overlayProps: { backgroundOpacity: 0.35 } },
      classNames: { content: classes.raised, header: classes.raised, title: classes.title },
    },
    Drawer: {
      defaultProps: { position: 'right', size: 440, padding: 'lg', overlayProps: { backgroundOpacity: 0.2 } },
      classNames: { content: classes.raised, header: classes.raised, title: classes.title },
    },
  },
})

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { ...sharedTokens },
  light: { ...lightTokens, ...mantineAliases },
  dark: { ...darkTokens, ...mantineAliases },
})
