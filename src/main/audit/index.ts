export { recoveredSince } from './recovered-since.ts';
export { AuditLog, type AuditLogParts } from './log.ts';
export { auditHandlers, verifyWithStartKey, type AuditParts } from './service.ts';
