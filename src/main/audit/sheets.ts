/** Weekly sheets: printed with the head of the chain, signed by two people by hand, their code typed back. */
import {
  normalCode,
  sheetLateAfterDays,
  weekOf,
  weeklySheet,
  type auditContract,
  type SheetFacts,
  type WitnessSheet,
} from '../../shared/audit/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { leavingName, type LeavingName } from '../../shared/platform/file-names.ts';
import type { Instant, CivilDate } from '../../shared/platform/dates.ts';
import { fail } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import { getCentre } from '../centre/index.ts';
import {
  inside,
  twoPhase,
  type CallFrame,
  type Handlers,
  type Preparation,
  type Unit,
} from '../platform/gate/handler.ts';
import type { PaperPrinter } from '../platform/paper/index.ts';
import { sealWords } from '../platform/storage/witness.ts';
import {
  byNow,
  cellsOf,
  changeRecord,
  findRow,
  firstRows,
  insertRecord,
  rowOf,
  rowsOf,
  something,
  valueIn,
  valuesIn,
} from '../platform/storage/rows.ts';
import type { SegmentKeys } from './segment-keys.ts';
import { sheetFacts } from './sheet-facts.ts';
import { tablesIn, type Trx, type AuditTables } from './tables.ts';

type Contract = typeof auditContract;
type Use = Unit<Trx>;
type Row = AuditTables['witness_sheet'];

/** Hands a paper to the printer or a folder, as copies leave. */
export type SendPaper = (
  call: CallFrame,
  way: 'save' | 'print',
  file: { readonly name: LeavingName; readonly bytes: Uint8Array },
) => Promise<{ readonly end: 'written' | 'handed-back' | 'failed'; readonly failure: Error | null }>;

export type SheetParts = {
  readonly printPaper: PaperPrinter;
  readonly sendPaper: SendPaper;
  readonly segments: SegmentKeys;
  /** Newest verified copy outside the data folder; null while there is none. */
  readonly lastCopyAt: () => Instant | null;
};

/** Sheets of a year on screen. */
const listed = 60;
const dayMs = 24 * 60 * 60 * 1000;

function toSheet(row: Row, names: ReadonlyMap<string, string>): WitnessSheet {
  return {
    ...cellsOf(row, 'id', 'number', 'week', 'seq', 'printed_at', 'signed_at'),
    printedBy: names.get(row.printed_by) ?? '',
    signedBy: row.signed_by === null ? null : (names.get(row.signed_by) ?? ''),
  };
}

/** Every sheet of the audit, oldest first. */
export async function witnessSheets(trx: Trx): Promise<Pick<Row, 'number' | 'printed_at' | 'signed_at'>[]> {
  return rowsOf(tablesIn(trx), 'witness_sheet', {}, 'seq');
}

/** Whole days since what the newest signed sheet saw; since the founding where none was signed. */
async function daysSinceSigned(trx: Trx, now: Instant): Promise<number> {
  const signed = await findRow(tablesIn(trx), 'witness_sheet', { signed_at: something }, 'seq desc');
  const at = signed?.printed_at ?? (await valueIn(tablesIn(trx), 'audit_entry.utc', { seq: 1 }));
  return at === undefined ? 0 : Math.max(0, Math.floor((Date.parse(now) - Date.parse(at)) / dayMs));
}

async function stateOf(unit: Use, { segments }: SheetParts): Promise<OutputOf<Contract['getWitnessState']>> {
  const { trx, now } = unit;
  const names = await staffNames(trx);
  const rows = await firstRows(tablesIn(trx), 'witness_sheet', {}, { most: listed, order: ['seq desc'] });
  const days = await daysSinceSigned(trx, now);
  return {
    segment: await segments.state(trx),
    sheets: rows.map((row) => toSheet(row, names)),
    days,
    isLate: days > sheetLateAfterDays,
  };
}

async function nextSheetNumber(trx: Trx, today: CivilDate): Promise<string> {
  const prefix = `HS-${today.slice(0, 4)}-`;
  const numbers = await valuesIn(tablesIn(trx), 'witness_sheet.number', {}, 'number desc');
  const last = numbers.find((number) => number.startsWith(prefix));
  return `${prefix}${String(Number(last?.slice(prefix.length) ?? '0') + 1).padStart(4, '0')}`;
}

