'use client'
import dynamic from 'next/dynamic'

/** For publish, submit, approve, seal, delete, and nothing else: everything else can be undone. Its code comes after the first paint. */
export const ConfirmDialog = dynamic(
  () => import('./confirm-modal.tsx').then((module) => module.ConfirmModal),
  { ssr: false },
)
