export { actionsDone, attentionsByCase, attentionsOf, lastAttentionOn, type GivenAttention } from './given.ts';
export { recordAttention } from './attentions.ts';
export { asConsent, keepConsent } from './consents.ts';
export { consentsToReview, findConsent, listConsents, newestConsent } from './repository.ts';
export { careHandlers, followUpHandlers } from './service.ts';
export { givenDays, listAttentionLines, listNewestAttentions } from './attention-repository.ts';
export { listInterviewLines } from './interview-repository.ts';
export { movedTo, sectionsMoved } from './moves.ts';
export { noteHandlers } from './notes.ts';
