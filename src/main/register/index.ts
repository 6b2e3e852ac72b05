export { registerHandlers } from './service.ts';
export type { RegisterTables } from './tables.ts';
