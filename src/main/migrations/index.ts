/** Every migration in order. Landed ones are frozen; the next one gets the next number. */
import { up as platformBase } from '../platform/storage/migrations/0001-platform-base.ts';
import type { Migration } from '../platform/storage/migrate.ts';
import { up as accessStaff } from './0002-access-staff.ts';
import { up as centreNames } from './0003-centre-names.ts';
import { up as receptionArrival } from './0004-reception-arrival.ts';
import { up as peoplePerson } from './0005-people-person.ts';
import { up as intakeCase } from './0006-intake-case.ts';
import { up as intakeSections } from './0007-intake-sections.ts';
import { up as riskPartnerForm } from './0008-risk-partner-form.ts';
import { up as careConsent } from './0009-care-consent.ts';
import { up as papersRegisters } from './0010-papers-registers.ts';
import { up as filingsAndReferrals } from './0011-filings-and-referrals.ts';
import { up as reportsFrozen } from './0012-reports-frozen.ts';
import { up as alertsAlert } from './0013-alerts-alert.ts';
import { up as conflictsDeclarations } from './0014-conflicts-declarations.ts';
import { up as intakeAccount } from './0015-intake-account.ts';
import { up as careAttentions } from './0016-care-attentions.ts';
import { up as peopleKeys } from './0017-people-keys.ts';
import { up as registerPapers } from './0018-register-papers.ts';
import { up as receptionDoor } from './0019-reception-door.ts';
import { up as historyChanges } from './0020-history-changes.ts';
import { up as intakeLaterSections } from './0021-intake-later-sections.ts';
import { up as peopleRolesAndFacts } from './0022-people-roles-and-facts.ts';
import { up as importsList } from './0023-imports-list.ts';
import { up as intakeMending } from './0024-intake-mending.ts';
import { up as intakeCondition } from './0025-intake-condition.ts';
import { up as conflictsJudged } from './0026-conflicts-judged.ts';
import { up as alertsSeen } from './0027-alerts-seen.ts';
import { up as peopleMerges } from './0028-people-merges.ts';
import { up as careRiskFormMoves } from './0029-care-risk-form-moves.ts';
import { up as rulebookRows } from './0030-rulebook-rows.ts';
import { up as directoryAuthorities } from './0031-directory-authorities.ts';
import { up as proceedingsClock } from './0032-proceedings-clock.ts';
import { up as attachmentsFiles } from './0033-attachments-files.ts';
import { up as papersCopies } from './0034-papers-copies.ts';
import { up as filingsPresenting } from './0035-filings-presenting.ts';
import { up as careAttachmentMoves } from './0036-care-attachment-moves.ts';
import { up as careConsentPurposes } from './0037-care-consent-purposes.ts';
import { up as referralsReturn } from './0038-referrals-return.ts';
import { up as filingsReports } from './0039-filings-reports.ts';
import { up as careConsentMajority } from './0040-care-consent-majority.ts';
import { up as referralsCustody } from './0041-referrals-custody.ts';
import { up as alertsLostFiles } from './0042-alerts-lost-files.ts';
import { up as papersWhatLeaves } from './0043-papers-what-leaves.ts';
import { up as careInterviewQuestions } from './0044-care-interview-questions.ts';
import { up as papersSavedFiles } from './0045-papers-saved-files.ts';
import { up as privacyDuties } from './0046-privacy-duties.ts';
import { up as papersSavedDrafts } from './0047-papers-saved-drafts.ts';
import { up as privacyMistakes } from './0048-privacy-mistakes.ts';
import { up as receptionWordedBy } from './0049-reception-worded-by.ts';
import { up as proceedingsFixedAndRepeated } from './0050-proceedings-fixed-and-repeated.ts';
import { up as reserveClosedFichas } from './0051-reserve-closed-fichas.ts';
import { up as accessStandIn } from './0052-access-stand-in.ts';
import { up as accessRecoveryKeySecond } from './0053-access-recovery-key-second.ts';
import { up as accessPause } from './0054-access-pause.ts';
import { up as auditWitnessSheet } from './0055-audit-witness-sheet.ts';
import { up as papersSegmentSheet } from './0056-papers-segment-sheet.ts';
import { up as accessKeyForRotation } from './0057-access-key-for-rotation.ts';
import { up as intakeLikely } from './0058-intake-likely.ts';
import { up as riskSameDayAndLocation } from './0059-risk-same-day-and-location.ts';
import { up as papersLocationSheet } from './0060-papers-location-sheet.ts';
import { up as importsKeptRows } from './0061-imports-kept-rows.ts';
import { up as intakeContactAsked } from './0062-intake-contact-asked.ts';
import { up as proceedingsMoreActs } from './0063-proceedings-more-acts.ts';
import { up as directoryElectronicDesk } from './0064-directory-electronic-desk.ts';
import { up as filingsOwnModels } from './0065-filings-own-models.ts';
import { reseals as ofOffices, up as directoryOffice } from './0066-directory-office.ts';
import { reseals as ofActions, up as careActionsAsRules } from './0067-care-actions-as-rules.ts';

