export { inspectionHandlers } from './service.ts';
