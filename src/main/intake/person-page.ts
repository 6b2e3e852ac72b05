/** The page of one person as reached through a case: what is known of her, what was changed, where else she stands. */
import { decide } from '../../shared/access/index.ts';
import { type CaseRole, type ChangePart, type personsContract, type TimelineCase } from '../../shared/intake/index.ts';
import {
  displayName,
  firstOfEach,
  flatRecord,
  listedAfter,
  recordKept,
  recordWarnings,
  sharedPhones,
  toldAfter,
  type PersonRecord,
  type UserPerson,
  personDraft,
} from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { fail, type FieldIssue } from '../../shared/platform/failures.ts';
import { staffNames } from '../access/index.ts';
import { listRecordChanges } from '../history/index.ts';
import { getPerson, getRecord, keepTold, saveRecord } from '../people/index.ts';
import { phonesOfAccused } from './accused-phones.ts';
import { lookAtDoor } from './at-door.ts';
import { getCaseRow, getPair, listCasesOfPerson, type CaseRow } from './case-repository.ts';
import { keepChanges, withoutFacts } from './changes.ts';
import { forgetTyped } from './draft-repository.ts';
import { askAgain, knownBy } from './door-answers.ts';
import { casesAround, rolesIn } from './person-reach.ts';
import { personSight, seenOf, type PersonSight } from './person-sight.ts';
import { renewSectionsOf } from './section-renewal.ts';
import type { Trx, Use } from './tables.ts';
import { aboveIntake } from './above.ts';

type Contract = typeof personsContract;
type Place = InputOf<Contract['getCasePerson']>;

/** @throws not-found for a person who has no part in this case */
async function placeOf(unit: Use, { caseId, personId }: Place): Promise<{ row: CaseRow; roles: CaseRole[] }> {
  const row = await getCaseRow(unit.trx, caseId);
  const roles = await rolesIn(unit.trx, row, personId);
  if (roles.length === 0) throw fail('not-found');
  return { row, roles };
}

/** Telephones of hers that the presumed aggressor of this case has too. */
async function sharedWithAggressor(trx: Trx, row: CaseRow, personId: string, record: PersonRecord): Promise<number[]> {
  const { aggressor_id } = await getPair(trx, row.pair_id);
  if (aggressor_id === personId) return [];
  return sharedPhones(record, (await getRecord(trx, aggressor_id)).record);
}

type Shared = {
  readonly here: readonly number[];
  /** With an accused of another ficha, which the reader may not read: only that nobody calls is told. */
  readonly anywhere: readonly number[];
};

async function sharedOf(trx: Trx, row: CaseRow, personId: string, record: PersonRecord): Promise<Shared> {
  const here = await sharedWithAggressor(trx, row, personId, record);
  return { here, anywhere: sharedPhones(record, await phonesOfAccused(trx, personId)) };
}

function warningsOf(record: PersonRecord, { here, anywhere }: Shared, today: CivilDate): FieldIssue[] {
  const unsafe = 'Este número no es seguro según el registro: no se llama.';
  const message = 'La presunta persona agresora tiene el mismo número: no se llama y queda oculto.';
  const alsoHis = [...new Set([...here, ...anywhere])]
    .filter((at) => record.contacts[at]?.isShared === false)
    .map((at) => ({ path: `contacts.${at}.phone`, message: here.includes(at) ? message : unsafe }));
  return [...recordWarnings(record, today), ...alsoHis];
}

export async function getCasePerson(unit: Use, place: Place): Promise<OutputOf<Contract['getCasePerson']>> {
  const { row, roles } = await placeOf(unit, place);
  const { record: known, version } = await getRecord(unit.trx, place.personId);
  const record = await seenOf(unit.trx, place.personId, known, await personSight(unit.trx, unit, place));
  const shared = await sharedOf(unit.trx, row, place.personId, record);
  return {
    record,
    version,
    roles,
    name: displayName(firstOfEach(record)),
    warnings: warningsOf(record, shared, unit.today),
    sharedWithAggressor: [...shared.here],
    needsReason: row.state !== 'draft',
  };
}

/** A number that he has too is marked as shared, whoever typed it. */
function withSharedMarked(record: PersonRecord, shared: readonly number[]): PersonRecord {
  const contacts = record.contacts.map((one, at) => (shared.includes(at) ? { ...one, isShared: true } : one));
  return { ...record, contacts };
}

type Saved = InputOf<Contract['saveCasePerson']>;

export async function saveCasePerson(unit: Use, input: Saved): Promise<OutputOf<Contract['saveCasePerson']>> {
  const saved = await savePage(unit, input);
  const { caseId, personId } = input;
  await forgetTyped(unit, personDraft(personId), caseId);
  return saved;
}

