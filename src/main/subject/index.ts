export { subjectHandlers } from './service.ts';
