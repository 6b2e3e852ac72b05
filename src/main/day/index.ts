/** The door of the day. */
export { agendaHandlers } from './agenda.ts';
export { dayHandlers } from './service.ts';
