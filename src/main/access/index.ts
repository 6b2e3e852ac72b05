export * from './repository.ts';
export type { AccessOpened } from './tables.ts';
export { checkApprover, noteKeyUse, proveRecoveryKey } from './recovery-stand-in.ts';
export { tellOfManyCases } from './many-cases.ts';
export {
  isSecond,
  secondPerson,
  secondWithOwn,
  type OwnOf,
  type TypedSecond,
  type VerifySecond,
} from './second-person.ts';
export { tellStaff } from './notices.ts';
export { PaperKeys, type SealedKeys, NoteKeys, type NotesAccess } from './note-keys.ts';
export { preparedDeciders, standingOn } from './stand-ins.ts';
export { checkPassphrase, counterpartPost, keepCounterpartPost, listCounterpartPosts } from './staff-changes.ts';
export { accessHandlers, toProposalView, type AccessParts } from './service.ts';
export { SessionEnds, type SessionEnd } from './session-ends.ts';
export { Sessions, type WhyEnded } from './sessions.ts';
export { makeSignIn, type SignIn } from './sign-in.ts';
