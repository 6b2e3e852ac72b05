/** The door of the program domain: what the program itself is, and how it is renewed. */
export * from './contract.ts';
export * from './labels.ts';
