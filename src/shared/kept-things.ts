/** Every kept thing, joined once: tests hold each to its table, its seal and its words. */
import { office } from './directory/index.ts';
import { activity, programme } from './prevention/index.ts';
import type { Kept } from './record/index.ts';

export const keptThings: readonly Kept[] = [office, activity, programme];
