/** «Tablas»: one table, the list behind a figure, the changes since a closing, and the files for the centre alone. */
import type { Centre } from '../../../shared/centre/index.ts';
import { placeLabel, type PlaceIndex } from '../../../shared/people/index.ts';
import type { InputOf } from '../../../shared/platform/contract.ts';
import type { LeavingName } from '../../../shared/platform/file-names.ts';
import { fail } from '../../../shared/platform/failures.ts';
import type { CaseId } from '../../../shared/platform/ids.ts';
import { isPreventionSheet } from '../../../shared/prevention/index.ts';
import { codedColumns } from '../../../shared/register/index.ts';
import {
  asTable,
  internalFileName,
  internalPaper,
  internalRules,
  qualityTable,
  type internalContract,
  type InternalTable,
} from '../../../shared/reports/index.ts';
import type { StaffId } from '../../../shared/platform/ids.ts';
import { getCentre } from '../../centre/index.ts';
import { allowed } from '../../intake/index.ts';
import {
  centreHead,
  commitWorking,
  deliverWorking,
  prepareWorking,
  type ReadyPaper,
  type WorkingParts,
} from '../../papers/index.ts';
import { preventionTables } from '../../prevention/index.ts';
import { inside, twoPhase, type Handlers, type Preparation } from '../../platform/gate/handler.ts';
import { internalXlsx } from '../files/index.ts';
import { mediaTypes } from '../month-files.ts';
import { parseMonth } from '../repository.ts';
import { qualityOf } from '../quality.ts';
import type { Trx, Use } from '../tables.ts';
import { monthChanges } from './frozen.ts';
import { daysOf, spanOfPeriod } from './population.ts';
import { makeOne, makeTables, refuseFuture, type Ask, type Made } from './tables.ts';

type Contract = typeof internalContract;
export type InternalParts = WorkingParts & { readonly places: PlaceIndex };

async function readTable(unit: Use, input: InputOf<Contract['readInternalTable']>, places: PlaceIndex) {
  refuseFuture(input, unit.today);
  const reader = unit.session.staffId;
  unit.note({ period: input.period, table: input.table });
  if (isPreventionSheet(input.table)) {
    const tables = await preventionOf(unit.trx, input.period, { reader, places });
    const table = tables.find(({ key }) => key === input.table);
    if (table === undefined) throw fail('not-found');
    return { table, cases: 0 };
  }
  const made = await makeOne(unit.trx, { ...input, reader }, places);
  return { table: asTable(made), cases: made.things.length };
}

/** Rows of the permission table without which nobody is told whose figure it is. */
function guardsOf(made: Made, row: number, column: number): string[] {
  if (made.rule.over === 'acts') return [made.rule.key === 'T14' ? 'legalFile.read' : 'attention.read'];
  const crossing = made.columns[column - (made.rule.bare === true ? 0 : 2)];
  const lines = [made.rows[row], crossing].filter((line) => line !== undefined);
  return lines.flatMap((line) => codedColumns.get(line.column)?.guard ?? []);
}

/** Cases of these of which that may be read; what is closed to her is not among them. */
async function openTo(unit: Use, ids: readonly CaseId[], guards: readonly string[]): Promise<ReadonlySet<CaseId>> {
  const open = new Set<CaseId>();
  for (const id of new Set(ids)) {
    let mayAll = true;
    for (const guard of guards) mayAll = mayAll && (await allowed(unit, guard, id)) !== null;
    if (mayAll) open.add(id);
  }
  return open;
}

async function listFigure(unit: Use, input: InputOf<Contract['listFigure']>, places: PlaceIndex) {
  refuseFuture(input, unit.today);
  const made = await makeOne(unit.trx, { ...input, reader: unit.session.staffId }, places);
  const figure = made.counted.rows[input.row]?.figures[input.column];
  if (figure?.kind !== 'count') throw fail('not-found');
  const things = figure.of.flatMap((at) => made.things[at] ?? []);
  const guards = guardsOf(made, input.row, input.column);
  const ids = things.map(({ caseId }) => caseId);
  const open = await openTo(unit, ids, guards);
  unit.note({ period: input.period, table: input.table, listed: things.length });
  return {
    things: things.map(({ caseId, number, on }) =>
      open.has(caseId) ? { caseId, number, on } : { caseId: null, number: null, on: null },
    ),
  };
}

type Asked = Ask & { readonly table: string | null };

