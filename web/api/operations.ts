// Derived from the contracts by tools/derive.ts; do not edit.
import type * as about from '#domains/about/contract.ts'
import type * as accountsAppointments from '#domains/accounts/appointments/contract.ts'
import type * as accounts from '#domains/accounts/contract.ts'
import type * as casework from '#domains/casework/contract.ts'
import type * as consents from '#domains/consents/contract.ts'
import type * as danger from '#domains/danger/contract.ts'
import type * as desk from '#domains/desk/contract.ts'
import type * as deskInbox from '#domains/desk/inbox/contract.ts'
import type * as deskOnBehalf from '#domains/desk/on-behalf/contract.ts'
import type * as duty from '#domains/duty/contract.ts'
import type * as matching from '#domains/matching/contract.ts'
import type * as matchingCounties from '#domains/matching/counties/contract.ts'
import type * as matchingRuns from '#domains/matching/runs/contract.ts'
import type * as matchingStanding from '#domains/matching/standing/contract.ts'
import type * as matchingSuggestions from '#domains/matching/suggestions/contract.ts'
import type * as matchingWeights from '#domains/matching/weights/contract.ts'
import type * as messages from '#domains/messages/contract.ts'
import type * as networkClosing from '#domains/network/closing/contract.ts'
import type * as network from '#domains/network/contract.ts'
import type * as networkVetting from '#domains/network/vetting/contract.ts'
import type * as observatoryCentre from '#domains/observatory/centre/contract.ts'
import type * as observatoryCounts from '#domains/observatory/counts/contract.ts'
import type * as observatoryIndicators from '#domains/observatory/indicators/contract.ts'
import type * as observatoryReleases from '#domains/observatory/releases/contract.ts'
import type * as observatoryResults from '#domains/observatory/results/contract.ts'
import type * as observatoryTables from '#domains/observatory/tables/contract.ts'
import type * as people from '#domains/people/contract.ts'
import type * as places from '#domains/places/contract.ts'
import type * as referrals from '#domains/referrals/contract.ts'
import type * as visitsCallBacks from '#domains/visits/call-backs/contract.ts'
import type * as visits from '#domains/visits/contract.ts'
import type * as watch from '#domains/watch/contract.ts'

