/** What the cover of an annex may say: whoever reads the writ reads it too, so it is checked as the writ was. */
import { namedChildren, sealedInSheet, standingNames } from '../../shared/filings/index.ts';
import { findSchools, findWithheld, minorWords } from '../../shared/papers/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { readCaseRecord, type CaseRecord } from '../papers/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { filingFacts } from './facts.ts';
import { alone, filingRecord } from './gather.ts';
import { otherPersons } from './others.ts';
import type { IssuedFiling } from './presenting-repository.ts';
import { privacyOf } from './private-persons.ts';
import { tablesIn, type Trx } from './tables.ts';
import { parsed, valueIn } from '../platform/storage/rows.ts';

/** What the sealed envelope of the writ says; nothing where none went with it. */
async function envelopeOf(trx: Trx, caseId: CaseId, { number }: IssuedFiling) {
  const paper = await valueIn(tablesIn(trx), 'issued_document.paper', {
    case_id: caseId,
    kind: 'reserved-sheet',
    number: `Anexo reservado · ${number.split(' · ').at(-1) ?? number}-R`,
  });
  return paper === undefined || paper === null ? { persons: [], others: [] } : sealedInSheet(parsed(paper));
}

/**
 * Whether a title holds what the writ keeps to itself: a place or telephone under reserve (S1, S3), the name of whoever
 * stands by initials (S5, S6), whoever is named in the sealed envelope alone.
 */
export async function titleCheck(
  trx: Trx,
  { caseId, filing }: { readonly caseId: CaseId; readonly filing: IssuedFiling },
  call: CallFrame,
  places: PlaceIndex,
): Promise<(title: string) => boolean> {
  const kind = filing.kind;
  const options = { ...alone, ...parsed(filing.options) };
  const record = await filingRecord(trx, caseId, call);
  const linked: CaseRecord[] = [];
  for (const id of options.linked) linked.push(await readCaseRecord(trx, id, call));
  const context = { today: call.today, places };
  const facts = { ...filingFacts(record, context), ...otherPersons(record, linked, context) };
  const envelope = await envelopeOf(trx, caseId, filing);
  // Nobody chose to say on a cover where she lives, whether or not the writ may.
  // Whoever opens the bundle reads covers first: a child is named in the demand alone.
  const asked = { kind, options: { ...options, lists: {} }, isReserved: true };
  const { withheld, persons } = await privacyOf(trx, { record, linked }, asked, call.today);
  const children = namedChildren(kind, options).map((names) => ({ who: minorWords, names: [names], isMinor: true }));
  const hidden = [...persons, ...children, ...envelope.persons];
  const kept = [...withheld, ...hidden, ...envelope.others];
  const find = findWithheld(kept, standingNames(facts, kind, asked.options));
  const hidesSchools = hidden.some(({ isMinor }) => isMinor);
  return (title) => find(title).length > 0 || (hidesSchools && findSchools(title).length > 0);
}
