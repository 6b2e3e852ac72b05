export { FormDialog, reasonFields } from './form-dialog.tsx';
export { AskedFields, FormFields } from './form-fields.tsx';
export { KeptField } from './kept-field.tsx';
export { KeptForm } from './kept-form.tsx';
export { KeptScreen } from './kept-screen.tsx';
export { useValueWords, type KeptThing } from './kept-thing.ts';
