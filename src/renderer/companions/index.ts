export { ComputersPanel } from './computers-panel.tsx';
export { FewCopiesWarning } from './few-copies-warning.tsx';
export { JoinForm } from './join-form.tsx';
export { OthersHere } from './presence.tsx';
export { TakeOver } from './take-over.tsx';
export { computersKey, presenceKey, useMovedAt } from './queries.ts';
export { joinedWords } from './words.ts';
