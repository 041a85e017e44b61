import type { FollowUpDto } from '#src/contracts/follow-up.ts'

const contacts = (milli: number) => milli / 1000

/** Cumulated contacts of a follow-up as its burn-up draws them, in contacts. */
export function contactsCurve({ curve, figures, settings }: FollowUpDto) {
  const { goalMilli } = figures.adjusted
  return {
    realised: curve.earnedMilli.map(contacts),
    expected: curve.expectedMilli.map(contacts),
    goal: contacts(goalMilli),
    keptFrom: contacts((goalMilli * settings.keepBps) / 10_000),
    forecast: curve.forecast.map(({ day, lowMilli, meanMilli, highMilli }) => ({
      day,
      low: contacts(lowMilli),
      median: contacts(meanMilli),
      high: contacts(highMilli),
    })),
  }
}
