/** Every dated table of the program, joined once: «Tablas y reglas» shows them in this order. */
import {
  articleSetTable,
  articleTable,
  clauseTable,
  filingOfferTable,
  filingTemplateTable,
  measureTable,
  offenceTable,
  ownModelTable,
} from './filings/index.ts';
import {
  daySheetTable,
  deadlineTable,
  distanceTable,
  effectTable,
  holidayTable,
  travelTable,
} from './proceedings/index.ts';
import { actionTable } from './care/index.ts';
import { closingLineTable, closingReasonTable } from './closing/index.ts';
import { nextTryTable } from './contact/index.ts';
import { planProposalTable } from './plan/index.ts';
import { preventionAgeTable, termTable } from './prevention/index.ts';
import { basisTable } from './privacy/index.ts';
import { nicknameTable } from './people/index.ts';
import { consentTable, followUpTable, referralTemplateTable, urgencyTable } from './referrals/index.ts';
import { ministryKeyTable, rowsOrderTable } from './reports/index.ts';
import { openPointTable, type RuleTable, type RuleValue } from './rulebook/index.ts';

export const ruleTables: readonly RuleTable<RuleValue>[] = [
  articleTable,
  articleSetTable,
  measureTable,
  offenceTable,
  urgencyTable,
  followUpTable,
  consentTable,
  actionTable,
  planProposalTable,
  closingReasonTable,
  closingLineTable,
  nextTryTable,
  filingTemplateTable,
  ownModelTable,
  clauseTable,
  referralTemplateTable,
  deadlineTable,
  holidayTable,
  effectTable,
  distanceTable,
  travelTable,
  daySheetTable,
  filingOfferTable,
  basisTable,
  nicknameTable,
  termTable,
  preventionAgeTable,
  ministryKeyTable,
  rowsOrderTable,
  openPointTable,
];
