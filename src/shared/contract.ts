/** The contract: everything a window may ask, every domain joined once. */
import { accessContract, standInContract, type Action } from './access/index.ts';
import { alertsContract } from './alerts/index.ts';
import { attachmentsContract } from './attachments/index.ts';
import { auditContract } from './audit/index.ts';
import { backupContract, rotationContract } from './backup/index.ts';
import {
  attentionContract,
  careContract,
  interviewContract,
  movingContract,
  noteContract,
  questionContract,
} from './care/index.ts';
import { centreContract, recoveryContract } from './centre/index.ts';
import { closingContract } from './closing/index.ts';
import { companionsContract } from './companions/index.ts';
import { contactContract } from './contact/index.ts';
import { conflictsContract } from './conflicts/index.ts';
import { counterpartsContract } from './counterparts/index.ts';
import { agendaContract, dayContract } from './day/index.ts';
import { directoryContract } from './directory/index.ts';
import { filingsContract, presentingContract } from './filings/index.ts';
import { importsContract } from './imports/index.ts';
import { inspectionContract } from './inspection/index.ts';
import {
  accountContract,
  correctionContract,
  formContract,
  intakeContract,
  mendingContract,
  personsContract,
} from './intake/index.ts';
import { monitoringContract } from './monitoring/index.ts';
import { pairsContract } from './pairs/index.ts';
import { papersContract } from './papers/index.ts';
import { matchingContract, mergeContract, peopleContract } from './people/index.ts';
import { planContract } from './plan/index.ts';
import { preventionContract } from './prevention/index.ts';
import { dataRequestContract, privacyContract } from './privacy/index.ts';
import { proceedingsContract } from './proceedings/index.ts';
import { programContract } from './program/index.ts';
import type { ProcedureSpec } from './platform/contract.ts';
import { filesContract } from './platform/files-contract.ts';
import { boardContract, deskContract, receptionContract } from './reception/index.ts';
import { custodyContract, referralReturnContract, referralsContract } from './referrals/index.ts';
import { registerContract } from './register/index.ts';
import { internalContract, reportsContract, reservedContract } from './reports/index.ts';
import { reserveContract } from './reserve/index.ts';
import { riskContract } from './risk/index.ts';
import { rulebookContract } from './rulebook/index.ts';
import { safetyContract } from './safety/index.ts';
import { injuriesContract } from './injuries/index.ts';
import { reintegrationContract } from './reintegration/index.ts';
import { subjectContract } from './subject/index.ts';
import { timelineContract } from './timeline/index.ts';

/** A permission is a row of the table or one of the two words for "no row"; anything else does not compile. */
type Permitted = ProcedureSpec & { readonly permission: Action | 'anyone' | 'anyone-signed-in' };

/** Written out: what the compiler would infer is longer than it writes into a declaration. */
export type Contract = typeof centreContract &
  typeof recoveryContract &
  typeof accessContract &
  typeof standInContract &
  typeof alertsContract &
  typeof attachmentsContract &
  typeof presentingContract &
  typeof receptionContract &
  typeof boardContract &
  typeof deskContract &
  typeof peopleContract &
  typeof conflictsContract &
  typeof reserveContract &
  typeof privacyContract &
  typeof dataRequestContract &
  typeof subjectContract &
  typeof monitoringContract &
  typeof matchingContract &
  typeof mergeContract &
  typeof intakeContract &
  typeof accountContract &
  typeof formContract &
  typeof personsContract &
  typeof mendingContract &
  typeof correctionContract &
  typeof riskContract &
  typeof safetyContract &
  typeof injuriesContract &
  typeof reintegrationContract &
  typeof planContract &
  typeof counterpartsContract &
  typeof closingContract &
  typeof contactContract &
  typeof careContract &
  typeof attentionContract &
  typeof interviewContract &
  typeof noteContract &
  typeof questionContract &
  typeof movingContract &
  typeof pairsContract &
  typeof timelineContract &
  typeof proceedingsContract &
  typeof papersContract &
  typeof filingsContract &
  typeof referralsContract &
  typeof referralReturnContract &
  typeof custodyContract &
  typeof registerContract &
  typeof reportsContract &
  typeof internalContract &
  typeof reservedContract &
  typeof importsContract &
  typeof auditContract &
  typeof inspectionContract &
  typeof backupContract &
  typeof rotationContract &
  typeof filesContract &
  typeof rulebookContract &
  typeof dayContract &
  typeof agendaContract &
  typeof directoryContract &
  typeof preventionContract &
  typeof programContract &
  typeof companionsContract;

export const contract: Contract = {
  ...centreContract,
  ...recoveryContract,
  ...accessContract,
  ...standInContract,
  ...alertsContract,
  ...attachmentsContract,
  ...presentingContract,
  ...receptionContract,
  ...boardContract,
  ...deskContract,
  ...peopleContract,
  ...conflictsContract,
  ...reserveContract,
  ...privacyContract,
  ...dataRequestContract,
  ...subjectContract,
  ...matchingContract,
  ...mergeContract,
  ...intakeContract,
  ...accountContract,
  ...formContract,
  ...personsContract,
  ...mendingContract,
  ...correctionContract,
  ...riskContract,
  ...safetyContract,
  ...injuriesContract,
  ...reintegrationContract,
  ...planContract,
  ...closingContract,
  ...contactContract,
  ...careContract,
  ...attentionContract,
  ...interviewContract,
  ...noteContract,
  ...questionContract,
  ...movingContract,
  ...pairsContract,
  ...timelineContract,
  ...proceedingsContract,
  ...papersContract,
  ...filingsContract,
  ...referralsContract,
  ...referralReturnContract,
  ...custodyContract,
  ...counterpartsContract,
  ...registerContract,
  ...reportsContract,
  ...monitoringContract,
  ...internalContract,
  ...reservedContract,
  ...importsContract,
  ...auditContract,
  ...inspectionContract,
  ...backupContract,
  ...rotationContract,
  ...filesContract,
  ...rulebookContract,
  ...dayContract,
  ...agendaContract,
  ...directoryContract,
  ...preventionContract,
  ...programContract,
  ...companionsContract,
} satisfies Record<string, Permitted>;

export type ProcedureName = keyof Contract;
