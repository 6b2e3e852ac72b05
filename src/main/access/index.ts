export * from './repository.ts';
export type { AccessTables } from './tables.ts';
export { checkApprover } from './approver.ts';
export { tellOfManyCases } from './many-cases.ts';
export { standingOn } from './stand-ins.ts';
export { accessHandlers, toProposalView, type AccessParts } from './service.ts';
export { SessionEnds, type SessionEnd } from './session-ends.ts';
export { Sessions, type WhyEnded } from './sessions.ts';
export { makeSignIn, type SignIn } from './sign-in.ts';
