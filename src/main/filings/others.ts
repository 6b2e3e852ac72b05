/** Persons of other fichas of the same event that a writ names as well (D10), and the writ it corrects. */
import type { FilingFacts } from '../../shared/filings/index.ts';
import { paperName } from '../../shared/people/index.ts';
import { civilDateOf } from '../../shared/platform/clock.ts';
import { fail } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { allowed } from '../intake/index.ts';
import { ageOn, documentOf, readCaseRecord, type CaseRecord } from '../papers/index.ts';
import type { CallFrame, Unit } from '../platform/gate/handler.ts';
import { accusedIdentity, bondWords, type FactContext } from './facts.ts';
import { getIssuedFiling } from './presenting-repository.ts';
import type { Trx } from './tables.ts';

/** Fichas linked to a writ. @throws not-found for one of another event: the same as for one that does not exist */
export async function linkedRecords(
  trx: Trx,
  record: CaseRecord,
  linked: readonly CaseId[],
  call: CallFrame,
): Promise<CaseRecord[]> {
  const records: CaseRecord[] = [];
  for (const id of linked) {
    const other = await readCaseRecord(trx, id, call);
    if (other.row.incident_id !== record.row.incident_id || other.row.id === record.row.id) throw fail('not-found');
    records.push(other);
  }
  return records;
}

/** Who of the linked fichas is named besides the pair of this one. */
export function otherPersons(record: CaseRecord, linked: readonly CaseRecord[], context: FactContext) {
  const victims = new Map<string, FilingFacts['otherVictims'][number]>();
  const accused = new Map<string, FilingFacts['otherAccused'][number]>();
  for (const other of linked) {
    // By the person, never by the name: mother and daughter may be called alike, and nobody is left out of a writ for it.
    if (other.userId !== record.userId) {
      const names = paperName(other.user);
      victims.set(other.userId, { names, document: documentOf(other.user), age: ageOn(other, context.today) });
    }
    const accusedNames = paperName(other.aggressor);
    const isUnknownHere = accusedNames === null && paperName(record.aggressor) === null;
    if (other.aggressorId !== record.aggressorId && !isUnknownHere)
      // Her home is in reserve in the writ of another ficha (`privacyOf`), and so is his where it is hers.
      accused.set(other.aggressorId, {
        names: accusedNames,
        // What he is to another woman is not what he is to her.
        bond: other.userId === record.userId ? bondWords(other) : null,
        ...accusedIdentity(other, true, context),
      });
  }
  return { otherVictims: [...victims.values()], otherAccused: [...accused.values()] };
}

/** A linked ficha that this person may not read is refused as if it did not exist. */
export async function refuseHidden(unit: Unit<Trx>, linked: readonly CaseId[]): Promise<void> {
  for (const id of linked) {
    if ((await allowed(unit, 'registerForm.readA', id)) === null) throw fail('not-found');
  }
}

/** @throws not-found when the corrected writ is not an issued one of this case */
export async function correctedWrit(trx: Trx, caseId: CaseId, id: string | null): Promise<FilingFacts['corrected']> {
  if (id === null) return null;
  const row = await getIssuedFiling(trx, caseId, id);
  const number = row.number.split(' · ').at(-1) ?? row.number;
  return { writNumber: row.writ_number, number, on: civilDateOf(Date.parse(row.issued_at)) };
}
