/** The lists of what comes back: one query for the fichas, a few for records that may be of one person. */
import { decide } from '../../shared/access/index.ts';
import { Sex } from '../../shared/intake/index.ts';
import {
  perhapsOf,
  repeatsOf,
  type Counted,
  type Group,
  type RepeatKind,
  type Repeats,
  type RepeatSpan,
} from '../../shared/pairs/index.ts';
import type { PersonId } from '../../shared/platform/ids.ts';
import { closedTo, namesIn, relationsTo } from '../intake/index.ts';
import { doublesOf } from './doubles.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

/** Every ficha that counts: validated, not annulled, admitted in those days. Its plan is tested. */
export function countedQuery(trx: Trx, { from, to }: RepeatSpan) {
  return (
    tablesIn(trx)
      .selectFrom('case_file')
      .innerJoin('case_pair', 'case_pair.id', 'case_file.pair_id')
      .innerJoin('person as aggressor', 'aggressor.id', 'case_pair.aggressor_id')
      .leftJoin('section_a', 'section_a.case_id', 'case_file.id')
      .select(['case_file.id', 'case_file.number', 'case_file.admitted_on', 'case_file.incident_id'])
      // What says to whom it is closed.
      .select(['case_file.pair_id', 'case_file.informant_id', 'case_file.is_sealed'])
      .select(['case_file.maybe_user_id', 'case_file.maybe_aggressor_id'])
      .select(['case_pair.user_id', 'case_pair.aggressor_id', 'section_a.user_sex'])
      .select(['aggressor.name_state', 'aggressor.aliases', 'aggressor.document_number'])
      .where('case_file.state', '<>', 'draft')
      .where('case_file.annulled_at', 'is', null)
      .where((where) => where.and(from === null ? [] : [where('case_file.admitted_on', '>=', from)]))
      .where((where) => where.and(to === null ? [] : [where('case_file.admitted_on', '<=', to)]))
  );
}

/** Those of them that are not closed to the reader. */
export async function countedFor(
  unit: { readonly trx: Trx; readonly session: Pick<Use['session'], 'staffId'> },
  span: RepeatSpan,
): Promise<Counted[]> {
  const rows = await countedQuery(unit.trx, span).execute();
  const closed = await closedTo(unit.trx, rows, unit.session.staffId);
  return rows
    .filter(({ id }) => !closed.has(id))
    .map((row) => ({
      caseId: row.id,
      number: row.number,
      admittedOn: row.admitted_on,
      userId: row.user_id,
      aggressorId: row.aggressor_id,
      incidentId: row.incident_id,
      isUserMale: row.user_sex === Sex.male,
      isAggressorUnknown: row.name_state === 'unknown' && row.aliases === null && row.document_number === null,
    }));
}

type Shown = {
  readonly names: ReadonlyMap<string, string>;
  readonly openable: ReadonlySet<string>;
};

/** Names of those a list is about, and which of its fichas the reader may open. */
async function shownOf(unit: Use, groups: readonly Omit<Group, 'year'>[]): Promise<Shown> {
  const ids = groups.flatMap(({ userId, aggressorId }) => [userId, aggressorId]).filter((id) => id !== null);
  const persons = [...new Set(ids)].map((personId) => ({ caseId: null, personId }));
  const called = await namesIn(unit.trx, unit, persons);
  const cases = groups.flatMap(({ fichas }) => fichas.map(({ caseId }) => caseId));
  const now = { instant: unit.now, today: unit.today };
  const relations = await relationsTo(unit.trx, unit.session, [...new Set(cases)], now);
  const openable = [...relations].flatMap(([id, relation]) => {
    const decision = decide(unit.session.roles, 'person.readIdentity', relation);
    return decision.allowed && decision.view === null ? [id] : [];
  });
  const names = new Map(persons.map(({ personId }, at) => [personId, called[at] ?? '']));
  return { names, openable: new Set(openable) };
}

function shown({ userId, aggressorId, count, fichas }: Omit<Group, 'year'>, { names, openable }: Shown) {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  return {
    ...{ userName: nameOf(userId), aggressorName: nameOf(aggressorId), count },
    fichas: fichas.map(({ caseId: id, number, admittedOn }) => {
      return { caseId: openable.has(id) ? id : null, number, admittedOn };
    }),
  };
}

/** The two records of which nobody has said whether they are one person: hers before his. */
function apartOf(one: Omit<Group, 'year'>, other: Omit<Group, 'year'>): [PersonId, PersonId] {
  const isHers = one.userId !== null && one.userId !== other.userId;
  const [first, second] = isHers ? [one.userId, other.userId] : [one.aggressorId, other.aggressorId];
  return [first as PersonId, second as PersonId];
}

export async function listRepeats(unit: Use, kind: RepeatKind, span: RepeatSpan): Promise<Repeats> {
  const fichas = await countedFor(unit, span);
  const groups = repeatsOf(kind, fichas);
  const perhaps = perhapsOf(kind, fichas, await doublesOf(unit.trx, kind, fichas));
  const all = await shownOf(unit, [...groups, ...perhaps.flatMap(({ one, other }) => [one, other])]);
  unit.note({ groups: groups.length, perhaps: perhaps.length });
  return {
    groups: groups.map((group) => ({ ...shown(group, all), year: group.year })),
    perhaps: perhaps.map(({ one, other, count }) => ({
      ...{ one: shown(one, all), other: shown(other, all), count },
      persons: apartOf(one, other),
    })),
  };
}
