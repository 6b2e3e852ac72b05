/** Every table of the record, joined once. */
import type { Kysely, Transaction } from 'kysely';
import type { AccessTables } from './access/tables.ts';
import type { AlertsTables } from './alerts/tables.ts';
import type { AttachmentsTables } from './attachments/tables.ts';
import type { AuditTables } from './audit/tables.ts';
import type { CareTables } from './care/tables.ts';
import type { CentreTables } from './centre/tables.ts';
import type { ConflictsTables } from './conflicts/tables.ts';
import type { PresentingTables } from './filings/presenting-tables.ts';
import type { FilingsTables } from './filings/tables.ts';
import type { HistoryTables } from './history/tables.ts';
import type { ImportsTables } from './imports/tables.ts';
import type { IntakeTables } from './intake/tables.ts';
import type { PapersTables } from './papers/tables.ts';
import type { PeopleTables } from './people/tables.ts';
import type { PlatformTables } from './platform/storage/platform-tables.ts';
import type { PrivacyTables } from './privacy/tables.ts';
import type { ProceedingsTables } from './proceedings/tables.ts';
import type { ReceptionTables } from './reception/tables.ts';
import type { ReferralsTables } from './referrals/tables.ts';
import type { RegisterTables } from './register/tables.ts';
import type { ReportsTables } from './reports/tables.ts';
import type { ReserveTables } from './reserve/tables.ts';
import type { RiskTables } from './risk/tables.ts';
import type { RulebookTables } from './rulebook/tables.ts';

export type Database = PlatformTables &
  AccessTables &
  AlertsTables &
  AttachmentsTables &
  AuditTables &
  CentreTables &
  ReceptionTables &
  PeopleTables &
  ConflictsTables &
  PrivacyTables &
  IntakeTables &
  HistoryTables &
  ImportsTables &
  ReserveTables &
  RiskTables &
  CareTables &
  ProceedingsTables &
  PapersTables &
  FilingsTables &
  PresentingTables &
  ReferralsTables &
  RegisterTables &
  ReportsTables &
  RulebookTables;

export type Db = Kysely<Database>;
/** What a function takes that must run inside a transaction. */
export type Trx = Transaction<Database>;
