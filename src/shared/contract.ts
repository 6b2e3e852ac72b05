/** The contract: everything a window may ask, every domain joined once. */
import { accessContract, standInContract, type Action } from './access/index.ts';
import { alertsContract } from './alerts/index.ts';
import { attachmentsContract } from './attachments/index.ts';
import { auditContract } from './audit/index.ts';
import { backupContract, rotationContract } from './backup/index.ts';
import { attentionContract, careContract, interviewContract, movingContract, questionContract } from './care/index.ts';
import { centreContract, recoveryContract } from './centre/index.ts';
import { conflictsContract } from './conflicts/index.ts';
import { dayContract } from './day/index.ts';
import { directoryContract } from './directory/index.ts';
import { filingsContract, presentingContract } from './filings/index.ts';
import { importsContract } from './imports/index.ts';
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
import { privacyContract } from './privacy/index.ts';
import { proceedingsContract } from './proceedings/index.ts';
import { programContract } from './program/index.ts';
import type { ProcedureSpec } from './platform/contract.ts';
import { filesContract } from './platform/files-contract.ts';
import { boardContract, deskContract, receptionContract } from './reception/index.ts';
import { custodyContract, referralReturnContract, referralsContract } from './referrals/index.ts';
import { registerContract } from './register/index.ts';
import { internalContract, reportsContract } from './reports/index.ts';
import { reserveContract } from './reserve/index.ts';
import { riskContract } from './risk/index.ts';
import { rulebookContract } from './rulebook/index.ts';
import { timelineContract } from './timeline/index.ts';

/** A permission is a row of the table or one of the two words for "no row"; anything else does not compile. */
type Permitted = ProcedureSpec & { readonly permission: Action | 'anyone' | 'anyone-signed-in' };

export const contract = {
  ...{ ...centreContract, ...recoveryContract },
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
  ...matchingContract,
  ...mergeContract,
  ...intakeContract,
  ...accountContract,
  ...formContract,
  ...personsContract,
  ...mendingContract,
  ...correctionContract,
  ...riskContract,
  ...careContract,
  ...attentionContract,
  ...interviewContract,
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
  ...registerContract,
  ...reportsContract,
  ...internalContract,
  ...monitoringContract,
  ...importsContract,
  ...auditContract,
  ...{ ...backupContract, ...rotationContract },
  ...filesContract,
  ...rulebookContract,
  ...dayContract,
  ...directoryContract,
  ...programContract,
} as const satisfies Record<string, Permitted>;

export type Contract = typeof contract;
export type ProcedureName = keyof Contract;
