import { auditContract } from './administration-audit.ts'
import { calendarContract } from './administration-calendar.ts'
import { membersContract } from './administration-members.ts'
import { portfolioContract } from './administration-portfolio.ts'
import { territoryContract } from './administration-territory.ts'

export const administrationContract = {
  members: membersContract,
  territory: territoryContract,
  calendar: calendarContract,
  portfolio: portfolioContract,
  audit: auditContract,
}
