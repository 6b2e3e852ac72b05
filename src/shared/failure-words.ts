/** The sentence a person reads for a failure: the reason's words when there are any, else the code's. */
import { accessReasons } from './access/index.ts';
import { alertReasons } from './alerts/index.ts';
import { attachmentReasons } from './attachments/index.ts';
import { auditReasons } from './audit/index.ts';
import { backupReasons } from './backup/index.ts';
import { careReasons } from './care/index.ts';
import { centreReasons } from './centre/index.ts';
import { closingReasons } from './closing/index.ts';
import { companionReasons } from './companions/index.ts';
import { conflictReasons } from './conflicts/index.ts';
import { counterpartReasons } from './counterparts/index.ts';
import { directoryReasons } from './directory/index.ts';
import { filingReasons, presentingReasons } from './filings/index.ts';
import { importReasons } from './imports/index.ts';
import { intakeReasons } from './intake/index.ts';
import { papersReasons } from './papers/index.ts';
import { codeWords, type Failure } from './platform/failures.ts';
import { peopleReasons } from './people/index.ts';
import { contactReasons } from './contact/index.ts';
import { planReasons } from './plan/index.ts';
import { platformReasons } from './platform/reason-words.ts';
import { preventionReasons } from './prevention/index.ts';
import { privacyReasons } from './privacy/index.ts';
import { proceedingsReasons } from './proceedings/index.ts';
import { programReasons } from './program/index.ts';
import { receptionReasons } from './reception/index.ts';
import { referralReasons } from './referrals/index.ts';
import { registerReasons } from './register/index.ts';
import { reportReasons } from './reports/index.ts';
import { reserveReasons } from './reserve/index.ts';
import { riskReasons } from './risk/index.ts';
import { rulebookReasons } from './rulebook/index.ts';
import { safetyReasons } from './safety/index.ts';
import { injuryReasons } from './injuries/index.ts';
import { reintegrationReasons } from './reintegration/index.ts';
import { subjectReasons } from './subject/index.ts';

type Words = Readonly<Record<string, string>>;

/** The words of each domain, in the order of docs/errors.md, which is written from it. */
export const reasonTables: Readonly<Record<string, Words>> = {
  platformReasons,
  accessReasons,
  centreReasons,
  peopleReasons,
  companionReasons,
  conflictReasons,
  reserveReasons,
  alertReasons,
  intakeReasons,
  planReasons,
  closingReasons,
  contactReasons,
  riskReasons,
  safetyReasons,
  injuryReasons,
  reintegrationReasons,
  subjectReasons,
  careReasons,
  preventionReasons,
  privacyReasons,
  proceedingsReasons,
  attachmentReasons,
  papersReasons,
  filingReasons,
  presentingReasons,
  receptionReasons,
  referralReasons,
  counterpartReasons,
  registerReasons,
  reportReasons,
  importReasons,
  rulebookReasons,
  directoryReasons,
  auditReasons,
  backupReasons,
  programReasons,
};

export const reasonWords: Words = Object.fromEntries(
  Object.values(reasonTables).flatMap((words) => Object.entries(words)),
);

export function failureWords(failure: Failure): string {
  if (failure.code === 'unexpected') return `${codeWords.unexpected} Número ${failure.incident ?? '—'}.`;
  const reason = failure.reason === null ? undefined : reasonWords[failure.reason];
  return reason ?? codeWords[failure.code];
}
