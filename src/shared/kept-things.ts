/** Every kept thing, joined once: its seal follows, and tests hold each to its table and its words. */
import { office } from './directory/index.ts';
import { activity, programme } from './prevention/index.ts';
import type { Kept } from './record/index.ts';

export const keptThings: readonly Kept[] = [office, activity, programme];
