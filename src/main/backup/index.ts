export { asideMaker, CopyQueue } from './copying.ts';
export { outsideCopyAt } from './notes.ts';
export { copyByItself, CopyTimer } from './on-time.ts';
export { copiesIn, copyWitness, furthestCopyIn, type CopyFacts } from './outside.ts';
export type { CopyParts } from './parts.ts';
export { rotationHandlers } from './rotation.ts';
export { backupHandlers } from './service.ts';
