export * from './repository.ts';
export type { AccessTables } from './tables.ts';
export { accessHandlers, toProposalView, type AccessParts } from './service.ts';
export { Sessions } from './sessions.ts';
export { makeSignIn, type SignIn } from './sign-in.ts';
