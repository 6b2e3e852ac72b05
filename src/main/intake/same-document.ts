/** Two fichas opened on one day for one document: mostly one woman whom two desks wrote down. */
import type { CaseId } from '../../shared/platform/ids.ts';
import { raiseAlert } from '../alerts/index.ts';
import { personsOfDocument } from '../people/index.ts';
import { among } from '../platform/storage/among.ts';
import type { CaseRow } from './case-repository.ts';
import { tablesIn, type Use } from './tables.ts';

/** Tells both teams. A reserved ficha takes no part: its number is nobody else's to know. */
export async function tellSameDocument(unit: Use, row: CaseRow, userId: string): Promise<void> {
  if (row.state !== 'draft' || row.is_sealed === 1) return;
  const persons = [userId, ...(await personsOfDocument(unit.trx, userId))];
  const others = await tablesIn(unit.trx)
    .selectFrom('case_file')
    .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
    .select(['case_file.id', 'case_file.number'])
    .where('case_pair.user_id', 'in', among(persons))
    .where('case_file.id', '!=', row.id)
    .where('case_file.incident_id', '!=', row.incident_id)
    .where('case_file.state', '=', 'draft')
    .where('case_file.is_sealed', '=', 0)
    .where('case_file.admitted_on', '=', row.admitted_on)
    .where('case_file.annulled_at', 'is', null)
    .execute();
  for (const other of others) {
    const tell = (caseId: CaseId, number: string) =>
      raiseAlert(unit, { caseId, kind: 'sameDocumentToday', note: `Ficha ${number}` });
    await tell(row.id, other.number);
    await tell(other.id, row.number);
  }
}
