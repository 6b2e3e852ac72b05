/** Papers of the clock leave as every copy does: issued, registered, then printed or saved (security design §8). */
import type { proceedingsContract } from '../../shared/proceedings/index.ts';
import { instantAt } from '../../shared/platform/clock.ts';
import type { Instant } from '../../shared/platform/dates.ts';
import { commitWorking, deliverWorking, prepareWorking, type ReadyPaper } from '../papers/index.ts';
import { inside, twoPhase, type Handlers } from '../platform/gate/handler.ts';
import { readDaySheetHour } from './law.ts';
import { mayAll } from './pending.ts';
import { dayPaper, hearingPaper, type PaperParts } from './papers.ts';
import type { RecordParts } from './record-terms.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof proceedingsContract;

/** The sheet of the whole centre, and the one of the own cases: each kept under its own name. */
const daySheets = { all: 'day-sheet-all@1', mine: 'day-sheet-mine@1' } as const;

/** When a sheet of today last left that holds the work of the reader: one's own, or anybody's of the whole centre. */
async function leftToday(unit: Use): Promise<Instant | null> {
  const row = await tablesIn(unit.trx)
    .selectFrom('document_copy')
    .innerJoin('issued_document', 'issued_document.id', 'document_copy.document_id')
    .select('document_copy.requested_at')
    .where('issued_document.kind', '=', 'day-sheet')
    .where('document_copy.requested_at', '>=', instantAt(unit.today, '00:00'))
    .where('document_copy.state', 'in', ['sent', 'confirmed'])
    .where((where) =>
      where.or([
        where('document_copy.staff_id', '=', unit.session.staffId),
        where('issued_document.template', '=', daySheets.all),
      ]),
    )
    .orderBy('document_copy.requested_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.requested_at ?? null;
}

type Handled = Pick<Handlers<Contract, Trx>, 'releaseHearingPaper' | 'releaseDayPaper' | 'getDayPaperState'>;

export function releasePaperHandlers(parts: PaperParts & RecordParts): Handled {
  return {
    releaseHearingPaper: twoPhase<Contract['releaseHearingPaper'], Trx, ReadyPaper>({
      prepare: async (call, input) => {
        const paper = await call.read((trx) => hearingPaper(trx, input, call));
        const kind = input.paper === 'sheet' ? 'hearing-sheet' : 'neutral-card';
        return prepareWorking(call, input, { kind, template: `${kind}@1`, paper }, parts);
      },
      commit: async (unit, input, ready) => {
        // The card is for whoever receives her; the sheet speaks of measures and terms.
        if (input.paper === 'sheet') await unit.require('legalFile.read', input.caseId);
        return commitWorking(unit, input.caseId, input, ready);
      },
      deliver: (call, { way }, output, ready) => deliverWorking(call, { output, ready, way }),
    }),
    releaseDayPaper: twoPhase<Contract['releaseDayPaper'], Trx, ReadyPaper>({
      prepare: async (call, input) => {
        const paper = await call.read((trx) => dayPaper(trx, call, { scope: input.scope, parts }));
        // Who may read only the own cases gets those, whatever was asked for.
        const template = mayAll(call) ? daySheets[input.scope] : daySheets.mine;
        return prepareWorking(call, input, { kind: 'day-sheet', template, paper }, parts);
      },
      commit: (unit, input, ready) => commitWorking(unit, null, input, ready),
      deliver: (call, { way }, output, ready) => deliverWorking(call, { output, ready, way }),
    }),
    getDayPaperState: inside(async (unit) => {
      const hour = await readDaySheetHour(unit.trx, unit.today);
      const isClosingTime = hour !== null && unit.now >= instantAt(unit.today, hour);
      return { leftAt: await leftToday(unit), isClosingTime };
    }),
  };
}
