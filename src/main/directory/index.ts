/** @public The other domains look up whom they write to. */
export { findAuthority, listAuthorities } from './repository.ts';
export { directoryHandlers } from './service.ts';
export type { DirectoryTables } from './tables.ts';
