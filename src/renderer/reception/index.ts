/** The door of the reception domain in the window. */
export { useCloseArrival, useOpenArrival } from './queries.ts';
