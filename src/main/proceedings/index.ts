export { recordByPaper, reopenByPaper, settleByPaper, withdrawByPaper, type ActNamed } from './by-paper.ts';
export { dutyEnds } from './centre-terms.ts';
export { fromStored } from './computed.ts';
export { listDeadlinesOfCase } from './deadline-repository.ts';
export { hasBreach, listEvents, type StoredEvent } from './event-repository.ts';
export { deadlineListener, recountTerms } from './recompute.ts';
export { proceedingsHandlers } from './service.ts';
export { measuresOf } from './views.ts';
export { breachActDays } from './event-repository.ts';
