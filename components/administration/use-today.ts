'use client'
import { createContext, use } from 'react'

/** The day that it is where the lab is, as the server says: a form opened in another time zone begins on the same day. */
export const TodayContext = createContext('')

export const useToday = (): string => use(TodayContext)
