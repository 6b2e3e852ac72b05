export * from './codes.ts';
export * from './contract.ts';
export { isDisguised, shownFileName, typeOfName } from './file-name.ts';
export { areasOf } from './rules.ts';