export const migrations: readonly Migration[] = [
  { id: '0001-platform-base', up: platformBase },
  { id: '0002-access-staff', up: accessStaff },
  { id: '0003-centre-names', up: centreNames },
  { id: '0004-reception-arrival', up: receptionArrival },
  { id: '0005-people-person', up: peoplePerson },
  { id: '0006-intake-case', up: intakeCase },
  { id: '0007-intake-sections', up: intakeSections },
  { id: '0008-risk-partner-form', up: riskPartnerForm },
  { id: '0009-care-consent', up: careConsent },
  { id: '0010-papers-registers', up: papersRegisters },
  { id: '0011-filings-and-referrals', up: filingsAndReferrals },
  { id: '0012-reports-frozen', up: reportsFrozen },
  { id: '0013-alerts-alert', up: alertsAlert },
  { id: '0014-conflicts-declarations', up: conflictsDeclarations },
  { id: '0015-intake-account', up: intakeAccount },
  { id: '0016-care-attentions', up: careAttentions },
  { id: '0017-people-keys', up: peopleKeys },
  { id: '0018-register-papers', up: registerPapers, rebuildsTables: true },
  { id: '0019-reception-door', up: receptionDoor, rebuildsTables: true },
  { id: '0020-history-changes', up: historyChanges },
  { id: '0021-intake-later-sections', up: intakeLaterSections },
  { id: '0022-people-roles-and-facts', up: peopleRolesAndFacts },
  { id: '0023-imports-list', up: importsList },
  { id: '0024-intake-mending', up: intakeMending },
  { id: '0025-intake-condition', up: intakeCondition },
  { id: '0026-conflicts-judged', up: conflictsJudged },
  { id: '0027-alerts-seen', up: alertsSeen },
  { id: '0028-people-merges', up: peopleMerges },
  { id: '0029-care-risk-form-moves', up: careRiskFormMoves, rebuildsTables: true },
  { id: '0030-rulebook-rows', up: rulebookRows },
  { id: '0031-directory-authorities', up: directoryAuthorities },
  { id: '0032-proceedings-clock', up: proceedingsClock, rebuildsTables: true },
  { id: '0033-attachments-files', up: attachmentsFiles },
  { id: '0034-papers-copies', up: papersCopies },
  { id: '0035-filings-presenting', up: filingsPresenting },
  { id: '0036-care-attachment-moves', up: careAttachmentMoves, rebuildsTables: true },
  { id: '0037-care-consent-purposes', up: careConsentPurposes, rebuildsTables: true },
  { id: '0038-referrals-return', up: referralsReturn },
  { id: '0039-filings-reports', up: filingsReports, rebuildsTables: true },
  { id: '0040-care-consent-majority', up: careConsentMajority },
  { id: '0041-referrals-custody', up: referralsCustody, rebuildsTables: true },
  { id: '0042-alerts-lost-files', up: alertsLostFiles, rebuildsTables: true },
  { id: '0043-papers-what-leaves', up: papersWhatLeaves, rebuildsTables: true },
  { id: '0044-care-interview-questions', up: careInterviewQuestions },
  { id: '0045-papers-saved-files', up: papersSavedFiles },
  { id: '0046-privacy-duties', up: privacyDuties, rebuildsTables: true },
  { id: '0047-papers-saved-drafts', up: papersSavedDrafts, rebuildsTables: true },
  { id: '0048-privacy-mistakes', up: privacyMistakes },
  { id: '0049-reception-worded-by', up: receptionWordedBy },
  { id: '0050-proceedings-fixed-and-repeated', up: proceedingsFixedAndRepeated, rebuildsTables: true },
  { id: '0051-reserve-closed-fichas', up: reserveClosedFichas, rebuildsTables: true },
  { id: '0052-access-stand-in', up: accessStandIn },
  { id: '0053-access-recovery-key-second', up: accessRecoveryKeySecond, rebuildsTables: true },
  { id: '0054-access-pause', up: accessPause },
  { id: '0055-audit-witness-sheet', up: auditWitnessSheet },
  { id: '0056-papers-segment-sheet', up: papersSegmentSheet, rebuildsTables: true },
  { id: '0057-access-key-for-rotation', up: accessKeyForRotation, rebuildsTables: true },
  { id: '0058-intake-likely', up: intakeLikely, rebuildsTables: true },
  { id: '0059-risk-same-day-and-location', up: riskSameDayAndLocation },
  { id: '0060-papers-location-sheet', up: papersLocationSheet, rebuildsTables: true },
  { id: '0061-imports-kept-rows', up: importsKeptRows },
  { id: '0062-intake-contact-asked', up: intakeContactAsked },
  { id: '0063-proceedings-more-acts', up: proceedingsMoreActs, rebuildsTables: true },
  { id: '0064-directory-electronic-desk', up: directoryElectronicDesk },
  { id: '0065-filings-own-models', up: filingsOwnModels, rebuildsTables: true },
  { id: '0066-directory-office', up: directoryOffice, rebuildsTables: true, reseals: ofOffices },
  { id: '0067-care-actions-as-rules', up: careActionsAsRules, reseals: ofActions },
];