/** The contract behind every id, for the compiler only: nothing of it reaches a browser. */
export interface Operations {
  'about.get': typeof about.getAbout
  'accounts.agree': typeof accountsAppointments.agree
  'accounts.appoint': typeof accountsAppointments.appoint
  'accounts.demonstration': typeof accounts.listDemonstration
  'accounts.endAppointment': typeof accountsAppointments.endAppointment
  'accounts.endSession': typeof accounts.endSession
  'accounts.enterDemonstration': typeof accounts.enterDemonstration
  'accounts.finishSignIn': typeof accounts.finishSignIn
  'accounts.list': typeof accountsAppointments.listAccounts
  'accounts.me': typeof accounts.getMe
  'accounts.proposals': typeof accountsAppointments.listProposals
  'accounts.refuse': typeof accountsAppointments.refuse
  'accounts.restore': typeof accountsAppointments.restore
  'accounts.sessions': typeof accounts.listSessions
  'accounts.signOut': typeof accounts.signOut
  'accounts.startRecovery': typeof accounts.startRecovery
  'accounts.startSignIn': typeof accounts.startSignIn
  'accounts.suspend': typeof accountsAppointments.suspend
  'accounts.units': typeof accountsAppointments.searchUnits
  'accounts.useAppointment': typeof accounts.useAppointment
  'casework.add-need': typeof casework.addNeed
  'casework.close': typeof casework.closeCase
  'casework.get': typeof casework.getCase
  'casework.list': typeof casework.listCases
  'casework.set-review': typeof casework.setReview
  'casework.staff-outcome': typeof casework.staffOutcome
  'casework.take': typeof casework.takeNeed
  'casework.withdraw-need': typeof casework.withdrawNeed
  'consents.list': typeof consents.listConsents
  'consents.notices': typeof consents.listNotices
  'consents.record': typeof consents.recordConsent
  'consents.withdraw': typeof consents.withdrawConsent
  'danger.answer': typeof danger.answerAlarm
  'danger.get': typeof danger.getAlarm
  'danger.hand-over': typeof danger.handOver
  'danger.open': typeof danger.listAlarms
  'danger.receipt': typeof danger.acknowledge
  'desk.answer-message': typeof deskOnBehalf.answerMessage
  'desk.ask': typeof desk.ask
  'desk.confirm-on-behalf': typeof deskOnBehalf.confirmOnBehalf
  'desk.confirm-visit': typeof desk.confirmVisit
  'desk.follow': typeof desk.follow
  'desk.inbox': typeof deskInbox.getInbox
  'desk.look-at-message': typeof deskOnBehalf.lookAtMessage
  'desk.my-file': typeof desk.getMyFile
  'desk.open-file': typeof desk.openFile
  'desk.raise': typeof deskInbox.raiseToDanger
  'desk.request': typeof deskInbox.getRequest
  'desk.triage': typeof deskInbox.triage
  'desk.untriage': typeof deskInbox.untriage
  'desk.withdraw': typeof desk.withdrawMine
  'desk.workers': typeof deskInbox.listWorkers
  'duty.list': typeof duty.getDuty
  'duty.save': typeof duty.saveDuty
  'matching.board': typeof matching.getBoard
  'matching.change-draft': typeof matchingWeights.changeDraft
  'matching.confirm-suggestion': typeof matchingSuggestions.confirmSuggestion
  'matching.counties': typeof matchingCounties.listCounties
  'matching.discard-draft': typeof matchingWeights.discardDraft
  'matching.draft-weights': typeof matchingWeights.draftWeights
  'matching.keep-original': typeof matchingSuggestions.keepOriginal
  'matching.propose': typeof matching.propose
  'matching.propose-one': typeof matching.proposeOne
  'matching.propose-weights': typeof matchingWeights.proposeWeights
  'matching.proposed-volunteers': typeof matchingSuggestions.listProposedVolunteers
  'matching.put-in-force': typeof matchingWeights.putInForce
  'matching.refuse-weights': typeof matchingWeights.refuseWeights
  'matching.reject': typeof matching.rejectProposal
  'matching.release': typeof matching.releaseProposal
  'matching.release-several': typeof matching.releaseSeveral
  'matching.run': typeof matchingRuns.getRun
  'matching.run-left': typeof matchingRuns.listLeft
  'matching.runs': typeof matchingRuns.listRuns
  'matching.set-standing-rule': typeof matchingStanding.setStandingRule
  'matching.standing-rule': typeof matchingStanding.getStandingRule
  'matching.start-run': typeof matchingRuns.startRun
  'matching.stop-run': typeof matchingRuns.stopRun
  'matching.stop-standing-rule': typeof matchingStanding.stopStandingRule
  'matching.substitutes': typeof matchingSuggestions.listSubstitutes
  'matching.suggest': typeof matchingSuggestions.suggestVolunteer
  'matching.take-back': typeof matching.takeBack
  'matching.try-weights': typeof matchingWeights.tryWeights
  'matching.weights': typeof matchingWeights.getWeights
  'messages.outbox': typeof messages.showOutbox
  'network.choose-group': typeof networkClosing.chooseGroup
  'network.close-unit': typeof networkClosing.closeUnit
  'network.closing': typeof networkClosing.getClosing
  'network.declare-related': typeof network.declareRelated
  'network.end-rest': typeof network.endRest
  'network.end-vetting': typeof networkVetting.endVetting
  'network.groups': typeof networkClosing.listGroups
  'network.move-volunteers': typeof networkClosing.moveVolunteers
  'network.my-address': typeof network.getAddress
  'network.my-group': typeof networkClosing.getMyGroup
  'network.my-rest': typeof network.getRest
  'network.near-units': typeof network.listNearUnits
  'network.record-vetting': typeof networkVetting.recordVetting
  'network.rest': typeof network.beginRest
  'network.save-address': typeof network.saveAddress
  'network.vetting': typeof networkVetting.listVetting
  'network.vetting-units': typeof networkVetting.listVettingUnits
  'network.volunteers': typeof network.listVolunteers
  'observatory.centre': typeof observatoryCentre.getCentre
  'observatory.define-indicator': typeof observatoryIndicators.defineIndicator
  'observatory.draft-release': typeof observatoryReleases.draftRelease
  'observatory.figures': typeof observatoryCounts.getFigures
  'observatory.indicator': typeof observatoryIndicators.getIndicator
  'observatory.indicators': typeof observatoryIndicators.listIndicators
  'observatory.map': typeof observatoryResults.getMap
  'observatory.noised-cubes': typeof observatoryTables.listCubes
  'observatory.noised-table': typeof observatoryTables.getTable
  'observatory.proof': typeof observatoryCounts.getProof
  'observatory.release': typeof observatoryReleases.getRelease
  'observatory.release-days': typeof observatoryResults.listReleaseDays
  'observatory.release-hidden': typeof observatoryReleases.listHidden
  'observatory.releases': typeof observatoryReleases.listReleases
  'observatory.result': typeof observatoryResults.getResult
  'observatory.results': typeof observatoryResults.listResults
  'observatory.sign-release': typeof observatoryReleases.signRelease
  'observatory.withdraw-release': typeof observatoryReleases.withdrawRelease
  'people.save': typeof people.savePerson
  'people.save-household': typeof people.saveHousehold
  'places.search': typeof places.searchPlaces
  'referrals.accept': typeof referrals.acceptReferral
  'referrals.decline': typeof referrals.declineReferral
  'referrals.list': typeof referrals.listReferrals
  'referrals.offers': typeof referrals.listOffers
  'referrals.prepare': typeof referrals.prepareReferral
  'referrals.preview': typeof referrals.previewReferral
  'referrals.withdraw': typeof referrals.withdrawReferral
  'visits.accept': typeof visits.acceptVisit
  'visits.approve': typeof visits.approveVisit
  'visits.arrive': typeof visits.arrive
  'visits.call-back': typeof visitsCallBacks.openCallBack
  'visits.call-backs': typeof visitsCallBacks.listCallBacks
  'visits.decline': typeof visits.declineVisit
  'visits.mine': typeof visits.listMyVisits
  'visits.of-case': typeof visits.listCaseVisits
  'visits.of-unit': typeof visits.listUnitVisits
  'visits.record-call-back': typeof visitsCallBacks.recordCallBack
  'visits.refuse': typeof visits.refuseVisit
  'visits.report': typeof visits.reportVisit
  'visits.see-shared-phone': typeof visitsCallBacks.seeSharedPhone
  'visits.set-out': typeof visits.setOut
  'visits.shared-phones': typeof visitsCallBacks.listSharedPhones
  'visits.unit-ahead': typeof visits.countUnitAhead
  'watch.all-right': typeof watch.allRight
  'watch.overdue': typeof watch.listOverdue
  'watch.reached': typeof watch.reached
}

