/** A number of somebody accused is hers to be warned of in every part that she has, and in none that she left. */
import { afterEach, expect, it } from 'vitest';
import { phonesOfAccused } from '../../../src/main/intake/accused-phones.ts';
import type { Trx } from '../../../src/main/intake/tables.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';

afterEach(closeCentres);

const his = '987000111';
const accused = {
  phone: his,
  whose: null,
  mayCall: 'yes',
  hours: null,
  mayLeaveMessage: null,
  whatToSay: null,
} as const;

/** As another service asks; the rows are put there by hand, for parts that no page gives so alone. */
async function asked(centre: TestCentre, personId: string, prepare = ''): Promise<string[]> {
  return insideFile(centre.folder, async (db) => {
    db.pragma('foreign_keys=OFF');
    if (prepare !== '') db.exec(prepare);
    const work = async (trx: unknown) => (await phonesOfAccused(trx as Trx, personId)).contacts;
    const contacts = await queriesOf(db).transaction().execute(work);
    return contacts.map(({ phone }) => phone);
  });
}

it('of a ficha she informed of or has a part in; of none she was taken out of, nor his own; her list says the same', async () => {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const psychologist = await centre.as('psico');
  const { main } = await psychologist.listCasePersons({ caseId });
  const idOf = (role: string) => main.find((one) => one.role === role)?.personId ?? '';
  const place = { caseId, personId: idOf('aggressor') };
  const { record, version } = await psychologist.getCasePerson(place);
  const contacts = [{ ...accused, checkedOn: null, isShared: false }];
  const reason = { code: 'typing', text: null } as const;
  await psychologist.saveCasePerson({ ...place, version, record: { ...record, contacts }, reason });
  expect(await asked(centre, idOf('user'))).toEqual([his]);
  expect(await asked(centre, idOf('aggressor'))).toEqual([]);
  expect(await asked(centre, 'neighbour')).toEqual([]);
  const other = await centre.aCase({
    user: { givenNames: 'Hija Inventada', document: { kind: 'dni', state: 'known', number: '00112299' } },
    aggressor: { givenNames: 'Otro Inventado', firstSurname: 'Supuesto' },
  });
  const persons = await psychologist.listCasePersons({ caseId: other.caseId });
  const daughter = persons.main.find(({ role }) => role === 'user')?.personId ?? '';
  expect(await asked(centre, daughter)).toEqual([]);
  const part = { role: 'child', bond: 'child', livesWithUser: true } as const;
  await psychologist.addParticipant({ caseId, who: { kind: 'known', personId: daughter }, part });
  const guards = { role: 'guardian', bond: 'father', livesWithUser: null } as const;
  await psychologist.addParticipant({ caseId, who: { kind: 'known', personId: place.personId }, part: guards });
  expect(await asked(centre, place.personId)).toEqual([]);
  expect(await asked(centre, daughter)).toEqual([his]);
  const { participants } = await psychologist.listCasePersons({ caseId });
  const one = participants.find(({ personId }) => personId === daughter);
  const target = { caseId, participantId: one?.participantId ?? '', version: one?.version ?? 0 };
  const rolesOf = async () =>
    (await psychologist.findPersons({ query: 'Hija Inventada Quispe', arrivalId: null, role: 'any' })).candidates
      .find(({ personId }) => personId === daughter)
      ?.cases.map(({ role }) => role);
  expect((await rolesOf())?.toSorted()).toEqual(['related', 'user']);
  await psychologist.removeParticipant(target);
  expect(await asked(centre, daughter)).toEqual([]);
  expect(await rolesOf()).toEqual(['user']);
  // Last: the seal of a ficha changed by hand stops every page of it.
  const informs = `update case_file set informant_id = 'neighbour' where id = '${caseId}'`;
  expect(await asked(centre, 'neighbour', informs)).toEqual([his]);
});
