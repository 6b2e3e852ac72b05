/** The pack for an inspector. */
export * from './contract.ts';
export * from './paper.ts';
