/** The door of the computers of the centre. */
export { ComputersPanel } from './computers-panel.tsx';
export { JoinForm } from './join-form.tsx';
export { OthersHere } from './presence.tsx';
export { computersKey, presenceKey } from './queries.ts';
export { joinedWords } from './words.ts';
