/** What a handler works with: one call in its transaction, of whose tables each domain names its own. */
import type { Unit } from './gate/handler.ts';
import type { Trx } from './storage/rows.ts';

export type { Trx };
export type Use = Unit<Trx>;
