/** Every migration in order. Landed ones are frozen; the next one gets the next number. */
import type { Migration } from '../platform/storage/migrate.ts';
import { up as platformBaseline } from './0064-platform-baseline.ts';
import { up as filingsOwnModels } from './0065-filings-own-models.ts';
import * as directoryOffice from './0066-directory-office.ts';
import * as careActionsAsRules from './0067-care-actions-as-rules.ts';

export const migrations: readonly Migration[] = [
  { id: '0064-platform-baseline', up: platformBaseline },
  { id: '0065-filings-own-models', up: filingsOwnModels, rebuildsTables: true },
  { id: '0066-directory-office', rebuildsTables: true, ...directoryOffice },
  { id: '0067-care-actions-as-rules', ...careActionsAsRules },
];
