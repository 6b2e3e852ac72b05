export { listIncidents, listReviews, openIncidents, permissionsReviewedOn } from './repository.ts';
export { listRequests, openRequests, type RequestRow } from './request-repository.ts';
export { dataRequestHandlers, noteCopy, requestForCopy, requestTerm } from './request-service.ts';
export { privacyHandlers, type DutyTerm, type PrivacyParts } from './service.ts';
