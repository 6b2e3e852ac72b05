export { listVersions, newestRule, readRules, working } from './repository.ts';
export { rulebookHandlers, type RuleListener } from './service.ts';