/** T18 of a month or a year, districts by their name. */
async function preventionOf(
  trx: Trx,
  period: string,
  { reader, places }: { readonly reader: StaffId | null; readonly places: PlaceIndex },
): Promise<InternalTable[]> {
  const { from, to } = daysOf(spanOfPeriod(period));
  const tables = await preventionTables(trx, from, to, { reader, placeName: (code) => placeLabel(places, code) });
  return tables.map(({ sheet, title, grouping, columns, rows }) => ({
    ...{ key: sheet, title, groupings: grouping === null ? [] : [grouping], notes: [] },
    columns: columns.map((column) => ({ ...column })),
    rows: rows.map((row) => ({ ...row, cells: [...row.cells] })),
  }));
}

/** Every table of a period, T1 to T18, for a file that is no reader's. */
export async function exactTables(trx: Trx, period: string, places: PlaceIndex): Promise<InternalTable[]> {
  const ask = { period, grouping: null, reader: null };
  const made = await makeTables(trx, ask, { rules: internalRules, places, as: asTable });
  return [...made, ...(await preventionOf(trx, period, { reader: null, places }))];
}

/** One table, or every one of the period: with those of prevention, and in a month what its fichas lack. */
async function readAll(call: Preparation<Trx>, asked: Asked, { places }: InternalParts) {
  refuseFuture(asked, call.today);
  return call.read(async (trx) => {
    const centre = await getCentre(trx);
    const rules = internalRules.filter(({ key }) => asked.table === null || key === asked.table);
    const ask = { ...asked, reader: call.session.staffId };
    const tables = await makeTables(trx, ask, { rules, places, as: asTable });
    const reader = { staffId: call.session.staffId, now: call.now };
    const ofPrevention = () => preventionOf(trx, asked.period, { reader: reader.staffId, places });
    if (asked.table !== null && isPreventionSheet(asked.table))
      return { centre, tables: (await ofPrevention()).filter(({ key }) => key === asked.table) };
    if (asked.table !== null) return { centre, tables };
    const month = parseMonth(asked.period);
    const lacking = month === null ? [] : [qualityTable((await qualityOf(trx, month, reader)).quality)];
    return { centre, tables: [...tables, ...(await ofPrevention()), ...lacking] };
  });
}

const headOf = (centre: Centre) => ({
  ...{ letterhead: centreHead(centre).letterhead, centreName: centre.name, practice: centre.isPractice },
});

async function paperOf(call: Preparation<Trx>, asked: Asked, parts: InternalParts) {
  const { centre, tables } = await readAll(call, asked, parts);
  const fileName = internalFileName(centre.code, asked.period, 'pdf');
  return { paper: internalPaper(tables, asked.period, headOf(centre)), fileName };
}

type Printed = { readonly bytes: Uint8Array; readonly pages: number; readonly fileName: LeavingName };
type Sheet = { readonly centre: Centre; readonly bytes: Uint8Array };

export function internalHandlers(parts: InternalParts): Handlers<Contract, Trx> {
  const { places } = parts;
  return {
    readInternalTable: inside((unit, input) => readTable(unit, input, places)),
    listFigure: inside((unit, input) => listFigure(unit, input, places)),
    readMonthChanges: inside((unit, { month }) => monthChanges(unit, month)),
    makeInternalFile: twoPhase<Contract['makeInternalFile'], Trx, Sheet>({
      prepare: async (call, input) => {
        const { centre, tables } = await readAll(call, { ...input, table: null }, parts);
        return { centre, bytes: await internalXlsx(tables, { ...headOf(centre), period: input.period }) };
      },
      commit: (unit, { period }, { centre, bytes }) => {
        unit.note({ period });
        const name = internalFileName(centre.code, period, 'xlsx');
        return Promise.resolve({
          file: unit.session.files.add(name, mediaTypes.xlsx, bytes, { kind: 'month-export' }),
        });
      },
    }),
    internalPaper: twoPhase<Contract['internalPaper'], Trx, Printed>({
      prepare: async (call, input) => {
        const { paper, fileName } = await paperOf(call, input, parts);
        return { ...(await parts.printPaper(paper)), fileName };
      },
      commit: (unit, { period }, { bytes, pages, fileName }) => {
        unit.note({ period, pages });
        const file = unit.session.files.add(fileName, mediaTypes.pdf, bytes, 'shown');
        return Promise.resolve({ file, pages });
      },
    }),
    releaseInternalPaper: twoPhase<Contract['releaseInternalPaper'], Trx, ReadyPaper>({
      prepare: async (call, input) => {
        const about = { kind: 'monthly-report', template: 'internal-tables@1' } as const;
        return prepareWorking(call, input, { ...about, ...(await paperOf(call, input, parts)) }, parts);
      },
      commit: (unit, input, ready) => commitWorking(unit, null, input, ready),
      deliver: (call, { way }, output, ready) => deliverWorking(call, { output, ready, way }),
    }),
  };
}
