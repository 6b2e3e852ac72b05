/**
 * What a reader of one ficha may see of a person who stands in others too: what was told in this one, or in another that
 * this reader may read. All doors that show a person of a ficha ask here.
 */
import { decide } from '../../shared/access/index.ts';
import {
  displayName,
  nothingTold,
  recordSeen,
  shownAs,
  toldBeside,
  untold,
  type Hidden,
  type PersonRecord,
  type Told,
  type UserPerson,
} from '../../shared/people/index.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { displayNamesOf, getPerson, getRecord, toldOf } from '../people/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { relationsTo } from './case-reach.ts';
import { listCasesOfPerson } from './case-repository.ts';
import type { Trx } from './tables.ts';

export type Reader = Pick<CallFrame, 'session' | 'now' | 'today'>;

export type PersonSight = {
  /** Every ficha of hers may be read: nothing is hidden. */
  readonly isWhole: boolean;
  /** She stands in another ficha as well. */
  readonly hasOthers: boolean;
  /** What was told of her in this ficha. */
  readonly told: Told;
  /** The same of this and of the other fichas that may be read. */
  readonly fichas: readonly Told[];
  /** Of what was told here, what stands beside another that the record shows first. */
  readonly beside: Hidden;
};

/** Fichas among these whose Section A the reader may read. */
export async function readableCases(
  trx: Trx,
  reader: Reader,
  caseIds: readonly CaseId[],
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const { session, now: instant, today } = reader;
  const relations = await relationsTo(trx, session, caseIds, { instant, today });
  return new Set(
    caseIds.filter((id) => {
      const relation = relations.get(id);
      return relation !== undefined && decide(session.roles, 'registerForm.readA', relation).allowed;
    }),
  );
}

/** `caseId`: null where she is not seen from a ficha. */
type Place = { readonly caseId: CaseId | null; readonly personId: string };

export async function personSight(trx: Trx, reader: Reader, of: Place): Promise<PersonSight> {
  const told = await toldOf(trx, of.personId);
  const own = told.get(of.caseId ?? '') ?? nothingTold;
  const others = (await listCasesOfPerson(trx, of.personId)).map(({ id }) => id).filter((id) => id !== of.caseId);
  const readable = await readableCases(trx, reader, others);
  const fichas = [own, ...[...readable].flatMap((id) => told.get(id) ?? [])];
  return {
    ...{ isWhole: readable.size === others.length, hasOthers: others.length > 0, told: own, fichas },
    beside: own.facts.document === undefined ? new Set() : toldBeside((await getRecord(trx, of.personId)).record, own),
  };
}

export function hiddenIn(person: UserPerson, sight: PersonSight): Hidden {
  return sight.isWhole ? new Set() : untold(person, sight.fichas);
}

export function shown<P extends UserPerson>(person: P, sight: PersonSight): P {
  return shownAs(person, new Set([...hiddenIn(person, sight), ...sight.beside]), sight.told);
}

/** The person as the reader of this ficha may see her. @throws not-found */
export async function personSeen(trx: Trx, reader: Reader, of: Place): Promise<UserPerson> {
  const person = await getPerson(trx, of.personId);
  return shown(person, await personSight(trx, reader, of));
}

/** The same of her whole record. */
export async function seenOf(trx: Trx, personId: string, record: PersonRecord, sight: PersonSight) {
  return sight.isWhole ? record : recordSeen(record, { person: await getPerson(trx, personId), fichas: sight.fichas });
}

/** How these persons are called, each in her ficha, in the same order. */
export async function namesIn(trx: Trx, reader: Reader, places: readonly Place[]): Promise<string[]> {
  const known = await displayNamesOf(trx, new Set(places.map(({ personId }) => personId)));
  const names: string[] = [];
  for (const place of places) {
    const one = known.get(place.personId);
    names.push(one?.isCalled === true ? displayName(await personSeen(trx, reader, place)) : (one?.name ?? ''));
  }
  return names;
}

export async function nameIn(trx: Trx, reader: Reader, place: Place): Promise<string> {
  return (await namesIn(trx, reader, [place]))[0] ?? '';
}

/** Her record and her address as this reader may see them; `isWhole`: nothing is hidden. @throws not-found */
export async function recordFor(trx: Trx, reader: Reader, of: Place) {
  const sight = await personSight(trx, reader, of);
  const { record } = await getRecord(trx, of.personId);
  const { address } = shown(await getPerson(trx, of.personId), sight);
  return { record: await seenOf(trx, of.personId, record, sight), address, isWhole: sight.isWhole };
}
