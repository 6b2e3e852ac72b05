/** The door of the privacy domain: incidents with personal data and reviews of who may enter where. */
export * from './contract.ts';
export * from './labels.ts';
export * from './schema.ts';
