export * from './repository.ts';
export type { AccessTables } from './tables.ts';
export { checkApprover } from './approver.ts';
export { proveRecoveryKey } from './recovery-stand-in.ts';
export { standingOn } from './stand-ins.ts';
export { tellStaff } from './notices.ts';
export { accessHandlers, toProposalView, type AccessParts } from './service.ts';
export { Sessions } from './sessions.ts';
export { makeSignIn, type SignIn } from './sign-in.ts';
