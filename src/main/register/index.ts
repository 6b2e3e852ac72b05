export { countBlankPapers } from './blank-papers.ts';
export { codedCases } from './coded-cases.ts';
export { registerHandlers } from './service.ts';
export { listRegistrationRows } from './repository.ts';
export { sectionWork } from './section-work.ts';
