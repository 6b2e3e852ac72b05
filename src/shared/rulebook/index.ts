/** The door of the rulebook: dated tables of law and criteria that the centre may change. */
export * from './contract.ts';
export * from './labels.ts';
export * from './table.ts';
export { openPointTable } from './open-points.ts';
