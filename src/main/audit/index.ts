export { recoveredSince } from './recovered-since.ts';
export { AuditLog, type AuditLogParts } from './log.ts';
export { passwordRenewedAt } from './password-renewed.ts';
export type { WitnessReader } from './proving.ts';
export { noteOnPaper, printedKey, SegmentKeys } from './segment-keys.ts';
export { auditHandlers, type AuditParts } from './service.ts';
export { witnessSheets } from './sheets.ts';
export { StartCheck } from './start-check.ts';
export { aboveAudit } from './above.ts';
