/** Papers of the clock leave as every copy does: issued, registered, then printed or saved (security design §8). */
import type { proceedingsContract } from '../../shared/proceedings/index.ts';
import type { Paper } from '../../shared/papers/blocks.ts';
import { documentFileName, usualCopy, type CopyWay, type DocumentKind } from '../../shared/papers/index.ts';
import { instantAt } from '../../shared/platform/clock.ts';
import type { OutputOf } from '../../shared/platform/contract.ts';
import type { Instant, CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import {
  allowedPrinters,
  choosePrinter,
  deliverCopy,
  issueDocument,
  nextNumber,
  peekNumber,
  serialNumber,
  registerCopy,
  settleCopies,
} from '../papers/index.ts';
import {
  inside,
  twoPhase,
  type Delivery,
  type Handlers,
  type Preparation,
  type Unit,
} from '../platform/gate/handler.ts';
import { readDaySheetHour } from './law.ts';
import { mayAll } from './pending.ts';
import { dayPaper, hearingPaper, type PaperParts } from './papers.ts';
import type { RecordParts } from './record-terms.ts';
import { tablesIn, type Trx } from './tables.ts';

type Contract = typeof proceedingsContract;
type Released = OutputOf<Contract['releaseDayPaper']>;
type Use = Unit<Trx>;

type WorkingKind = Extract<DocumentKind, 'day-sheet' | 'hearing-sheet' | 'neutral-card'>;
type Asked = { readonly way: CopyWay; readonly printer: string | null };
type Made = {
  readonly kind: WorkingKind;
  /** Template id and version. */
  readonly template: string;
  readonly paper: Paper;
};
type Ready = Made & {
  readonly sequence: number;
  readonly number: string;
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly printer: string | null;
};

const series = 'clock' as const;
/** The sheet of the whole centre, and the one of the own cases: each kept under its own name. */
const daySheets = { all: 'day-sheet-all@1', mine: 'day-sheet-mine@1' } as const;

const yearOf = ({ today }: { readonly today: CivilDate }) => Number(today.slice(0, 4));

/** Printed with the number it will get (decision 0005); the card carries none, it says nothing to who finds it. */
async function prepare(
  call: Preparation<Trx>,
  { way, printer }: Asked,
  { kind, template, paper }: Made,
  { printPaper, ports }: PaperParts,
): Promise<Ready> {
  const to = way === 'print' ? await choosePrinter(ports.printer, printer, await call.read(allowedPrinters)) : null;
  const sequence = await call.read((trx) => peekNumber(trx, series, yearOf(call)));
  const number = serialNumber(series, yearOf(call), sequence);
  // The title holds the number first: what a changed file is found by.
  const named = { ...paper, number, title: `${number} · ${paper.title}` };
  const made = await printPaper(kind === 'neutral-card' ? paper : named);
  return { kind, template, paper, sequence, number, printer: to, bytes: made.bytes, pages: made.pages };
}

async function commit(unit: Use, caseId: CaseId | null, { way }: Asked, ready: Ready): Promise<Released> {
  if ((await nextNumber(unit.trx, series, yearOf(unit))) !== ready.sequence) throw fail('conflict', 'number-taken');
  const { kind, template, number, bytes, pages, printer } = ready;
  const document = await issueDocument(unit, {
    caseId,
    kind,
    number,
    title: ready.paper.title,
    template,
    bytes,
    pages,
    missingReason: null,
  });
  const copy = await registerCopy(unit, {
    documentId: document.id,
    way,
    ...usualCopy[kind],
    bytes,
    printer,
    batchId: unit.newId(),
    bundleId: null,
  });
  unit.note({ paper: kind, copy: copy.number, way, pages });
  return { number: copy.number, file: null };
}

async function deliver(
  call: Delivery<Trx>,
  { output, ready, way }: { output: Released; ready: Ready; way: CopyWay },
  { ports }: PaperParts,
): Promise<Released> {
  const name = documentFileName(ready, 'pdf');
  const { end, failure, saved } = await deliverCopy(ports, way, { name, bytes: ready.bytes }, ready);
  await settleCopies(call, [{ number: output.number, end: failure === null ? 'sent' : 'failed', saved }]);
  if (failure !== null) throw failure;
  if (end !== 'handed-back') return output;
  return { ...output, file: call.session.files.add(name, 'application/pdf', ready.bytes, 'copy') };
}

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
    releaseHearingPaper: twoPhase<Contract['releaseHearingPaper'], Trx, Ready>({
      prepare: async (call, input) => {
        const paper = await call.read((trx) => hearingPaper(trx, input, call));
        const kind = input.paper === 'sheet' ? 'hearing-sheet' : 'neutral-card';
        return prepare(call, input, { kind, template: `${kind}@1`, paper }, parts);
      },
      commit: async (unit, input, ready) => {
        // The card is for whoever receives her; the sheet speaks of measures and terms.
        if (input.paper === 'sheet') await unit.require('legalFile.read', input.caseId);
        return commit(unit, input.caseId, input, ready);
      },
      deliver: (call, { way }, output, ready) => deliver(call, { output, ready, way }, parts),
    }),
    releaseDayPaper: twoPhase<Contract['releaseDayPaper'], Trx, Ready>({
      prepare: async (call, input) => {
        const paper = await call.read((trx) => dayPaper(trx, call, { scope: input.scope, parts }));
        // Who may read only the own cases gets those, whatever was asked for.
        const template = mayAll(call) ? daySheets[input.scope] : daySheets.mine;
        return prepare(call, input, { kind: 'day-sheet', template, paper }, parts);
      },
      commit: (unit, input, ready) => commit(unit, null, input, ready),
      deliver: (call, { way }, output, ready) => deliver(call, { output, ready, way }, parts),
    }),
    getDayPaperState: inside(async (unit) => {
      const hour = await readDaySheetHour(unit.trx, unit.today);
      const isClosingTime = hour !== null && unit.now >= instantAt(unit.today, hour);
      return { leftAt: await leftToday(unit), isClosingTime };
    }),
  };
}
