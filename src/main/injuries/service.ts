/** The body map of a case behind the gate. */
import { civilDateOf } from '../../shared/platform/clock.ts';
import type { InputOf } from '../../shared/platform/contract.ts';
import { spanOf, type CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import {
  injuryFields,
  injuryKept,
  injuryReasons,
  type injuriesContract,
  type InjuryForm,
  type InjuryMark,
} from '../../shared/injuries/index.ts';
import { staffNames, tellStaff } from '../access/index.ts';
import { closedCases, getCaseRow, getIncident, getPair, occurredOn } from '../intake/index.ts';
import { getPerson } from '../people/index.ts';
import { inside, type Handlers } from '../platform/gate/handler.ts';
import { byNow, cellsOf, insertRecord, rowOf, rowsOf, updateVersioned, valuesIn } from '../platform/storage/rows.ts';
import { columnsOfValues, valuesOfRow } from '../record/index.ts';
import { tablesIn, type InjuriesTables, type Trx, type Use } from './tables.ts';

type Contract = typeof injuriesContract;
type Row = InjuriesTables['injury_mark'];

function annulmentOf(row: Row, names: ReadonlyMap<string, string>): InjuryMark['annulled'] {
  const { annulled_at: at, annul_reason: reason, annul_words: words } = row;
  if (at === null || reason === null) return null;
  return { reason, words, by: names.get(row.annulled_by ?? '') ?? '', on: civilDateOf(Date.parse(at)), at };
}

/** In the order of their numbers, those annulled too. */
export async function listMarks(trx: Trx, caseId: CaseId): Promise<InjuryMark[]> {
  const names = await staffNames(trx);
  const rows = await rowsOf(tablesIn(trx), 'injury_mark', { case_id: caseId }, 'number');
  return rows.map((row) => ({
    ...valuesOfRow(injuryFields, row),
    ...cellsOf(row, 'id', 'number', 'recorded_at', 'version'),
    by: names.get(row.recorded_by) ?? '',
    annulled: annulmentOf(row, names),
  }));
}

async function list(unit: Use, { caseId }: InputOf<Contract['listInjuries']>) {
  const marks = await listMarks(unit.trx, caseId);
  unit.note({ marks: marks.length });
  return { marks, today: unit.today };
}

/** @throws rule-broken `injury-future`, `injury-before` */
async function refuseWrongDay(unit: Use, caseId: CaseId, mark: InjuryForm): Promise<void> {
  const { seenOn, event, eventOn } = mark;
  for (const [name, on] of Object.entries({ seenOn, eventOn }))
    if (on !== null && on > unit.today) throw failAt(`mark.${name}`, injuryReasons['injury-future'], 'injury-future');
  const row = await getCaseRow(unit.trx, caseId);
  const { birth } = await getPerson(unit.trx, (await getPair(unit.trx, row.pair_id)).user_id);
  const occurred = occurredOn(await getIncident(unit.trx, row.incident_id));
  const born = birth === null ? null : spanOf(birth).first;
  const happened = occurred === null ? null : spanOf(occurred).first;
  const isBefore = (on: CivilDate | null, first: CivilDate | null) => on !== null && first !== null && on < first;
  const of = event === 'ficha' ? happened : eventOn;
  if (isBefore(eventOn, born) || (event === 'later' && isBefore(eventOn, happened)))
    throw failAt('mark.eventOn', injuryReasons['injury-before'], 'injury-before');
  if (isBefore(seenOn, born) || isBefore(seenOn, of))
    throw failAt('mark.seenOn', injuryReasons['injury-before'], 'injury-before');
}

async function note(unit: Use, { caseId, mark }: InputOf<Contract['noteInjury']>) {
  const kept = injuryKept(mark);
  await refuseWrongDay(unit, caseId, kept);
  const numbers = await valuesIn(tablesIn(unit.trx), 'injury_mark.number', { case_id: caseId });
  const row: Row = {
    ...columnsOfValues(injuryFields, kept),
    ...{ id: unit.newId<'InjuryId'>(), case_id: caseId, number: Math.max(0, ...numbers) + 1, source: kept.source },
    ...byNow(unit, 'recorded'),
    ...{ annulled_by: null, annulled_at: null, annul_reason: null, annul_words: null, version: 1 },
  };
  await insertRecord(unit, tablesIn, 'injury_mark', row);
  unit.note({ number: row.number });
  return { number: row.number };
}

/** Her mark stays as she made it and says no more: she hears of it, unless the ficha was closed to her since. */
async function tellAuthor(unit: Use, row: Row): Promise<void> {
  const { session, trx } = unit;
  const { recorded_by: author, case_id: caseId, number } = row;
  if (author === session.staffId || (await closedCases(trx, author, [caseId])).has(caseId)) return;
  const by = (await staffNames(trx)).get(session.staffId) ?? '';
  const ficha = (await getCaseRow(trx, caseId)).number;
  const words = `${by} anuló su marca ${number} del mapa corporal de la ficha ${ficha}. El motivo está en «Mapa corporal».`;
  await tellStaff(unit, [author], words);
}

/** @throws rule-broken `injury-annulled`; not-found, also for a mark of another case */
async function annul(unit: Use, { caseId, injuryId, version, reason, words }: InputOf<Contract['annulInjury']>) {
  const row = await rowOf(tablesIn(unit.trx), 'injury_mark', { id: injuryId, case_id: caseId });
  if (row.annulled_at !== null) throw fail('rule-broken', 'injury-annulled');
  const annulled = { ...byNow(unit, 'annulled'), annul_reason: reason, annul_words: words };
  await updateVersioned(tablesIn(unit.trx), 'injury_mark', { id: row.id, version }, annulled);
  unit.touch('injury_mark', row.id);
  await tellAuthor(unit, row);
  unit.note({ reason });
  return {};
}

export const injuriesHandlers: Handlers<Contract, Trx> = {
  listInjuries: inside(list),
  noteInjury: inside(note),
  annulInjury: inside(annul),
};
