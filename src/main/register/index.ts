export { countBlankPapers } from './blank-papers.ts';
export { registerHandlers } from './service.ts';
export { listRegistrationRows } from './repository.ts';
