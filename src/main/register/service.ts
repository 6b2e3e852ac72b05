/** The sheet of a case: reading it, passing its lines, registering the case, printing it; and the list of what waits. */
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import {
  fichaNumberWords,
  lineStateOf,
  sheetPaper,
  type RegisterCase,
  type registerContract,
  type SheetProgress,
} from '../../shared/register/index.ts';
import { staffNames } from '../access/index.ts';
import { getCentre } from '../centre/index.ts';
import { fichaNumberOf, getCaseRow, getPair, isClosedTo, nameIn, type CaseRow } from '../intake/index.ts';
import { centreHead, issueDocument, listDocuments, nextNumber, peekNumber, serialNumber } from '../papers/index.ts';
import { inside, twoPhase, type CallFrame, type Handlers, type Preparation } from '../platform/gate/handler.ts';
import { blankPaperHandlers, type RegisterParts } from './blank-papers.ts';
import { registerCase } from './registration.ts';
import { dropTicks, keepTicks, listReachable, listRegistrations, listTicks } from './repository.ts';
import { readReconciliation } from './reconciliation.ts';
import { asMarks, keepCount, linesOf, markOf, openLines, progressOfCase, sheetLines, shownLines } from './sheet.ts';
import type { Trx, Use } from './tables.ts';

type Contract = typeof registerContract;
type Printed = Awaited<ReturnType<typeof prepareSheet>>;

const template = 'register-sheet@1';

async function readSheet(unit: Use, caseId: CaseId, places: PlaceIndex) {
  const { trx } = unit;
  const row = await getCaseRow(trx, caseId);
  const lines = await linesOf(trx, caseId, unit, places);
  const progress = await keepCount(trx, row, lines);
  const documents = await listDocuments(trx, caseId);
  const sheet = await sheetLines(unit, lines, caseId);
  unit.note({ lines: progress.total, done: progress.done, withheld: sheet.filter((line) => line.isWithheld).length });
  return {
    number: row.number,
    fichaNumber: fichaNumberOf(row),
    lines: sheet,
    progress,
    registrations: await listRegistrations(trx, caseId),
    documents: documents.filter(({ kind }) => kind === 'register-sheet'),
  };
}

async function passLines(unit: Use, input: InputOf<Contract['passRegisterLines']>, places: PlaceIndex) {
  const { caseId, lines: passed } = input;
  const { trx } = unit;
  const row = await getCaseRow(trx, caseId);
  const lines = await linesOf(trx, caseId, unit, places);
  const known = new Map((await openLines(unit, lines, caseId)).map((line) => [line.id, line]));
  if (passed.some(({ id }) => !known.has(id))) throw fail('invalid', 'line-unknown');
  const [kept, dropped] = [passed.filter(({ isPassed }) => isPassed), passed.filter(({ isPassed }) => !isPassed)];
  const ticks = kept.map(({ id: line, mark }) => ({ line, mark }));
  await keepTicks(unit, caseId, ticks);
  const lifted = dropped.map(({ id }) => id);
  await dropTicks(trx, caseId, lifted);
  const progress = await keepCount(trx, row, lines);
  const marks = asMarks(await listTicks(trx, caseId));
  const me = (await staffNames(trx)).get(unit.session.staffId) ?? '';
  return {
    progress,
    lines: passed.map(({ id, isPassed }) => {
      const line = known.get(id);
      const state = line === undefined ? 'todo' : lineStateOf(id, markOf(line), marks);
      return { id, state, passedBy: isPassed ? me : null };
    }),
  };
}

/** More than this are said to be cut: the ones never registered come first. */
const listed = 300;

