/**
 * Every kept thing, joined once: its seal follows, and tests hold each to its table and its words. Each from its own file:
 * the thread of the copies reads this list, and must not load two domains for it.
 */
import { office } from './directory/office.ts';
import { activity, programme } from './prevention/activity.ts';
import type { Kept } from './record/index.ts';

export const keptThings: readonly Kept[] = [office, activity, programme];
