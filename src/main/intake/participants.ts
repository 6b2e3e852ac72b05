/** Children, relatives, guardians and witnesses of a case. */
import {
  ageOf,
  familyWarnings,
  type Participant,
  type Participation,
  type personsContract,
} from '../../shared/intake/index.ts';
import { blankRecord, displayName, firstOfEach, personDraft, type PersonRecord } from '../../shared/people/index.ts';
import type { InputOf, OutputOf } from '../../shared/platform/contract.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { PersonId, CaseId } from '../../shared/platform/ids.ts';
import { recordChanges } from '../history/index.ts';
import { insertPerson, saveRecord } from '../people/index.ts';
import { getCaseRow, getPair, type CaseRow, type PairRow } from './case-repository.ts';
import { deleteDraftsOf } from './draft-repository.ts';
import { getParticipantRow, listParticipantRows, type ParticipantRow } from './participant-repository.ts';
import { casesAround, requireReachable, rolesIn } from './person-reach.ts';
import { nameIn, recordFor } from './person-sight.ts';
import { tellNew } from './section-a-persons.ts';
import { getSectionA } from './section-repository.ts';
import { byNow, cellsOf, updateVersioned, insertRecord } from '../platform/storage/rows.ts';
import { tablesIn, type Trx, type Use } from './tables.ts';

type Contract = typeof personsContract;

const answerOf = (flag: 0 | 1 | null): boolean | null => (flag === null ? null : flag === 1);

async function participantOf(
  unit: Use,
  row: ParticipantRow,
  { record, pair }: { record: PersonRecord; pair: PairRow },
): Promise<Participant> {
  const cases = await casesAround(unit, row.person_id);
  const others = cases.filter((one) => one.row.id !== row.case_id && one.reach === 'open');
  const known = new Set(others.flatMap((one) => one.roles));
  return {
    participantId: row.id,
    ...cellsOf(row, 'version', 'person_id', 'role', 'bond'),
    livesWithUser: answerOf(row.lives_with_user),
    name: displayName(firstOfEach(record)),
    age: ageOf(record, unit.today),
    isDeceased: record.isDeceased,
    knownAs: (['user', 'aggressor'] as const).filter((role) => known.has(role)),
    isLeftOut: row.role === 'guardian' && row.person_id === pair.aggressor_id,
  };
}

