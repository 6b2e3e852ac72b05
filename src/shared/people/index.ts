/** Persons: identity, names, documents, places, matching. The one door of this domain. */
export * from './codes.ts';
export * from './contact-words.ts';
export * from './linkage/index.ts';
export * from './match-map.ts';
export * from './matching-contract.ts';
export * from './merge.ts';
export * from './merge-contract.ts';
export * from './nickname-table.ts';
export * from './ordinary-words.ts';
export * from './places.ts';
export * from './rebase.ts';
export * from './record.ts';
export * from './rules.ts';
export * from './said.ts';
export * from './schema.ts';
export * from './short-form.ts';
export * from './sources.ts';
