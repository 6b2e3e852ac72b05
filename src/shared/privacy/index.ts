/** The door of the privacy domain: incidents with personal data and reviews of who may enter where. */
export * from './basis-table.ts';
export * from './contract.ts';
export * from './labels.ts';
export { namesAccused, withLetters } from './representative.ts';
export * from './request-contract.ts';
export * from './requests.ts';
export * from './schema.ts';
