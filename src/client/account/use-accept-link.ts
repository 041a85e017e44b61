'use client'
import { useMutation } from '@tanstack/react-query'
import { api } from '../api.ts'

export const useAcceptLink = () => useMutation(api.account.useLink.mutationOptions())
