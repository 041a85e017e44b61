import { createMemberLink } from '../use-cases/administration/create-link.ts'
import { disableMember } from '../use-cases/administration/disable-member.ts'
import { getCalendar } from '../use-cases/administration/get-calendar.ts'
import { getPortfolio } from '../use-cases/administration/get-portfolio.ts'
import { getTerritory } from '../use-cases/administration/get-territory.ts'
import { inviteMember } from '../use-cases/administration/invite-member.ts'
import { listAudit } from '../use-cases/administration/list-audit.ts'
import { listAuditChoices } from '../use-cases/administration/list-audit-choices.ts'
import { listFieldPeople } from '../use-cases/administration/list-field-people.ts'
import { listMembers } from '../use-cases/administration/list-members.ts'
import { removeAbsence } from '../use-cases/administration/remove-absence.ts'
import { removeAssignment } from '../use-cases/administration/remove-assignment.ts'
import { revokeSessions } from '../use-cases/administration/revoke-sessions.ts'
import { saveAbsence } from '../use-cases/administration/save-absence.ts'
import { saveChannel } from '../use-cases/administration/save-channel.ts'
import { saveClosedDays } from '../use-cases/administration/save-closed-days.ts'
import { saveManagerAssignment } from '../use-cases/administration/save-manager-assignment.ts'
import { saveNetwork } from '../use-cases/administration/save-network.ts'
import { saveProduct } from '../use-cases/administration/save-product.ts'
import { saveReason } from '../use-cases/administration/save-reason.ts'
import { saveSource } from '../use-cases/administration/save-source.ts'
import { saveRegion } from '../use-cases/administration/save-region.ts'
import { saveRepAssignment } from '../use-cases/administration/save-rep-assignment.ts'
import { saveSector } from '../use-cases/administration/save-sector.ts'
import { saveWorkingTime } from '../use-cases/administration/save-working-time.ts'
import { updateMember } from '../use-cases/administration/update-member.ts'
import { verifyAudit } from '../use-cases/administration/verify-audit.ts'
import { api } from './base.ts'

const { members, territory, calendar, portfolio, audit } = api.administration

export const administrationRouter = {
  members: {
    list: members.list.handler(({ context }) => listMembers(context.actor)),
    invite: members.invite.handler(({ context, input }) => inviteMember(context.actor, input)),
    update: members.update.handler(({ context, input }) => updateMember(context.actor, input)),
    disable: members.disable.handler(({ context, input }) => disableMember(context.actor, input)),
    createLink: members.createLink.handler(({ context, input }) => createMemberLink(context.actor, input)),
    revokeSessions: members.revokeSessions.handler(({ context, input }) =>
      revokeSessions(context.actor, input),
    ),
  },
  territory: {
    get: territory.get.handler(({ context, input }) => getTerritory(context.actor, input)),
    people: territory.people.handler(({ context }) => listFieldPeople(context.actor)),
    saveNetwork: territory.saveNetwork.handler(({ context, input }) => saveNetwork(context.actor, input)),
    saveRegion: territory.saveRegion.handler(({ context, input }) => saveRegion(context.actor, input)),
    saveSector: territory.saveSector.handler(({ context, input }) => saveSector(context.actor, input)),
    saveRep: territory.saveRep.handler(({ context, input }) => saveRepAssignment(context.actor, input)),
    saveManager: territory.saveManager.handler(({ context, input }) =>
      saveManagerAssignment(context.actor, input),
    ),
    removeAssignment: territory.removeAssignment.handler(({ context, input }) =>
      removeAssignment(context.actor, input),
    ),
  },
  calendar: {
    get: calendar.get.handler(({ context }) => getCalendar(context.actor)),
    saveWorkingTime: calendar.saveWorkingTime.handler(({ context, input }) =>
      saveWorkingTime(context.actor, input),
    ),
    saveAbsence: calendar.saveAbsence.handler(({ context, input }) => saveAbsence(context.actor, input)),
    removeAbsence: calendar.removeAbsence.handler(({ context, input }) =>
      removeAbsence(context.actor, input),
    ),
    saveClosedDays: calendar.saveClosedDays.handler(({ context, input }) =>
      saveClosedDays(context.actor, input),
    ),
  },
  portfolio: {
    get: portfolio.get.handler(({ context }) => getPortfolio(context.actor)),
    saveProduct: portfolio.saveProduct.handler(({ context, input }) => saveProduct(context.actor, input)),
    saveChannel: portfolio.saveChannel.handler(({ context, input }) => saveChannel(context.actor, input)),
    saveReason: portfolio.saveReason.handler(({ context, input }) => saveReason(context.actor, input)),
    saveSource: portfolio.saveSource.handler(({ context, input }) => saveSource(context.actor, input)),
  },
  audit: {
    list: audit.list.handler(({ context, input }) => listAudit(context.actor, input)),
    choices: audit.choices.handler(({ context }) => listAuditChoices(context.actor)),
    verify: audit.verify.handler(({ context }) => verifyAudit(context.actor)),
  },
}
