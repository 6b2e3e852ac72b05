/** No tables of its own: it reads who met whom in the fichas. */
import type { IntakeOpened } from '../intake/index.ts';
import type { PeopleOpened } from '../people/index.ts';
import { tablesOf } from '../platform/storage/rows.ts';

export const tablesIn = tablesOf<unknown, IntakeOpened & PeopleOpened>();
export type { Trx, Use } from '../platform/unit.ts';
