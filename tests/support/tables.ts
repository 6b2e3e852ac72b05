/** Every table of the record, for tests that look into its file: no domain may name them all. */
import type { Kysely, Transaction } from 'kysely';
import type { AccessTables } from '../../src/main/access/tables.ts';
import type { AlertsTables } from '../../src/main/alerts/tables.ts';
import type { AttachmentsTables } from '../../src/main/attachments/tables.ts';
import type { AuditTables } from '../../src/main/audit/tables.ts';
import type { CareTables } from '../../src/main/care/tables.ts';
import type { CentreTables } from '../../src/main/centre/tables.ts';
import type { ConflictsTables } from '../../src/main/conflicts/tables.ts';
import type { FilingsTables } from '../../src/main/filings/tables.ts';
import type { HistoryTables } from '../../src/main/history/tables.ts';
import type { ImportsTables } from '../../src/main/imports/tables.ts';
import type { IntakeTables } from '../../src/main/intake/tables.ts';
import type { PapersTables } from '../../src/main/papers/tables.ts';
import type { PeopleTables } from '../../src/main/people/tables.ts';
import type { Trx as ProgramTrx } from '../../src/main/platform/storage/rows.ts';
import type { PlatformTables } from '../../src/main/platform/storage/platform-tables.ts';
import type { PreventionTables } from '../../src/main/prevention/tables.ts';
import type { PrivacyTables } from '../../src/main/privacy/tables.ts';
import type { ProceedingsTables } from '../../src/main/proceedings/tables.ts';
import type { ReceptionTables } from '../../src/main/reception/tables.ts';
import type { ReferralsTables } from '../../src/main/referrals/tables.ts';
import type { RegisterTables } from '../../src/main/register/tables.ts';
import type { ReportsTables } from '../../src/main/reports/tables.ts';
import type { ReserveTables } from '../../src/main/reserve/tables.ts';
import type { RiskTables } from '../../src/main/risk/tables.ts';
import type { RulebookTables } from '../../src/main/rulebook/tables.ts';

export type Database = PlatformTables &
  AccessTables &
  AlertsTables &
  AttachmentsTables &
  AuditTables &
  CentreTables &
  ReceptionTables &
  PeopleTables &
  ConflictsTables &
  PreventionTables &
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
  ReferralsTables &
  RegisterTables &
  ReportsTables &
  RulebookTables;

export type Trx = Transaction<Database> & ProgramTrx;

/** A transaction of the program as a test reads it, or a connection of a test as the program takes it. */
export const allIn = (trx: object) => trx as Trx;

export const inTransaction = <Value>(queries: Kysely<Database>, work: (trx: Trx) => Promise<Value>) =>
  queries.transaction().execute((trx) => work(allIn(trx)));