/** One line a person and role: a merge of two persons may leave the same part twice. */
function withoutTwins(rows: readonly ParticipantRow[]): ParticipantRow[] {
  const seen = new Set<string>();
  return rows.filter(({ person_id, role }) => {
    const key = `${person_id} ${role}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export async function listCasePersons(unit: Use, { caseId }: InputOf<Contract['listCasePersons']>) {
  const row = await getCaseRow(unit.trx, caseId);
  const pair = await getPair(unit.trx, row.pair_id);
  const rows = withoutTwins(await listParticipantRows(unit.trx, caseId));
  const participants: Participant[] = [];
  const members = [];
  for (const one of rows) {
    const { record } = await recordFor(unit.trx, unit, { caseId, personId: one.person_id });
    const participant = await participantOf(unit, one, { record, pair });
    participants.push(participant);
    members.push({
      participantId: one.id,
      role: one.role,
      bond: one.bond,
      birth: record.birth,
      toldAge: record.toldAge,
      isAggressor: one.person_id === pair.aggressor_id,
      isDeceased: record.isDeceased,
    });
  }
  const { record: user } = await recordFor(unit.trx, unit, { caseId, personId: pair.user_id });
  const { answers } = await getSectionA(unit.trx, caseId);
  const age = answers.userAge ?? ageOf(user, unit.today);
  unit.note({ participants: participants.length });
  return {
    main: await mainPersons(unit, row, pair),
    participants,
    warnings: familyWarnings({ ...user, age }, members),
  };
}

async function mainPersons(unit: Use, row: CaseRow, pair: PairRow) {
  const places = [
    { role: 'user', id: pair.user_id },
    { role: 'aggressor', id: pair.aggressor_id },
    { role: 'informant', id: row.informant_id },
  ] as const;
  const main: OutputOf<Contract['listCasePersons']>['main'] = [];
  for (const { role, id } of places) {
    if (id === null) continue;
    const name = await nameIn(unit.trx, unit, { caseId: row.id, personId: id });
    main.push({ role, personId: id as PersonId, name });
  }
  return main;
}

function partColumns({ role, bond, livesWithUser }: Participation) {
  return { role, bond, lives_with_user: livesWithUser === null ? null : livesWithUser ? 1 : 0 } as const;
}

/** @throws duplicate when the same person has the same part already */
async function refuseTwice(
  trx: Trx,
  wanted: { caseId: CaseId; personId: string; role: string; except: string | null },
): Promise<void> {
  const rows = await listParticipantRows(trx, wanted.caseId);
  const same = rows.filter((one) => one.person_id === wanted.personId && one.role === wanted.role);
  if (same.every(({ id }) => id === wanted.except)) return;
  const message = 'Esta persona ya tiene esa participación en la ficha.';
  throw fail('duplicate', 'participant-known', [{ path: 'part.role', message }]);
}

async function placeWho(unit: Use, row: CaseRow, who: InputOf<Contract['addParticipant']>['who']): Promise<PersonId> {
  if (who.kind === 'known') {
    const roles = await rolesIn(unit.trx, row, who.personId);
    if (roles.includes('user')) throw failAt('who', participantIsUser, 'participant-is-user');
    if (roles.length === 0) await requireReachable(unit, who.personId);
    return who.personId;
  }
  const { document, toldAge, ...given } = who.person;
  // Told today, whatever the clock of the window says.
  const told = toldAge === null ? null : { ...toldAge, on: unit.today };
  const record: PersonRecord = { ...blankRecord(), ...given, toldAge: told, documents: [document] };
  const id = unit.newId<'PersonId'>();
  await insertPerson(unit.trx, id, firstOfEach(record), unit.now);
  await saveRecord(unit, { id, version: null }, record);
  await tellNew(unit, row.id, id);
  return id;
}

const participantIsUser = 'Es la persona usuaria de esta ficha: no se agrega otra vez.';

export async function addParticipant(unit: Use, { caseId, who, part }: InputOf<Contract['addParticipant']>) {
  const row = await getCaseRow(unit.trx, caseId);
  const personId = await placeWho(unit, row, who);
  await refuseTwice(unit.trx, { caseId, personId, role: part.role, except: null });
  const id = unit.newId<'ParticipantId'>();
  await insertRecord(unit, tablesIn, 'case_participant', {
    ...{ id, case_id: caseId, person_id: personId, ...partColumns(part), ...byNow(unit, 'added') },
    ...{ removed_by: null, removed_at: null, version: 1 },
  });
  await keepPart(unit, { caseId, id, before: null, after: part });
  unit.note({ role: part.role, isNew: who.kind === 'new' });
  return { participantId: id, personId };
}

async function keepPart(
  unit: Use,
  kept: { caseId: CaseId; id: string; before: Participation | null; after: Participation & { isRemoved?: boolean } },
): Promise<void> {
  await recordChanges(unit, {
    caseId: kept.caseId,
    part: 'participant',
    record: { kind: 'case_participant', id: kept.id },
    before: kept.before,
    after: kept.after,
    reason: null,
  });
}

function partOf(row: ParticipantRow): Participation {
  return { role: row.role, bond: row.bond, livesWithUser: answerOf(row.lives_with_user) };
}

export async function changeParticipant(unit: Use, input: InputOf<Contract['changeParticipant']>) {
  const { caseId, participantId, version, part } = input;
  const row = await getParticipantRow(unit.trx, { caseId, participantId });
  await refuseTwice(unit.trx, { caseId, personId: row.person_id, role: part.role, except: row.id });
  await updateVersioned(tablesIn(unit.trx), 'case_participant', { id: row.id, version }, partColumns(part));
  unit.touch('case_participant', row.id);
  await keepPart(unit, { caseId, id: row.id, before: partOf(row), after: part });
  return {};
}

/** Takes her out of this case; the person stays in the record, and the row with who took her out. */
export async function removeParticipant(unit: Use, input: InputOf<Contract['removeParticipant']>) {
  const { caseId, participantId, version } = input;
  const file = await getCaseRow(unit.trx, caseId);
  const row = await getParticipantRow(unit.trx, { caseId, participantId });
  const target = { id: row.id, version };
  await updateVersioned(tablesIn(unit.trx), 'case_participant', target, byNow(unit, 'removed'));
  unit.touch('case_participant', row.id);
  const before = partOf(row);
  await keepPart(unit, { caseId, id: row.id, before, after: { ...before, isRemoved: true } });
  const isGone = (await rolesIn(unit.trx, file, row.person_id)).length === 0;
  if (isGone) await deleteDraftsOf(unit.trx, { form: personDraft(row.person_id), caseId });
  return {};
}
