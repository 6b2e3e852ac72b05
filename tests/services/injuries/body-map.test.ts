/** The body map on a real record: who reads it, what it refuses, and that nothing of it is changed or lost. */
import { afterEach, describe, expect, it } from 'vitest';
import type { InjuryForm } from '../../../src/shared/injuries/index.ts';
import type { CaseId } from '../../../src/shared/platform/ids.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { noticesOf } from '../access/people.ts';
import { insideFile } from '../inside-file.ts';
import { brother } from '../reception/at-the-door.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

const day = (text: string) => civilDateSchema.parse(text);

function mark(change: Partial<InjuryForm> = {}): InjuryForm {
  return {
    ...{ region: 'eyeRight', kind: 'bruise', size: '3 × 2', source: 'seen', seenOn: day('2026-06-10') },
    ...{ event: 'ficha', eventOn: null, words: 'Morado, con bordes amarillos' },
    ...change,
  };
}

async function withCase(): Promise<{ centre: TestCentre; caseId: CaseId }> {
  const centre = await startCentre();
  return { centre, caseId: (await centre.aCase()).caseId };
}

describe('the body map', () => {
  it('keeps marks by number, as they were seen or told', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    expect(await psychologist.noteInjury({ caseId, mark: mark() })).toEqual({ number: 1 });
    const told = mark({ region: 'elbowLeft', kind: 'fractureTold', source: null, event: 'earlier' });
    const on = { ...told, eventOn: day('2026-01-05') };
    expect(await (await centre.as('social')).noteInjury({ caseId, mark: on })).toEqual({ number: 2 });
    const { marks } = await (await centre.as('legal')).listInjuries({ caseId });
    expect(marks).toMatchObject([
      { ...mark(), number: 1, annulled: null },
      // What nobody can see here is told, whatever was sent.
      { ...on, source: 'told', number: 2 },
    ]);
  });

  it('keeps no answer that is not asked', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    await psychologist.noteInjury({ caseId, mark: mark({ kind: 'painTold', eventOn: day('2026-06-01') }) });
    expect((await psychologist.listInjuries({ caseId })).marks).toMatchObject([{ source: 'told', eventOn: null }]);
  });

  it('refuses a day that has not come, a size that is none, and what lacks', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    const refused = (change: Partial<InjuryForm>) =>
      refusal(() => psychologist.noteInjury({ caseId, mark: mark(change) }));
    expect(await refused({ seenOn: day('2026-06-11') })).toBe('rule-broken/injury-future');
    expect(await refused({ event: 'later', eventOn: day('2026-07-01') })).toBe('rule-broken/injury-future');
    expect(await refused({ size: 'grande' })).toMatch(/^invalid/);
    expect(await refused({ source: null })).toMatch(/^invalid/);
    expect((await psychologist.listInjuries({ caseId })).marks).toEqual([]);
  });

  it('refuses a day before the event it is of, or before she was born', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    const refused = (change: Partial<InjuryForm>) =>
      refusal(() => psychologist.noteInjury({ caseId, mark: mark(change) }));
    const before = 'rule-broken/injury-before';
    expect(await refused({ seenOn: day('2026-06-07') })).toBe(before);
    expect(await refused({ event: 'unknown', seenOn: day('1950-01-01') })).toBe(before);
    expect(await refused({ event: 'earlier', eventOn: day('1950-01-01') })).toBe(before);
    expect(await refused({ event: 'earlier', eventOn: day('2026-02-01'), seenOn: day('2026-01-31') })).toBe(before);
    expect(await refused({ event: 'later', eventOn: day('2026-06-07') })).toBe(before);
    expect((await psychologist.listInjuries({ caseId })).marks).toEqual([]);
    expect(await refused({ event: 'earlier', eventOn: day('2026-02-01'), seenOn: day('2026-02-02') })).toBe('none');
  });

  it('annuls once, with a reason, and gives the number to no other', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    await psychologist.noteInjury({ caseId, mark: mark() });
    const [first] = (await psychologist.listInjuries({ caseId })).marks;
    if (first === undefined) throw new Error('no mark');
    const target = { caseId, injuryId: first.id, reason: 'other' as const };
    const wordless = psychologist.annulInjury({ ...target, version: first.version, words: null });
    expect(await refusal(() => wordless)).toMatch(/^invalid/);
    const annul = (version: number) => psychologist.annulInjury({ ...target, version, words: 'Era la otra mejilla' });
    expect(await refusal(() => annul(first.version + 1))).toMatch(/^conflict/);
    await annul(first.version);
    expect(await refusal(() => annul(first.version + 1))).toBe('rule-broken/injury-annulled');
    expect(await psychologist.noteInjury({ caseId, mark: mark({ region: 'eyeLeft' }) })).toEqual({ number: 2 });
    expect((await psychologist.listInjuries({ caseId })).marks).toMatchObject([
      { number: 1, annulled: { reason: 'other', words: 'Era la otra mejilla', by: 'Paula Inventada Psicóloga' } },
      { number: 2, annulled: null },
    ]);
    await centre.close();
    await insideFile(centre.folder, (db) => {
      expect(() => db.exec("update injury_mark set region = 'mouth' where number = 2")).toThrow(/is final/);
      expect(() => db.exec('update injury_mark set annulled_at = null where number = 1')).toThrow(/stays so/);
    });
    expect((await (await (await centre.restart()).as('visita')).verifyRecord({})).problems).toEqual([]);
  });

  it('tells who made it when somebody else annuls it, and nobody to whom the ficha is closed since', async () => {
    const { centre, caseId } = await withCase();
    const [psychologist, social] = [await centre.as('psico'), await centre.as('social')];
    const told = () => noticesOf(psychologist);
    const annulNext = async (by: typeof social) => {
      await psychologist.noteInjury({ caseId, mark: mark() });
      const { marks } = await psychologist.listInjuries({ caseId });
      const { id: injuryId, version } = marks.at(-1) ?? { id: '', version: 0 };
      await by.annulInjury({ caseId, injuryId, version, reason: 'mistake', words: null });
    };
    await annulNext(psychologist);
    expect(await told()).toEqual([]);
    await annulNext(social);
    const { number } = await psychologist.getCase({ caseId });
    const words = `Sonia Inventada Social anuló su marca 2 del mapa corporal de la ficha ${number}. El motivo está en «Mapa corporal».`;
    expect(await told()).toEqual([words]);
    await psychologist.noteInjury({ caseId, mark: mark() });
    const { marks } = await psychologist.listInjuries({ caseId });
    const { id: injuryId, version } = marks.at(-1) ?? { id: '', version: 0 };
    await psychologist.declareConflict({
      person: {
        ...{ kinship: 'siblingOrGrandparent', documentKind: null, documentNumber: null, secondSurname: null },
        ...brother,
      },
    });
    await social.annulInjury({ caseId, injuryId, version, reason: 'mistake', words: null });
    expect(await told()).toEqual([words]);
  });

  it('annuls no mark of another case', async () => {
    const { centre, caseId } = await withCase();
    const other = (await centre.aCase()).caseId;
    const psychologist = await centre.as('psico');
    await psychologist.noteInjury({ caseId, mark: mark() });
    const [first] = (await psychologist.listInjuries({ caseId })).marks;
    if (first === undefined) throw new Error('no mark');
    const target = { caseId: other, injuryId: first.id, version: 1, reason: 'mistake' as const, words: null };
    expect(await refusal(() => psychologist.annulInjury(target))).toMatch(/^not-found/);
  });

  it('is read and written by the three services that attend her, and by nobody else', async () => {
    const { centre, caseId } = await withCase();
    for (const login of ['admision', 'soporte', 'visita', 'coordina'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.listInjuries({ caseId })), login).toMatch(/^forbidden/);
      expect(await refusal(() => other.noteInjury({ caseId, mark: mark() })), login).toMatch(/^forbidden/);
    }
  });

  it('stands in the history of the case for who reads the map, with what was annulled and by whom', async () => {
    const { centre, caseId } = await withCase();
    const psychologist = await centre.as('psico');
    await psychologist.noteInjury({ caseId, mark: mark() });
    await psychologist.noteInjury({ caseId, mark: mark({ region: 'kneeLeft', kind: 'painTold', source: null }) });
    const told = async (login: 'psico' | 'coordina') =>
      (await (await centre.as(login)).readTimeline({ caseId })).entries.filter(({ kind }) => kind === 'injury');
    expect(await told('psico')).toMatchObject([
      {
        ...{ act: 'Mapa corporal', on: '2026-06-10', page: 'injuries', by: 'Paula Inventada Psicóloga' },
        rest: 'Hematoma, ojo y pómulo, lado derecho (la vimos); Dolor referido, rodilla, lado izquierdo (la refiere ella)',
      },
    ]);
    expect(await told('coordina')).toEqual([]);
    const { marks } = await psychologist.listInjuries({ caseId });
    const [first] = marks;
    if (first === undefined) throw new Error('no mark');
    const { id: injuryId, version } = first;
    await (await centre.as('social')).annulInjury({ caseId, injuryId, version, reason: 'mistake', words: null });
    const entries = await told('psico');
    expect(entries).toHaveLength(2);
    expect(entries.find(({ act }) => act === 'Mapa corporal')).toMatchObject({
      rest: expect.stringContaining('lado derecho (la vimos · después anulada); Dolor') as string,
      by: 'Paula Inventada Psicóloga',
    });
    expect(entries.find(({ act }) => act === 'Mapa corporal: lesión anulada')).toMatchObject({
      ...{ on: '2026-06-10', rest: 'Hematoma, ojo y pómulo, lado derecho' },
      by: (await centre.sessionOf('social')).staff.fullName,
      facts: [{ label: 'Motivo', words: 'Se anotó mal' }],
    });
    expect(await told('coordina')).toEqual([]);
  });
});
