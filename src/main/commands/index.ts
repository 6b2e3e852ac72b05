import { backupCommand, restoreCommand, verifyCommand } from './care-of-the-record.ts';
import type { Command } from './command.ts';
import { deadlinesCommand } from './deadlines.ts';
import { demoCommand } from './demo.ts';
import { filingCommand, referralCommand } from './documents.ts';
import { verifyDocumentCommand } from './verify-document.ts';
import { importCommand } from './import-list.ts';
import { initCommand } from './init.ts';
import { conditionCommand, intakeCommand, riskCommand, validateCommand } from './case-work.ts';
import { matchCommand } from './match.ts';
import { recoverCommand } from './recover.ts';
import { reportCommand } from './report.ts';
import { rotateCommand } from './rotate.ts';
import { checkUpdateCommand, prepareUpdateCommand } from './update.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  initCommand,
  demoCommand,
  intakeCommand,
  riskCommand,
  conditionCommand,
  validateCommand,
  filingCommand,
  referralCommand,
  deadlinesCommand,
  verifyDocumentCommand,
  reportCommand,
  importCommand,
  matchCommand,
  backupCommand,
  restoreCommand,
  verifyCommand,
  recoverCommand,
  rotateCommand,
  checkUpdateCommand,
  prepareUpdateCommand,
];
