/** What the cover of an annex may say: whoever reads the writ reads it too, so it is checked as the writ was. */
import {
  hidesUser,
  isChild,
  namePieces,
  sealedInSheet,
  standingNames,
  type FilingKind,
  type FilingOptions,
} from '../../shared/filings/index.ts';
import { replaceTexts, withheldWords, type Paper } from '../../shared/papers/index.ts';
import { legalName, plainName, type PlaceIndex } from '../../shared/people/index.ts';
import type { Trx } from '../database.ts';
import { ageOn, readCaseRecord, withheldTexts } from '../papers/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { filingFacts } from './facts.ts';
import { alone, childNames, filingRecord } from './gather.ts';
import type { IssuedFiling } from './presenting-repository.ts';

type Said = { readonly names: readonly string[]; readonly others: readonly string[] };

/** What the sealed envelope of the writ says; nothing where none went with it. */
async function envelopeOf(trx: Trx, caseId: string, { number }: IssuedFiling): Promise<Said> {
  const row = await trx
    .selectFrom('issued_document')
    .select('paper')
    .where('case_id', '=', caseId)
    .where('kind', '=', 'reserved-sheet')
    .where('number', '=', `Anexo reservado · ${number.split(' · ').at(-1) ?? number}`)
    .executeTakeFirst();
  return row === undefined || row.paper === null
    ? { names: [], others: [] }
    : sealedInSheet(JSON.parse(row.paper) as Paper);
}

/** Persons of the linked fichas: who may be named in full, and what may not be said of any of them. */
async function linkedPersons(trx: Trx, linked: readonly string[], call: CallFrame) {
  const [standing, minors, others]: [string[], string[], string[]] = [[], [], []];
  for (const id of linked) {
    const record = await readCaseRecord(trx, id, call);
    const age = ageOn(record, call.today);
    const [names, accused] = [legalName(record.user), legalName(record.aggressor)];
    if (names !== null) (age !== null && age < 18 ? minors : standing).push(names);
    if (accused !== null) standing.push(accused);
    others.push(...withheldTexts(record, true));
  }
  return { standing, minors, others };
}

type Check = (title: string) => boolean;

/**
 * Whether a title holds what the writ keeps to itself: a place or telephone under reserve (S1, S3), the full name of a
 * child (S5), whoever is named in the sealed envelope alone.
 */
export async function titleCheck(
  trx: Trx,
  { caseId, filing }: { readonly caseId: string; readonly filing: IssuedFiling },
  call: CallFrame,
  places: PlaceIndex,
): Promise<Check> {
  const kind = filing.kind as FilingKind;
  const options = { ...alone, ...(JSON.parse(filing.options) as Partial<FilingOptions>) };
  const record = await filingRecord(trx, caseId, call);
  const facts = filingFacts(record, { today: call.today, places });
  const linked = await linkedPersons(trx, options.linked, call);
  const envelope = await envelopeOf(trx, caseId, filing);
  const user = isChild(facts) || hidesUser(kind, options) ? legalName(record.user) : null;
  const standing = [...standingNames(facts, kind, options), ...linked.standing];
  const named = new Set(standing.flatMap(namePieces).map(plainName));
  // A son is often called as his father: what they share is left, as in the writ.
  const minors = [...(await childNames(trx, caseId, call.today)), ...linked.minors, ...(user === null ? [] : [user])];
  const texts = [
    // Nobody chose to say on a cover where she lives, whether or not the writ may.
    ...withheldTexts(record, true),
    ...linked.others,
    ...envelope.others,
    ...envelope.names.flatMap(namePieces),
    ...minors.flatMap(namePieces).filter((piece) => !named.has(plainName(piece))),
  ];
  const leaveOut = replaceTexts(texts, standing, () => withheldWords);
  return (title) => leaveOut(title) !== title;
}
