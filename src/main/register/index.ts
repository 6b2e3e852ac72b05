export { registerHandlers } from './service.ts';
export { listRegistrationRows } from './repository.ts';
