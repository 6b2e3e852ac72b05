export { recoveredSince, passwordRenewedAt } from './repository.ts';
export { AuditLog, type AuditLogParts } from './log.ts';
export type { WitnessReader } from './proving.ts';
export { noteOnPaper, printedKey, SegmentKeys } from './segment-keys.ts';
export { auditHandlers, type AuditParts } from './service.ts';
export { witnessSheets } from './sheets.ts';
export { StartCheck } from './start-check.ts';
export { aboveAudit } from './above.ts';