/** Method, address and whether it may wait in a phone's outbox. */
export const operations = {
  'about.get': ['GET', '/api/about', 'never'],
  'accounts.agree': ['POST', '/api/proposals/:proposal/agree', 'never'],
  'accounts.appoint': ['POST', '/api/appointments', 'never'],
  'accounts.demonstration': ['GET', '/api/demonstration', 'never'],
  'accounts.endAppointment': ['POST', '/api/appointments/:appointment/end', 'never'],
  'accounts.endSession': ['POST', '/api/me/sessions/:session/end', 'never'],
  'accounts.enterDemonstration': ['POST', '/api/demonstration/:account/enter', 'never'],
  'accounts.finishSignIn': ['POST', '/api/sign-in/finish', 'never'],
  'accounts.list': ['GET', '/api/accounts', 'never'],
  'accounts.me': ['GET', '/api/me', 'never'],
  'accounts.proposals': ['GET', '/api/proposals', 'never'],
  'accounts.refuse': ['POST', '/api/proposals/:proposal/refuse', 'never'],
  'accounts.restore': ['POST', '/api/accounts/:account/restore', 'never'],
  'accounts.sessions': ['GET', '/api/me/sessions', 'never'],
  'accounts.signOut': ['POST', '/api/sign-out', 'never'],
  'accounts.startRecovery': ['POST', '/api/recovery/start', 'never'],
  'accounts.startSignIn': ['POST', '/api/sign-in/start', 'never'],
  'accounts.suspend': ['POST', '/api/accounts/:account/suspend', 'never'],
  'accounts.units': ['GET', '/api/accounts/units', 'never'],
  'accounts.useAppointment': ['POST', '/api/me/appointment', 'never'],
  'casework.add-need': ['POST', '/api/cases/:case/needs', 'never'],
  'casework.close': ['POST', '/api/cases/:case/close', 'never'],
  'casework.get': ['GET', '/api/cases/:case', 'never'],
  'casework.list': ['GET', '/api/cases', 'never'],
  'casework.set-review': ['POST', '/api/cases/:case/review', 'never'],
  'casework.staff-outcome': ['POST', '/api/needs/:need/staff-outcome', 'never'],
  'casework.take': ['POST', '/api/needs/:need/take', 'never'],
  'casework.withdraw-need': ['POST', '/api/needs/:need/withdraw', 'never'],
  'consents.list': ['GET', '/api/cases/:case/consents', 'never'],
  'consents.notices': ['GET', '/api/consents/notices', 'never'],
  'consents.record': ['POST', '/api/needs/:need/consents', 'never'],
  'consents.withdraw': ['POST', '/api/consents/:consent/withdraw', 'never'],
  'danger.answer': ['POST', '/api/danger/:request/answer', 'never'],
  'danger.get': ['GET', '/api/danger/:request', 'never'],
  'danger.hand-over': ['POST', '/api/danger/:request/hand-overs', 'never'],
  'danger.open': ['GET', '/api/danger', 'never'],
  'danger.receipt': ['POST', '/api/danger/:request/receipt', 'never'],
  'desk.answer-message': ['POST', '/api/desk/message/answer', 'never'],
  'desk.ask': ['POST', '/api/desk/requests', 'queue'],
  'desk.confirm-on-behalf': ['POST', '/api/desk/requests/:request/confirm-on-behalf', 'never'],
  'desk.confirm-visit': ['POST', '/api/desk/confirm', 'never'],
  'desk.follow': ['POST', '/api/desk/follow', 'never'],
  'desk.inbox': ['GET', '/api/desk/inbox', 'never'],
  'desk.look-at-message': ['POST', '/api/desk/message', 'never'],
  'desk.my-file': ['GET', '/api/desk/my-file', 'never'],
  'desk.open-file': ['POST', '/api/desk/file', 'never'],
  'desk.raise': ['POST', '/api/desk/requests/:request/danger', 'never'],
  'desk.request': ['GET', '/api/desk/requests/:request', 'never'],
  'desk.triage': ['POST', '/api/desk/requests/:request/triage', 'never'],
  'desk.untriage': ['POST', '/api/desk/requests/:request/untriage', 'never'],
  'desk.withdraw': ['POST', '/api/desk/my-file/withdraw', 'never'],
  'desk.workers': ['GET', '/api/desk/workers', 'never'],
  'duty.list': ['GET', '/api/duty', 'never'],
  'duty.save': ['POST', '/api/duty', 'never'],
  'matching.board': ['GET', '/api/matching/board', 'never'],
  'matching.change-draft': ['POST', '/api/matching/weights/:draft', 'never'],
  'matching.confirm-suggestion': ['POST', '/api/matching/suggestions/:suggestion/confirm', 'never'],
  'matching.counties': ['GET', '/api/matching/counties', 'never'],
  'matching.discard-draft': ['POST', '/api/matching/weights/:draft/discard', 'never'],
  'matching.draft-weights': ['POST', '/api/matching/weights', 'never'],
  'matching.keep-original': ['POST', '/api/matching/suggestions/:suggestion/keep', 'never'],
  'matching.propose': ['POST', '/api/matching/propose', 'never'],
  'matching.propose-one': ['POST', '/api/matching/needs/:referral/propose', 'never'],
  'matching.propose-weights': ['POST', '/api/matching/weights/:draft/propose', 'never'],
  'matching.proposed-volunteers': ['GET', '/api/matching/offered', 'never'],
  'matching.put-in-force': ['POST', '/api/matching/weights/:draft/put-in-force', 'never'],
  'matching.refuse-weights': ['POST', '/api/matching/weights/:draft/refuse', 'never'],
  'matching.reject': ['POST', '/api/matching/proposals/:proposal/reject', 'never'],
  'matching.release': ['POST', '/api/matching/proposals/:proposal/release', 'never'],
  'matching.release-several': ['POST', '/api/matching/release', 'never'],
  'matching.run': ['GET', '/api/matching/runs/:run', 'never'],
  'matching.run-left': ['GET', '/api/matching/runs/:run/left', 'never'],
  'matching.runs': ['GET', '/api/matching/runs', 'never'],
  'matching.set-standing-rule': ['POST', '/api/matching/standing-rule', 'never'],
  'matching.standing-rule': ['GET', '/api/matching/standing-rule', 'never'],
  'matching.start-run': ['POST', '/api/matching/runs', 'never'],
  'matching.stop-run': ['POST', '/api/matching/runs/:run/stop', 'never'],
  'matching.stop-standing-rule': ['POST', '/api/matching/standing-rule/:rule/stop', 'never'],
  'matching.substitutes': ['GET', '/api/referrals/:referral/substitutes', 'never'],
  'matching.suggest': ['POST', '/api/referrals/:referral/suggestion', 'never'],
  'matching.take-back': ['POST', '/api/matching/take-back', 'never'],
  'matching.try-weights': ['POST', '/api/matching/weights/:draft/try', 'never'],
  'matching.weights': ['GET', '/api/matching/weights', 'never'],
  'messages.outbox': ['GET', '/api/outbox', 'never'],
  'network.choose-group': ['POST', '/api/me/group', 'never'],
  'network.close-unit': ['POST', '/api/network/groups/:unit/close', 'never'],
  'network.closing': ['GET', '/api/network/groups/:unit/closing', 'never'],
  'network.declare-related': ['POST', '/api/network/volunteers/:volunteer/related', 'never'],
  'network.end-rest': ['POST', '/api/me/rest/end', 'never'],
  'network.end-vetting': ['POST', '/api/vetting/volunteers/:volunteer/end', 'never'],
  'network.groups': ['GET', '/api/network/groups', 'never'],
  'network.move-volunteers': ['POST', '/api/network/groups/:unit/move', 'never'],
  'network.my-address': ['GET', '/api/me/address', 'never'],
  'network.my-group': ['GET', '/api/me/group', 'never'],
  'network.my-rest': ['GET', '/api/me/rest', 'never'],
  'network.near-units': ['GET', '/api/network/units', 'never'],
  'network.record-vetting': ['POST', '/api/vetting/volunteers/:volunteer', 'never'],
  'network.rest': ['POST', '/api/me/rest', 'never'],
  'network.save-address': ['POST', '/api/me/address', 'never'],
  'network.vetting': ['GET', '/api/vetting/units/:unit', 'never'],
  'network.vetting-units': ['GET', '/api/vetting/units', 'never'],
  'network.volunteers': ['GET', '/api/network/volunteers', 'never'],
  'observatory.centre': ['GET', '/api/observatory/centre', 'never'],
  'observatory.define-indicator': ['POST', '/api/observatory/indicators/define', 'never'],
  'observatory.draft-release': ['POST', '/api/observatory/releases', 'never'],
  'observatory.figures': ['GET', '/api/observatory/figures', 'never'],
  'observatory.indicator': ['GET', '/api/observatory/indicator', 'never'],
  'observatory.indicators': ['GET', '/api/observatory/indicators', 'never'],
  'observatory.map': ['GET', '/api/results/map', 'never'],
  'observatory.noised-cubes': ['GET', '/api/results/tables', 'never'],
  'observatory.noised-table': ['GET', '/api/results/table', 'never'],
  'observatory.proof': ['GET', '/api/observatory/proof', 'never'],
  'observatory.release': ['GET', '/api/observatory/releases/:release', 'never'],
  'observatory.release-days': ['GET', '/api/results/days', 'never'],
  'observatory.release-hidden': ['GET', '/api/observatory/releases/:release/hidden', 'never'],
  'observatory.releases': ['GET', '/api/observatory/releases', 'never'],
  'observatory.result': ['GET', '/api/results/indicator', 'never'],
  'observatory.results': ['GET', '/api/results', 'never'],
  'observatory.sign-release': ['POST', '/api/observatory/releases/:release/sign', 'never'],
  'observatory.withdraw-release': ['POST', '/api/observatory/releases/:release/withdraw', 'never'],
  'people.save': ['POST', '/api/people/:person', 'never'],
  'people.save-household': ['POST', '/api/people/:person/household', 'never'],
  'places.search': ['GET', '/api/places', 'never'],
  'referrals.accept': ['POST', '/api/referrals/:referral/accept', 'never'],
  'referrals.decline': ['POST', '/api/referrals/:referral/decline', 'never'],
  'referrals.list': ['GET', '/api/cases/:case/referrals', 'never'],
  'referrals.offers': ['GET', '/api/referrals/offers', 'never'],
  'referrals.prepare': ['POST', '/api/needs/:need/referral', 'never'],
  'referrals.preview': ['GET', '/api/needs/:need/referral-preview', 'never'],
  'referrals.withdraw': ['POST', '/api/referrals/:referral/withdraw', 'never'],
  'visits.accept': ['POST', '/api/visits/:visit/accept', 'never'],
  'visits.approve': ['POST', '/api/visits/:visit/approve', 'never'],
  'visits.arrive': ['POST', '/api/visits/:visit/arrive', 'queue'],
  'visits.call-back': ['GET', '/api/call-backs/:callBack', 'never'],
  'visits.call-backs': ['GET', '/api/call-backs', 'never'],
  'visits.decline': ['POST', '/api/visits/:visit/decline', 'never'],
  'visits.mine': ['GET', '/api/visits/mine', 'never'],
  'visits.of-case': ['GET', '/api/cases/:case/visits', 'never'],
  'visits.of-unit': ['GET', '/api/visits/unit', 'never'],
  'visits.record-call-back': ['POST', '/api/call-backs/:callBack/record', 'never'],
  'visits.refuse': ['POST', '/api/visits/:visit/refuse', 'never'],
  'visits.report': ['POST', '/api/visits/:visit/report', 'queue'],
  'visits.see-shared-phone': ['POST', '/api/shared-phones/:phone/see', 'never'],
  'visits.set-out': ['POST', '/api/visits/:visit/set-out', 'queue'],
  'visits.shared-phones': ['GET', '/api/shared-phones', 'never'],
  'visits.unit-ahead': ['GET', '/api/network/groups/:unit/ahead', 'never'],
  'watch.all-right': ['POST', '/api/visits/:visit/all-right', 'queue'],
  'watch.overdue': ['GET', '/api/watch', 'never'],
  'watch.reached': ['POST', '/api/visits/:visit/reached', 'never'],
} as const satisfies Record<keyof Operations, readonly ['GET' | 'POST', string, 'never' | 'queue']>
