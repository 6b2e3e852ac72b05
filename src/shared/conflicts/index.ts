/** The door of the conflicts domain: who may not see a case because of whom. */
export * from './codes.ts';
export * from './contract.ts';
export { conflictKeys, type Comparable } from './rules.ts';
