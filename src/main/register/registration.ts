/** «Registrada (N.º, fecha)»: the first registration of a case, and its corrections. */
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { linesToType, type registerContract, type RegisterLine } from '../../shared/register/index.ts';
import { fichaNumberOf, getCaseRow, requireFreeFichaNumber, updateCase, type CaseRow } from '../intake/index.ts';
import { keepTicks, listRegistrationRows, listRegistrations, listTicks, type RegistrationRow } from './repository.ts';
import { asMarks, keepCount, linesOf, markOf, openLines, type ReadLine } from './sheet.ts';
import { byNow, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

type Contract = typeof registerContract;
type Form = InputOf<Contract['registerCase']>['form'];

function requireDate(unit: Use, row: CaseRow, form: Form): void {
  const message =
    form.registeredOn > unit.today
      ? 'La fecha de registro no puede ser futura.'
      : form.registeredOn < row.admitted_on
        ? 'La fecha de registro no puede ser anterior al ingreso de la ficha.'
        : null;
  if (message !== null) throw failAt('form.registeredOn', message, 'registration-date');
}

/** A number or a date that stands already is changed with a reason, and never for the same again. */
function requireReason(row: CaseRow, last: RegistrationRow | undefined, form: Form): void {
  const now = fichaNumberOf(row);
  const isSameNumber = JSON.stringify(now) === JSON.stringify(form.fichaNumber);
  if (last !== undefined && isSameNumber && last.registered_on === form.registeredOn) {
    const message = 'El número y la fecha ya son esos. No hay nada que corregir.';
    throw failAt('form.fichaNumber', message, 'registration-same');
  }
  const corrects = last !== undefined || (now !== null && !isSameNumber);
  if (corrects && form.reason === null) {
    throw failAt('form.reason', 'Para corregir el número o la fecha, elija un motivo.', 'registration-reason');
  }
}

export async function registerCase(
  unit: Use,
  { caseId, form, lines: seen }: InputOf<Contract['registerCase']>,
  places: PlaceIndex,
): Promise<OutputOf<Contract['registerCase']>> {
  const { trx } = unit;
  const row = await getCaseRow(trx, caseId);
  const [last] = await listRegistrationRows(trx, caseId);
  const { numeric, year } = form.fichaNumber;
  const alphabetic = form.fichaNumber.alphabetic?.toUpperCase() ?? null;
  await requireFreeFichaNumber(unit, form.fichaNumber, { caseId, path: 'form.fichaNumber' });
  requireDate(unit, row, form);
  requireReason(row, last, { ...form, fichaNumber: { numeric, alphabetic, year } });
  const columns = { ficha_numeric: numeric, ficha_alphabetic: alphabetic, ficha_year: year };
  await updateCase(unit, row, columns);
  const id = unit.newId();
  await insertRecord(unit, tablesIn, 'central_registration', {
    id,
    case_id: caseId,
    ...columns,
    registered_on: form.registeredOn,
    reason: form.reason,
    ...byNow(unit, 'recorded'),
    version: (last?.version ?? 0) + 1,
  });
  unit.note({ isCorrection: last !== undefined });
  const lines = await linesOf(trx, caseId, unit, places);
  await passSeen(unit, { caseId, lines }, seen);
  const progress = await keepCount(trx, await getCaseRow(trx, caseId), lines);
  return { registrations: await listRegistrations(trx, caseId), progress };
}

type Seen = InputOf<Contract['registerCase']>['lines'];
type Sheet = { readonly caseId: CaseId; readonly lines: readonly ReadLine[] };

/**
 * Registered says that what stood on the sheet was typed in, also the lines nobody ticked one by one. Only what is
 * still as it was seen there, and what its reader may read: nobody typed the rest.
 */
async function passSeen(unit: Use, { caseId, lines }: Sheet, seen: Seen): Promise<void> {
  const marks = new Map(seen.map(({ id, mark }) => [id, mark]));
  const ticks = asMarks(await listTicks(unit.trx, caseId));
  const open = linesToType(await openLines(unit, lines, caseId), ticks);
  const isPassedNow = (line: RegisterLine) => {
    const mark = markOf(line);
    return marks.get(line.id) === mark && ticks.get(line.id) !== mark;
  };
  const passed = open.filter(isPassedNow).map((line) => ({ line: line.id, mark: markOf(line) }));
  await keepTicks(unit, caseId, passed);
}