/** Nobody calls these numbers of hers any more: as her page would save it, with its line in the history. */
export async function withdrawNumber(unit: Use, place: Place, isIt: (phone: string) => boolean): Promise<void> {
  const { record: known, version } = await getRecord(unit.trx, place.personId);
  const seen = await seenOf(unit.trx, place.personId, known, await personSight(unit.trx, unit, place));
  const contacts = seen.contacts.map((one) => (isIt(one.phone) ? { ...one, mayCall: 'no' as const } : one));
  const reason = { code: 'nowDifferent', text: null } as const;
  await savePage(unit, { ...place, version, record: { ...seen, contacts }, reason });
}

async function savePage(unit: Use, { caseId, personId, version, record: given, reason }: Saved) {
  const { row, roles } = await placeOf(unit, { caseId, personId });
  refuseLater(given, unit.today);
  const before = (await getRecord(unit.trx, personId)).record;
  const sight = await personSight(unit.trx, unit, { caseId, personId });
  const seen = await seenOf(unit.trx, personId, before, sight);
  const whole = recordKept(given, before, seen);
  const record = withSharedMarked(whole, await sharedWithAggressor(unit.trx, row, personId, whole));
  const shared = await sharedOf(unit.trx, row, personId, given);
  const part: ChangePart = roles[0] ?? 'participant';
  const change = {
    part,
    record: { kind: 'person', id: personId },
    before: flatRecord(before),
    after: flatRecord(record),
  };
  await keepChanges(unit, row, [change], reason);
  const stored = await getPerson(unit.trx, personId);
  const saved = await saveRecord(unit, { id: personId, version }, record);
  await tellPage(unit, { caseId, personId }, { sight, stored, seen, given });
  if (knownBy(before) !== knownBy(record)) {
    for (const { id, role } of await listCasesOfPerson(unit.trx, personId)) {
      await lookAtDoor(unit, id);
      if (role !== 'related') await askAgain(unit, await getCaseRow(unit.trx, id), role);
    }
  }
  await renewSectionsOf(unit, [personId], null);
  unit.note({ role: part });
  return { version: saved, warnings: warningsOf(given, shared, unit.today) };
}

type OfPage = { sight: PersonSight; stored: UserPerson; seen: PersonRecord; given: PersonRecord };

/** What the page tells of her in this ficha: what is new in it, or said again without having been shown. */
async function tellPage(unit: Use, place: Place, { sight, stored, seen, given }: OfPage): Promise<void> {
  const { address } = stored;
  const pages = { shown: { ...firstOfEach(seen), address }, form: { ...firstOfEach(given), address } };
  const told = toldAfter(sight.told, pages.form, pages);
  const listed = listedAfter(sight.told.listed, seen, given);
  await keepTold(unit, place, { before: sight.told, told: { ...told, listed } });
}

/** A day that has not come yet is a mistake in any of them. */
function refuseLater(record: PersonRecord, today: CivilDate): void {
  const later = record.contacts.flatMap((contact, at) =>
    contact.checkedOn !== null && contact.checkedOn > today ? [`record.contacts.${at}.checkedOn`] : [],
  );
  if (record.toldAge !== null && record.toldAge.on > today) later.push('record.toldAge.on');
  if (record.birth !== null && record.birth.year > Number(today.slice(0, 4))) later.push('record.birth');
  if (later.length === 0) return;
  const message = 'La fecha no puede ser futura.';
  throw fail(
    'rule-broken',
    'date-order',
    later.map((path) => ({ path, message })),
  );
}

const most = 100;

export async function listPersonChanges(unit: Use, place: Place): Promise<OutputOf<Contract['listPersonChanges']>> {
  await placeOf(unit, place);
  const open = (await casesAround(unit, place.personId)).filter((one) => one.reach === 'open');
  const cases = open.map((one) => one.row.id);
  const sets = await listRecordChanges(unit.trx, { kind: 'person', id: place.personId }, { cases, limit: most });
  const names = await staffNames(unit.trx);
  const { isWhole } = await personSight(unit.trx, unit, place);
  unit.note({ sets: sets.length });
  return {
    sets: (isWhole ? sets : withoutFacts(sets)).map((set) => ({
      ...set,
      part: set.part as ChangePart,
      changedBy: names.get(set.changedBy) ?? '',
      changedAt: set.changedAt,
      fields: [...set.fields],
    })),
  };
}

/** Cases the reader may not open: absent; number and date alone for who may read the cases of an aggressor. */
export async function getPersonTimeline(unit: Use, place: Place): Promise<OutputOf<Contract['getPersonTimeline']>> {
  await placeOf(unit, place);
  const mayCount = decide(unit.session.roles, 'person.readAggressorCases', null).allowed;
  const cases: TimelineCase[] = [];
  for (const { row, roles, reach } of await casesAround(unit, place.personId)) {
    if (reach === 'hidden' || (reach === 'closed' && !mayCount)) continue;
    const isOpen = reach === 'open';
    cases.push({
      caseId: isOpen ? row.id : null,
      number: row.number,
      admittedOn: row.admitted_on,
      roles: isOpen ? [...roles] : [],
      state: isOpen ? row.state : null,
      events: isOpen ? await aboveIntake.ask.headlinesOf(unit, row.id) : [],
    });
  }
  unit.note({ cases: cases.length });
  return { cases };
}
