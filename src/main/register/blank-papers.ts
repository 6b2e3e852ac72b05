/** Printing blank forms, each under a contingency number reserved before it leaves, and saying what became of them. */
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { leavingName } from '../../shared/platform/file-names.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import {
  blankPaper,
  contingencyNumber,
  type BlankKind,
  type BlankPaperLine,
  type registerContract,
} from '../../shared/register/index.ts';
import { staffNames } from '../access/index.ts';
import { getCentre } from '../centre/index.ts';
import { allowed, findCaseByNumber, numberFor } from '../intake/index.ts';
import { centreHead, deliverCopy, nextNumber, peekNumber } from '../papers/index.ts';
import {
  inside,
  twoPhase,
  type CallFrame,
  type Delivery,
  type Handlers,
  type Preparation,
} from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import { byNow, cellsOf, insertRecord, nextVersions, rowOf } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

export type RegisterParts = {
  readonly printPaper: PaperPrinter;
  readonly joinPapers: (papers: readonly Uint8Array[]) => Promise<Uint8Array>;
  readonly places: PlaceIndex;
};

type Contract = typeof registerContract;
type Print = InputOf<Contract['printBlankPapers']>;
type Answer = OutputOf<Contract['printBlankPapers']>;
type Prepared = Awaited<ReturnType<typeof prepare>>;