async function listWaiting(unit: Use, places: PlaceIndex): Promise<OutputOf<Contract['listToRegister']>> {
  const now = { instant: unit.now, today: unit.today };
  const rows = await listReachable(unit.trx, unit.session, now, listed + 1);
  const cases: RegisterCase[] = [];
  for (const row of rows.slice(0, listed)) {
    if (await isClosedTo(unit.trx, row, unit.session.staffId)) continue;
    const progress = await progressOfCase(unit, row, places);
    if (progress.state !== 'registered') cases.push(await lineOf(unit, row, progress));
  }
  unit.note({ cases: cases.length });
  return { cases, isCut: rows.length > listed };
}

async function lineOf(unit: Use, row: CaseRow & { registered_on: CivilDate | null }, progress: SheetProgress) {
  const pair = await getPair(unit.trx, row.pair_id);
  return {
    caseId: row.id,
    number: row.number,
    fichaNumber: fichaNumberOf(row),
    userName: await nameIn(unit.trx, unit, { caseId: row.id, personId: pair.user_id }),
    admittedOn: row.admitted_on,
    progress,
    registeredOn: row.registered_on,
  };
}

const yearOf = (call: CallFrame) => Number(call.today.slice(0, 4));
const numberOf = (call: CallFrame, sequence: number) => serialNumber('register-sheet', yearOf(call), sequence);

async function composeSheet(unit: Pick<Use, 'trx'>, caseId: CaseId, call: CallFrame, places: PlaceIndex) {
  const { trx } = unit;
  const row = await getCaseRow(trx, caseId);
  const lines = await linesOf(trx, caseId, call, places);
  const stamp = JSON.stringify([row.version, lines.map(markOf)]);
  const centre = await getCentre(trx);
  const sequence = await peekNumber(trx, 'register-sheet', yearOf(call));
  return { row, lines, stamp, centre, sequence };
}

async function prepareSheet(
  call: Preparation<Trx>,
  { caseId }: { caseId: CaseId },
  { printPaper, places }: RegisterParts,
) {
  const found = await call.read((trx) => composeSheet({ trx }, caseId, call, places));
  const official = fichaNumberOf(found.row);
  const paper = sheetPaper(shownLines(found.lines), {
    caseNumber: found.row.number,
    fichaNumber: official === null ? null : fichaNumberWords(official),
    number: numberOf(call, found.sequence),
    letterhead: centreHead(found.centre).letterhead,
    isPractice: found.centre.isPractice,
  });
  return { ...(await printPaper(paper)), stamp: found.stamp, sequence: found.sequence };
}

async function commitSheet(unit: Use, { caseId }: { caseId: CaseId }, prepared: Printed, places: PlaceIndex) {
  const { stamp } = await composeSheet(unit, caseId, unit, places);
  if (stamp !== prepared.stamp) throw fail('conflict');
  if ((await nextNumber(unit.trx, 'register-sheet', yearOf(unit))) !== prepared.sequence) {
    throw fail('conflict', 'number-taken');
  }
  const document = await issueDocument(unit, {
    caseId,
    kind: 'register-sheet',
    number: `Hoja · ${numberOf(unit, prepared.sequence)}`,
    title: 'Hoja para el registro central',
    template,
    bytes: prepared.bytes,
    pages: prepared.pages,
    missingReason: null,
  });
  return { document };
}

export function registerHandlers(parts: RegisterParts): Handlers<Contract, Trx> {
  const { places } = parts;
  return {
    getRegisterSheet: inside((unit, { caseId }) => readSheet(unit, caseId, places)),
    passRegisterLines: inside((unit, input) => passLines(unit, input, places)),
    registerCase: inside((unit, input) => registerCase(unit, input, places)),
    listToRegister: inside((unit) => listWaiting(unit, places)),
    readReconciliation: inside((unit, { month }) => readReconciliation(unit, month, places)),
    issueRegisterSheet: twoPhase<Contract['issueRegisterSheet'], Trx, Printed>({
      prepare: (call, input) => prepareSheet(call, input, parts),
      commit: (unit, input, prepared) => commitSheet(unit, input, prepared, places),
    }),
    ...blankPaperHandlers(parts),
  };
}
