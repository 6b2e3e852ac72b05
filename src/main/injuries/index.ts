export { injuriesHandlers, listMarks } from './service.ts';
