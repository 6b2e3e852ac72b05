/** Hearings: saving, ending, and who could not be at two of them. */
import { overlapOf, type Clash, type HearingForm, type proceedingsContract } from '../../shared/proceedings/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId, Id } from '../../shared/platform/ids.ts';
import { staffNames } from '../access/index.ts';
import { allowed, caseHeading, deleteDraftsOf, forgetTyped } from '../intake/index.ts';
import { hearingColumns, hearingOf, listScheduled } from './hearing-repository.ts';
import { readTravel } from './law.ts';
import { insertRow, rowOf, updateVersioned, byNow } from '../platform/storage/rows.ts';
import { tablesIn, type Use } from './tables.ts';

type Contract = typeof proceedingsContract;

const goersOf = ({ attendsId, substituteId }: HearingForm) => [attendsId, substituteId].filter((id) => id !== null);

export async function findClashes(unit: Use, { hearingId, hearing }: InputOf<Contract['findClashes']>) {
  const rule = await readTravel(unit.trx, hearing.on);
  const names = await staffNames(unit.trx);
  const clashes: Clash[] = [];
  for (const row of await listScheduled(unit.trx, hearing.on, hearing.on)) {
    if (row.id === hearingId) continue;
    const other = hearingOf(row);
    const kind = overlapOf(hearing, other, rule);
    const person = goersOf(hearing).find((id) => goersOf(other).includes(id));
    if (kind === null || person === undefined) continue;
    const isKnown = (await allowed(unit, 'legalFile.read', row.case_id)) !== null;
    const number = isKnown ? (await caseHeading(unit.trx, unit, row.case_id)).number : null;
    clashes.push({ kind, time: other.time, person: names.get(person) ?? '', number });
  }
  return { clashes };
}

export async function saveHearing(
  unit: Use,
  { caseId, hearingId, version, hearing }: InputOf<Contract['saveHearing']>,
): Promise<OutputOf<Contract['saveHearing']>> {
  const id = hearingId ?? unit.newId();
  if (hearingId === null) {
    await insertRow(tablesIn(unit.trx), 'hearing', {
      ...hearingColumns(hearing),
      id,
      case_id: caseId,
      state: 'scheduled',
      result: null,
      ...byNow(unit, 'recorded'),
      version: 1,
    });
  } else {
    await changeable(unit, caseId, hearingId);
    await updateVersioned(tablesIn(unit.trx), 'hearing', { id, version: version ?? 0 }, hearingColumns(hearing));
  }
  unit.touch('hearing', id);
  await forgetTyped(unit, hearingId === null ? 'hearing' : `hearing-${id}`, caseId);
  unit.note({ kind: hearing.kind, mode: hearing.mode });
  return { hearingId: id };
}

/** @throws rule-broken `hearing-closed` */
async function changeable(unit: Use, caseId: CaseId, hearingId: Id<'HearingId'>): Promise<void> {
  const { state } = await rowOf(tablesIn(unit.trx), 'hearing', { id: hearingId, case_id: caseId });
  if (state !== 'scheduled') throw fail('rule-broken', 'hearing-closed');
}

export async function endHearing(unit: Use, { caseId, hearingId, version, end }: InputOf<Contract['endHearing']>) {
  await changeable(unit, caseId, hearingId);
  const { state, result } = end;
  await updateVersioned(tablesIn(unit.trx), 'hearing', { id: hearingId, version }, { state, result });
  unit.touch('hearing', hearingId);
  // Nobody can open the form again in which a change of it was being typed.
  await deleteDraftsOf(unit.trx, { form: `hearing-${hearingId}`, caseId });
  unit.note({ end: end.state });
  return {};
}
