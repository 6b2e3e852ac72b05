export { openIncidents, permissionsReviewedOn } from './repository.ts';
export { privacyHandlers, type DutyTerm, type PrivacyParts } from './service.ts';
