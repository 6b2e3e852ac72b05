/**
 * Several computers of one centre: where secrets are typed, and how each travels. Passwords never leave the computer at
 * which they are typed; what is listed here is the rest.
 */
import type { ProcedureName } from './contract.ts';

/**
 * Answered at the computer that keeps the record and at no other one: they carry the recovery key or part of it, a
 * password of somebody else, or one that opens a copy of another time.
 */
export const onlyAtKeeper = [
  'foundCentre',
  'addFirstStaff',
  'printRecoverySheet',
  'confirmRecoveryKey',
  'beginRecovery',
  'saveRecoverySheet',
  'finishRecovery',
  'previewRestore',
  'restoreCopy',
  // These two a companion answers itself (`answeredFromOwnFolder`): they go over no line either.
  'previewKeptCopy',
  'becomeKeeper',
  'beginRotation',
  'finishRotation',
  'standInWithRecoveryKey',
  'openNotesWithPaper',
] as const satisfies readonly ProcedureName[];

/**
 * Of the computer itself and not of the record: asked from another one, the keeper would leave the record for its practice,
 * or become the companion of whoever offers a code, and nobody at its keyboard would have wanted it.
 */
export const ofKeeperItself = [
  'choosePlace',
  'joinKeeper',
  // A folder of that computer, typed at this one, means another thing or lets it knock at a stranger's share.
  'chooseCopyFolder',
  'checkUpdate',
  'prepareUpdate',
] as const satisfies readonly ProcedureName[];

/**
 * A PIN goes as it is typed, inside the line of the two computers, and is compared where the session is: it opens no
 * record, only a window whose keys are in that memory already, and three wrong ones end the session.
 */
export const pinsToKeeper = ['resumeSession', 'setPin'] as const satisfies readonly ProcedureName[];

/** Answered by the companion itself: words that may become a password come over no line. */
export const answeredAtCompanion = ['suggestPassphrase'] as const satisfies readonly ProcedureName[];

/**
 * Answered by the companion itself, over its own data folder and without a line: what it keeps of the record, and how it
 * becomes the keeper. Passwords of two people and the paper key are typed for it; none of them leaves this computer.
 */
export const answeredFromOwnFolder = [
  'listKeptCopies',
  'previewKeptCopy',
  'becomeKeeper',
  'takeUpdate',
] as const satisfies readonly ProcedureName[];

/** A password of one's own that is new: its slot is made where it is typed. */
export const ownNewPassword = {
  procedure: 'changeOwnPassphrase' satisfies ProcedureName,
  field: 'newPassphrase',
} as const;

/** Names of fields that may hold a secret; one that is no password beside its login leaves no companion. */
export const secretFieldName = /passw|passphrase|contrase|clave|recovery_?key|^pass$|^secret$/i;
