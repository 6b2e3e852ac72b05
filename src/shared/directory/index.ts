/** The door of the directory: whom writs, referrals and reports are addressed to. */
export * from './codes.ts';
export * from './contract.ts';
export { nameByPattern } from './file-name.ts';
export * from './labels.ts';
export * from './schema.ts';
