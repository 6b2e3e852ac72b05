/** What one page writes of a person makes every page read before it out of date: no old telephone comes back. */
import { afterEach, describe, expect, it } from 'vitest';
import { admission, anAggressor, aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const reason = { code: 'nowDifferent', text: null } as const;

describe('Section A read before a person changed', () => {
  it('is told of the conflict when her own page changed her telephone', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const psychologist = await centre.as('psico');
    const stale = await psychologist.getSectionA({ caseId });
    const { main } = await psychologist.listCasePersons({ caseId });
    const place = { caseId, personId: main.find((one) => one.role === 'user')?.personId ?? '' };
    const { record, version } = await psychologist.getCasePerson(place);
    const said = { whose: null, mayCall: 'yes', hours: null, mayLeaveMessage: null, whatToSay: null } as const;
    const contacts = [{ phone: '999000111', ...said, checkedOn: null, isShared: false }];
    await psychologist.saveCasePerson({ ...place, version, record: { ...record, contacts }, reason });
    const late = () => psychologist.saveSectionA({ caseId, version: stale.version, form: stale.form, reason });
    expect(await refusal(late)).toBe('conflict/');
    const now = await psychologist.getSectionA({ caseId });
    expect(now.form.user.contact.phone).toBe('999000111');
  });

  it('is told of it when another ficha of hers changed her, and not when nothing of her changed', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase();
    const coordinator = await centre.as('coordina');
    const { candidates } = await coordinator.findPersons({ query: 'Rosa Quispe', arrivalId: null, role: 'user' });
    const second = await coordinator.openCase({
      arrivalId: null,
      admission,
      user: aUser(),
      userLink: { kind: 'known', personId: candidates[0]?.personId ?? '' },
      aggressor: anAggressor({ firstSurname: 'Segundo' }),
      aggressorLink: { kind: 'new' },
    });
    const stale = await coordinator.getSectionA({ caseId });
    const { version, form } = await coordinator.getSectionA({ caseId: second.caseId });
    await coordinator.saveSectionA({ caseId: second.caseId, version, form });
    expect((await coordinator.getSectionA({ caseId })).version).toBe(stale.version);
    await coordinator.saveSectionA({
      caseId: second.caseId,
      version: version + 1,
      form: { ...form, user: { ...form.user, preferredName: 'Rosita Inventada' } },
    });
    const late = () => coordinator.saveSectionA({ caseId, version: stale.version, form: stale.form, reason });
    expect(await refusal(late)).toBe('conflict/');
  });

  it('is told of it where she only informed of that ficha', async () => {
    const centre = await startCentre();
    const { caseId } = await centre.aCase({ isValidated: false });
    const other = await centre.aCase({
      user: { givenNames: 'Vecina Inventada', document: { kind: 'dni', state: 'known', number: '00112299' } },
      isValidated: false,
    });
    const psychologist = await centre.as('psico');
    const { main } = await psychologist.listCasePersons({ caseId: other.caseId });
    const neighbour = main.find(({ role }) => role === 'user')?.personId ?? '';
    // No page makes a user of one ficha the informant of another; a joined record does.
    await insideFile(centre.folder, (db) => {
      db.prepare('update case_file set informant_id = ? where id = ?').run(neighbour, caseId);
    });
    const versionOf = () =>
      insideFile(centre.folder, (db) =>
        db.prepare('select version from section_a where case_id = ?').pluck().get(caseId),
      );
    const before = (await versionOf()) as number;
    const { version, form } = await psychologist.getSectionA({ caseId: other.caseId });
    await psychologist.saveSectionA({
      caseId: other.caseId,
      version,
      form: { ...form, user: { ...form.user, preferredName: 'Vecinita Inventada' } },
    });
    expect(await versionOf()).toBe(before + 1);
  });
});