export async function countBlankPapers(trx: Trx): Promise<number> {
  const { count } = await tablesIn(trx)
    .selectFrom('blank_paper')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

const series = 'blank-paper';
const yearOf = (call: CallFrame) => Number(call.today.slice(0, 4));

async function prepare(call: Preparation<Trx>, input: Print, parts: RegisterParts) {
  const year = yearOf(call);
  const { first, centre } = await call.read(async (trx) => ({
    first: await peekNumber(trx, series, year),
    centre: await getCentre(trx),
  }));
  const head = { ...centreHead(centre), isPractice: centre.isPractice };
  const numbers = Array.from({ length: input.copies }, (_, copy) => contingencyNumber(year, first + copy));
  const papers: Uint8Array[] = [];
  let pages = 0;
  for (const number of numbers) {
    const printed = await parts.printPaper(blankPaper(input.kind, { centre: head, number }));
    papers.push(printed.bytes);
    pages += printed.pages;
  }
  return { bytes: await parts.joinPapers(papers), pages, numbers, first };
}

/** The numbers are taken only here; another pile printed in between makes both start again. */
async function commit(unit: Use, input: Print, prepared: Prepared): Promise<Answer> {
  const { trx } = unit;
  const batch = unit.newId();
  for (const [at, number] of prepared.numbers.entries()) {
    if ((await nextNumber(trx, series, yearOf(unit))) !== prepared.first + at) throw fail('conflict', 'number-taken');
    const id = unit.newId<'BlankPaperId'>();
    await insertRecord(unit, tablesIn, 'blank_paper', {
      id,
      number,
      kind: input.kind,
      batch_id: batch,
      state: 'unused',
      case_id: null,
      reason: null,
      ...byNow(unit, 'printed'),
      settled_by: null,
      settled_at: null,
      version: 1,
    });
  }
  unit.note({ kind: input.kind, copies: input.copies, way: input.way, first: prepared.numbers[0] ?? '' });
  const name = leavingName(['formularios', prepared.numbers[0] ?? ''], 'pdf');
  const file = unit.session.files.add(name, 'application/pdf', prepared.bytes, 'copy');
  return { numbers: [...prepared.numbers], pages: prepared.pages, file };
}

async function deliver(call: Delivery<Trx>, input: Print, output: Answer): Promise<Answer> {
  if (output.file === null) return output;
  const bytes = call.session.files.bytesOf(output.file.id);
  const { end, failure } = await deliverCopy(call, input.way, { name: output.file.name, bytes });
  await call.settle(end === 'failed' ? 'failed' : 'ok', async (unit) => {
    if (end !== 'failed') return;
    // Nobody has these papers: their numbers are spent and say so.
    for (const number of output.numbers) await settle(unit, number, voided('No salió'));
  });
  if (failure !== null) throw failure;
  return { ...output, file: end === 'handed-back' ? output.file : null };
}

const voided = (reason: string) => ({ state: 'voided' as const, reason, case_id: null });
const used = (caseId: CaseId) => ({ state: 'used' as const, reason: null, case_id: caseId });

async function settle(unit: Use, number: string, end: ReturnType<typeof voided | typeof used>): Promise<void> {
  const { id } = await rowOf(tablesIn(unit.trx), 'blank_paper', { number });
  await nextVersions(tablesIn(unit.trx), 'blank_paper', { id }, { ...end, ...byNow(unit, 'settled') });
  unit.touch('blank_paper', id);
}

/** A paper that came back belongs to a ficha within the reach of who says so; refused reads as absent. */
async function caseOf(unit: Use, number: string): Promise<CaseId> {
  const row = await findCaseByNumber(unit.trx, number);
  if (row === undefined || (await allowed(unit, 'registerForm.readA', row.id)) === null)
    throw failAt('end.caseNumber', 'No existe una ficha con ese número o no tiene acceso.', 'paper-case');
  return row.id;
}

async function settlePaper(unit: Use, { paperId, end }: InputOf<Contract['settleBlankPaper']>) {
  const row = await rowOf(tablesIn(unit.trx), 'blank_paper', { id: paperId });
  if (row.state !== 'unused') throw fail('rule-broken', 'paper-settled');
  if (end.kind === 'used' && row.kind === 'ficha') throw fail('rule-broken', 'paper-of-ficha');
  const settled = end.kind === 'voided' ? voided(end.reason) : used(await caseOf(unit, end.caseNumber));
  await settle(unit, row.number, settled);
  unit.about('blank_paper', row.id);
  unit.note({ end: end.kind });
  const [line] = await listPapers(unit, { id: row.id });
  if (line === undefined) throw fail('not-found');
  return line;
}

const listed = 500;

/** Newest number first; those that did not come back before all others. */
async function listPapers(unit: Use, only: { id: Id<'BlankPaperId'> } | null): Promise<BlankPaperLine[]> {
  let query = tablesIn(unit.trx)
    .selectFrom('blank_paper')
    .leftJoin('case_file', 'case_file.id', 'blank_paper.case_id')
    .select(['blank_paper.id', 'blank_paper.number', 'blank_paper.kind', 'blank_paper.state', 'blank_paper.reason'])
    .select([
      'blank_paper.printed_by',
      'blank_paper.printed_at',
      'blank_paper.case_id',
      'case_file.number as caseNumber',
    ])
    .orderBy((order) => order.case().when('blank_paper.state', '=', 'unused').then(0).else(1).end())
    .orderBy('blank_paper.number', 'desc')
    .limit(listed + 1);
  if (only !== null) query = query.where('blank_paper.id', '=', only.id);
  const names = await staffNames(unit.trx);
  const rows = await query.execute();
  const told = await numbersTold(unit, rows);
  return rows.map((row) => ({
    ...cellsOf(row, 'id', 'number', 'state', 'reason', 'printed_at'),
    kind: row.kind as BlankKind,
    caseNumber: told.get(row.case_id ?? '') ?? null,
    printedBy: names.get(row.printed_by) ?? '',
  }));
}

/** Numbers of the fichas that this reader may know of, by id; each is asked once. */
async function numbersTold(unit: Use, rows: readonly { case_id: CaseId | null; caseNumber: string | null }[]) {
  const told = new Map<string, string | null>();
  for (const { case_id: id, caseNumber: number } of rows) {
    if (id !== null && !told.has(id)) told.set(id, await numberFor(unit, { id, number }));
  }
  return told;
}

type BlankHandlers = Pick<Handlers<Contract, Trx>, 'listBlankPapers' | 'printBlankPapers' | 'settleBlankPaper'>;

export function blankPaperHandlers(parts: RegisterParts): BlankHandlers {
  return {
    listBlankPapers: inside(async (unit) => {
      const papers = await listPapers(unit, null);
      unit.note({ papers: papers.length });
      return { papers: papers.slice(0, listed), isCut: papers.length > listed };
    }),
    printBlankPapers: twoPhase<Contract['printBlankPapers'], Trx, Prepared>({
      prepare: (call, input) => prepare(call, input, parts),
      commit,
      deliver,
    }),
    settleBlankPaper: inside(settlePaper),
  };
}
