'use client'
import type { KeyboardEvent, PointerEvent } from 'react'
import classes from './charts.module.css'

type Props = {
  x: number
  top: number
  base: number
  value: number
  min: number
  max: number
  label: string
  text: string
  active: boolean
  disabled: boolean
  onStart: () => void
  onMove: (event: PointerEvent) => void
  onEnd: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

const grip = { width: 12, height: 24 }
const touch = 44

/** One cut-off: a slider that keeps the focus after a move. */
export function CutoffHandle(props: Props) {
  const { x, top, base, value, disabled } = props
  const middle = (top + base) / 2
  return (
    <g
      className={classes.handle}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no input can stand inside a drawing
      role="slider"
      tabIndex={disabled ? undefined : 0}
      aria-label={props.label}
      aria-orientation="horizontal"
      aria-valuenow={value}
      aria-valuemin={props.min}
      aria-valuemax={props.max}
      aria-valuetext={props.text}
      aria-disabled={disabled || undefined}
      data-active={props.active || undefined}
      transform={`translate(${x} 0)`}
      onPointerDown={(event) => {
        if (disabled) return
        event.preventDefault()
        event.currentTarget.focus()
        event.currentTarget.setPointerCapture(event.pointerId)
        props.onStart()
      }}
      onPointerMove={props.onMove}
      onPointerUp={props.onEnd}
      onPointerCancel={props.onEnd}
      onKeyDown={props.onKeyDown}
    >
      <rect x={-touch / 2} y={top} width={touch} height={base - top} fill="transparent" />
      <path className={classes.stem} d={`M0 ${top}V${base}`} />
      <rect
        className={classes.grip}
        x={-grip.width / 2}
        y={middle - grip.height / 2}
        width={grip.width}
        height={grip.height}
        rx={grip.width / 2}
      />
      <path className={classes.ridge} d={`M-1.5 ${middle - 4}v8M1.5 ${middle - 4}v8`} />
      <text y={base + 16} textAnchor="middle" data-kind="strong">
        {props.text}
      </text>
    </g>
  )
}