type Ready = { readonly facts: SheetFacts; readonly bytes: Uint8Array };

async function prepare(call: Preparation<Trx>, { printPaper, lastCopyAt }: SheetParts): Promise<Ready> {
  const { facts, centre } = await call.read(async (trx) => {
    const printedBy = (await staffNames(trx)).get(call.session.staffId) ?? '';
    const number = await nextSheetNumber(trx, call.today);
    const asked = { number, now: call.now, printedBy, lastCopyAt: lastCopyAt() };
    return { facts: await sheetFacts(trx, asked), centre: await getCentre(trx) };
  });
  return { facts, bytes: (await printPaper(weeklySheet(centre, facts))).bytes };
}

const fileNameOf = (number: string) => leavingName(['hoja semanal', number], 'pdf');

async function commitSheet(unit: Use, { facts, bytes }: Ready): Promise<OutputOf<Contract['printWitnessSheet']>> {
  const { number, head } = facts;
  // Another sheet left meanwhile: this one would carry its number.
  if ((await nextSheetNumber(unit.trx, unit.today)) !== number) throw fail('conflict', 'number-taken');
  const row: Row = {
    id: unit.newId(),
    number,
    week: weekOf(unit.today),
    seq: head.seq,
    code: head.code,
    ...byNow(unit, 'printed'),
    signed_by: null,
    signed_at: null,
    version: 1,
  };
  await insertRecord(unit, tablesIn, 'witness_sheet', row);
  unit.note({ sheet: number, seq: head.seq });
  const file = unit.session.files.add(fileNameOf(number), 'application/pdf', bytes, 'copy');
  return { sheet: toSheet(row, await staffNames(unit.trx)), file };
}

/** Ten characters of an entry as the record has it now; null when it has none of that number. */
async function codeNow(trx: Trx, seq: number): Promise<string | null> {
  const hash = await valueIn(tablesIn(trx), 'audit_entry.hash', { seq });
  return hash === undefined ? null : sealWords(hash);
}

/**
 * @throws rule-broken `sheet-signed`; rule-broken `sheet-code-differs` for another code than the sheet's; damaged
 *   `witness-differs` when the chain, or the row of the sheet, is not what the paper says any more
 */
async function sign(unit: Use, { sheetId, code }: InputOf<Contract['signWitnessSheet']>): Promise<WitnessSheet> {
  const { trx } = unit;
  const row = await rowOf(tablesIn(trx), 'witness_sheet', { id: sheetId });
  if (row.signed_at !== null) throw fail('rule-broken', 'sheet-signed');
  const typed = normalCode(code);
  const now = await codeNow(trx, row.seq);
  if (row.code !== now) throw fail('damaged', 'witness-differs');
  if (typed !== row.code) throw fail('rule-broken', 'sheet-code-differs');
  const signed = byNow(unit, 'signed');
  await changeRecord(unit, tablesIn, 'witness_sheet', { id: row.id, version: row.version, ...signed });
  unit.note({ sheet: row.number, seq: row.seq });
  return toSheet({ ...row, ...signed }, await staffNames(trx));
}

type Handled = 'getWitnessState' | 'printWitnessSheet' | 'signWitnessSheet';

export function sheetHandlers(parts: SheetParts): Pick<Handlers<Contract, Trx>, Handled> {
  return {
    getWitnessState: inside((unit) => stateOf(unit, parts)),
    printWitnessSheet: twoPhase<Contract['printWitnessSheet'], Trx, Ready>({
      prepare: (call) => prepare(call, parts),
      commit: (unit, _input, ready) => commitSheet(unit, ready),
      deliver: async (call, { way }, output, { facts, bytes }) => {
        const { end, failure } = await parts.sendPaper(call, way, { name: fileNameOf(facts.number), bytes });
        if (failure !== null) throw failure;
        return { ...output, file: end === 'handed-back' ? output.file : null };
      },
    }),
    signWitnessSheet: inside(sign),
  };
}
