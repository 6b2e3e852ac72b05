/** The door of records: form, list, pane and field of what is described once. */
export { KeptField } from './kept-field.tsx';
export { KeptForm } from './kept-form.tsx';
export { KeptScreen } from './kept-screen.tsx';
export type { KeptThing } from './kept-thing.ts';
