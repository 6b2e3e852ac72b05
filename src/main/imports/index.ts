export { importsHandlers } from './service.ts';
