/** Every migration in order. Landed ones are frozen; the next one gets the next number. */
import type { Migration } from '../platform/storage/migrate.ts';
import { up as platformBaseline } from './0090-platform-baseline.ts';
import { up as arrivalsAndDrafts } from './0091-platform-arrivals-and-drafts.ts';

export const migrations: readonly Migration[] = [
  { id: '0090-platform-baseline', up: platformBaseline },
  { id: '0091-platform-arrivals-and-drafts', up: arrivalsAndDrafts },
];
