export { listVersions, readRules, working } from './repository.ts';
export { rulebookHandlers, type RuleListener } from './service.ts';
export type { RulebookTables } from './tables.ts';
