/** Every migration in order. Landed ones are frozen; the next one gets the next number. */
import type { Migration } from '../platform/storage/migrate.ts';
import { up as platformBaseline } from './0064-platform-baseline.ts';
import { up as filingsOwnModels } from './0065-filings-own-models.ts';
import { sealed as ofOffices, up as directoryOffice } from './0066-directory-office.ts';
import { sealed as ofActions, up as careActionsAsRules } from './0067-care-actions-as-rules.ts';
import { up as receptionVisitMissed } from './0068-reception-visit-missed.ts';
import { sealed as ofReports, up as reportsEveryCaseOnce } from './0069-reports-every-case-once.ts';
import { sealed as ofPrevention, up as prevention } from './0070-prevention-activities.ts';
import { sealed as ofReserved, up as reportsReserved } from './0071-reports-reserved.ts';
import { sealed as ofReportsSealed, up as reportsSealedThen } from './0072-reports-sealed-then.ts';
import { sealed as ofGroups, up as preventionGroups } from './0073-prevention-groups.ts';
import { sealed as ofFiles, up as preventionFiles } from './0074-prevention-files.ts';
import { sealed as ofSafety, up as safetyPlan } from './0075-safety-plan.ts';
import { sealed as ofPlan, up as carePlan } from './0076-plan-steps.ts';
import { sealed as ofMonth, up as preventionMonth } from './0077-prevention-month.ts';
import { sealed as ofNotes, up as sessionNotes } from './0078-care-session-notes.ts';
import { sealed as ofClosing, up as closing } from './0079-closing-fichas.ts';
import { sealed as ofCalls, up as contactCalls } from './0080-contact-calls.ts';
import { sealed as ofRequests, up as privacyRequests } from './0081-privacy-requests.ts';
import { sealed as ofCounterparts, up as counterparts } from './0082-counterparts-hand-over.ts';
import { sealed as ofInjuries, up as injuryMarks } from './0083-injuries-marks.ts';
import { up as jointVisits } from './0084-reception-joint-visits.ts';
import { up as judgments } from './0085-proceedings-judgment.ts';
import { sealed as ofReintegration, up as reintegration } from './0086-reintegration-records.ts';
import { sealed as ofCaseKeys, up as caseKeys } from './0087-reserve-case-keys.ts';
import { sealed as ofCompanions, up as companionsPaired } from './0089-companions-paired.ts';
import { up as attachmentsReturned } from './0088-attachments-returned.ts';
import { up as askedColumns } from './0090-platform-asked-columns.ts';
import { up as arrivalsAndDrafts } from './0091-platform-arrivals-and-drafts.ts';

export const migrations: readonly Migration[] = [
  { id: '0064-platform-baseline', up: platformBaseline },
  { id: '0065-filings-own-models', up: filingsOwnModels, rebuildsTables: true },
  { id: '0066-directory-office', rebuildsTables: true, up: directoryOffice, ...ofOffices },
  { id: '0067-care-actions-as-rules', up: careActionsAsRules, ...ofActions },
  { id: '0068-reception-visit-missed', up: receptionVisitMissed, rebuildsTables: true },
  { id: '0069-reports-every-case-once', up: reportsEveryCaseOnce, rebuildsTables: true, ...ofReports },
  { id: '0070-prevention-activities', up: prevention, ...ofPrevention },
  { id: '0071-reports-reserved', up: reportsReserved, ...ofReserved },
  { id: '0072-reports-sealed-then', up: reportsSealedThen, ...ofReportsSealed },
  { id: '0073-prevention-groups', up: preventionGroups, ...ofGroups },
  { id: '0074-prevention-files', up: preventionFiles, rebuildsTables: true, ...ofFiles },
  { id: '0075-safety-plan', up: safetyPlan, ...ofSafety },
  { id: '0076-plan-steps', up: carePlan, ...ofPlan },
  { id: '0077-prevention-month', up: preventionMonth, ...ofMonth },
  { id: '0078-care-session-notes', up: sessionNotes, ...ofNotes },
  { id: '0079-closing-fichas', up: closing, ...ofClosing },
  { id: '0080-contact-calls', up: contactCalls, ...ofCalls },
  { id: '0081-privacy-requests', up: privacyRequests, rebuildsTables: true, ...ofRequests },
  { id: '0082-counterparts-hand-over', up: counterparts, rebuildsTables: true, ...ofCounterparts },
  { id: '0083-injuries-marks', up: injuryMarks, ...ofInjuries },
  { id: '0084-reception-joint-visits', up: jointVisits },
  { id: '0085-proceedings-judgment', up: judgments },
  { id: '0086-reintegration-records', up: reintegration, ...ofReintegration },
  { id: '0087-reserve-case-keys', up: caseKeys, rebuildsTables: true, ...ofCaseKeys },
  { id: '0088-attachments-returned', up: attachmentsReturned, rebuildsTables: true },
  { id: '0089-companions-paired', up: companionsPaired, ...ofCompanions },
  { id: '0090-platform-asked-columns', up: askedColumns },
  { id: '0091-platform-arrivals-and-drafts', up: arrivalsAndDrafts },
];
