/**
 * What the exact figures of the centre say to somebody to whom a ficha is closed: nothing of it. Two centres that differ in
 * the type, the age and the sex of that ficha alone must answer the same.
 */
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterEach, describe, expect, it } from 'vitest';
import { internalRules, notCountedInFile } from '../../../src/shared/reports/index.ts';
import { readSpreadsheet } from '../../../src/main/platform/spreadsheet.ts';
import { aUser, admission } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { madeOnce, putInto } from '../../support/made-once.ts';
import {
  closeCentres,
  openCentre,
  startCentre,
  type CaseOptions,
  type TestCentre,
} from '../../support/start-application.ts';
import { anEvent, measure } from '../proceedings/a-proceeding.ts';
import { declare } from '../reception/at-the-door.ts';
import { seal } from '../reserve/sealing.ts';
import { again, bytesOf, close, june, person as somebody } from './months.ts';
import { made as madeReserved, withKey } from './reserved-file.ts';

afterEach(closeCentres);

const july = '2026-07-03T14:00:00.000Z';
const names = ['Alicia', 'Beatriz', 'Carmen', 'Dora', 'Elena'];
const surnames = ['Apaza', 'Bautista', 'Ccori', 'Delgado', 'Espinoza'];
const person = (at: number) =>
  aUser({
    ...{ givenNames: names[at] ?? '', firstSurname: surnames[at] ?? '' },
    birth: { year: 1970 + at, month: at + 1, day: at + 2 },
    document: { kind: 'dni', state: 'known', number: String(10_000_000 + at * 7_654_321) },
  });

type Who = { readonly type: 1 | 2; readonly age: number; readonly sex: 0 | 1; readonly isProtected: boolean };
const acts = {
  1: { physicalActs: null, psychologicalActs: ['rejection'] },
  2: { physicalActs: ['kicks'] },
} as const;

const options = (at: number, { type, age, sex }: Who): CaseOptions => ({
  user: person(at),
  a: { user: person(at), admission, answers: { userAge: age, userSex: sex } },
  b: { answers: { violenceType: type, ...(structuredClone(acts[type]) as object) } },
});
const usual: Who = { type: 2, age: 34, sex: 0, isProtected: false };

type Made = Awaited<ReturnType<TestCentre['aCase']>>;

/** Four fichas of June; the last is the one that will be closed to somebody. */
async function aJune(last: Who) {
  const centre = await startCentre();
  const made: Made[] = [];
  for (const at of [0, 1, 2]) made.push(await centre.aCase(options(at, { ...usual, age: 20 + at * 22 })));
  made.push(await centre.aCase(options(3, last)));
  const caseId = made.at(-1)?.caseId ?? '';
  const event = anEvent('measuresRequested', admission.admittedOn, { measures: [measure('no-approach')] });
  if (last.isProtected) await (await centre.as('legal')).recordEvent({ caseId, event });
  return { centre, made, hidden: made.at(-1) as Made };
}

const afterClosing = '2026-07-04T14:00:00.000Z';

const closedMade = (last: Who) =>
  madeOnce(async (place) => {
    const { centre, made, hidden } = await aJune(last);
    centre.clock.set(july);
    const next = await centre.restart();
    await close(next, june);
    next.clock.set(afterClosing);
    await next.close();
    putInto(place, 'registro', next.folder);
    return { made, hidden };
  });
const others: Who = { type: 1, age: 66, sex: 1, isProtected: true };
const closedOnce = new Map([usual, others].map((last) => [last, closedMade(last)]));

/** June is closed; each of the two is made once. */
async function closedJune(last: Who) {
  const begin = closedOnce.get(last);
  if (begin === undefined) throw new Error('no such June');
  const { place, made, hidden } = await begin();
  return { centre: await openCentre(join(place, 'registro'), fixedClock(afterClosing)), made, hidden };
}

/** A correction of one ficha and the annulment of another, after the closing. */
async function changeOthers(centre: TestCentre, [first, second]: readonly Made[]): Promise<void> {
  if (first === undefined || second === undefined) throw new Error('two cases');
  const psychologist = await centre.as('psico');
  for (const userAge of [71, 12]) {
    const { version, form } = await psychologist.getSectionA({ caseId: first.caseId });
    await psychologist.saveSectionA({
      ...{ caseId: first.caseId, version, reason: { code: 'typing', text: null } },
      form: { ...form, answers: { ...form.answers, userAge } },
    });
  }
  const { version } = await psychologist.getCase({ caseId: second.caseId });
  const why = { caseId: second.caseId, version, reason: 'duplicate', words: null } as const;
  const { proposalId } = await psychologist.proposeCaseAnnulment(why);
  await (await centre.as('coordina')).approveCaseAnnulment({ proposalId }, again);
}

/** Ids are random in each centre: fichas are told by their number. */
const bare = (made: readonly Made[], value: unknown) =>
  made.reduce((text, { caseId, number }) => text.replaceAll(caseId, number), JSON.stringify(value));

/** All that the screens of exact figures answer, and the lists behind every figure. */
async function everything(centre: TestCentre, made: readonly Made[]) {
  const coordinator = await centre.as('coordina');
  const answers: Record<string, string> = {};
  for (const period of [june, '2026'])
    for (const { key: table } of internalRules) {
      const asked = { period, grouping: null, table };
      const read = await coordinator.readInternalTable(asked);
      answers[`${period} ${table}`] = bare(made, read);
      centre.clock.advance(300);
      const row = read.table.rows.findIndex(({ cells }) => (cells[0] ?? 0) > 0);
      if (row < 0) continue;
      answers[`${period} ${table} list`] = bare(made, await coordinator.listFigure({ ...asked, row, column: 0 }));
    }
  answers['changes'] = bare(made, await coordinator.readMonthChanges({ month: june }));
  answers['reconciliation'] = bare(made, await coordinator.readReconciliation({ month: june }));
  answers['now'] = bare(made, await coordinator.readMonthsNow({}));
  const { validated, quality, complete } = await coordinator.getMonth({ month: june });
  answers['month'] = bare(made, { validated, quality, complete });
  const { file } = await coordinator.makeInternalFile({ period: june, grouping: null });
  const sheets = await readSpreadsheet(await bytesOf(centre, file), 300);
  answers['file'] = JSON.stringify(sheets);
  expect(sheets[0]?.rows.flat()).toContain(notCountedInFile);
  const { months, indicators } = await coordinator.readMonitoring({ until: june });
  answers['monitoring'] = bare(made, indicators);
  answers['year'] = bare(made, [await coordinator.readCentreYear({}), await coordinator.readSeries({})]);
  answers['behind'] = bare(
    made,
    await coordinator.listMonitoring({ indicator: 'types', months, kind: null, part: null }),
  );
  return answers;
}

describe.each([
  [
    'a conflict of the reader',
    (centre: TestCentre) => declare(centre, 'coordina', { givenNames: 'Dora', firstSurname: 'Delgado' }),
  ],
  [
    'a seal, of which the reader is a member',
    (centre: TestCentre, hidden: Made) => seal(centre, hidden.caseId, { members: ['psico', 'coordina'] }),
  ],
])('after %s', (_, closeIt) => {
  it('no exact figure, list, file or comparison tells anything of the ficha', async () => {
    const answers = [];
    for (const last of [usual, others]) {
      const { centre, made, hidden } = await closedJune(last);
      await closeIt(centre, hidden);
      await changeOthers(centre, made);
      const all = await everything(centre, made);
      expect(JSON.stringify(all)).not.toContain(hidden.number);
      answers.push(all);
    }
    expect(answers[0]).toEqual(answers[1]);
  });

  it('what was frozen of the others is as it was frozen, whatever was changed since', async () => {
    const { centre, made, hidden } = await closedJune(others);
    const coordinator = await centre.as('coordina');
    const rows = async () => (await coordinator.readMonthChanges({ month: june })).frozen?.rows ?? [];
    const whole = await rows();
    await closeIt(centre, hidden);
    await changeOthers(centre, made);
    const its = ['Total', 'Psicológica', '60 a más años', 'Hombre'];
    expect((await rows()).map(({ label, frozen }) => [label, frozen])).toEqual(
      whole.map(({ label, frozen }) => [label, frozen - (its.includes(label) ? 1 : 0)]),
    );
    const today = Object.fromEntries((await rows()).map((row) => [row.label, row.today]));
    expect(today).toMatchObject({ Total: 2, '0 a 17 años': 1, '60 a más años': 1, Hombre: 0 });
    const { frozen } = await coordinator.readMonthChanges({ month: june });
    expect(frozen?.changes.map(({ cause, number }) => [cause, number])).toEqual([
      ['annulled', made[1]?.number],
      ['corrected', made[0]?.number],
    ]);
  });
});

it('of a month that went out with its figures, too: those that it counted, and no ficha validated since', async () => {
  const first = await startCentre();
  for (let at = 0; at < 22; at += 1)
    await first.aCase({ user: somebody(at), a: { answers: { userAge: 20 + at * 3 } } });
  const hidden = await first.aCase(options(3, others));
  first.clock.set(july);
  const centre = await first.restart();
  await close(centre, june);
  const coordinator = await centre.as('coordina');
  const frozen = async () =>
    (await coordinator.readMonthChanges({ month: june })).frozen?.rows.map((row) => row.frozen);
  const whole = await frozen();
  const its = [1, 0, 1, 0, 0, 0, 0, 1, 0, 1];
  await seal(centre, hidden.caseId, { members: ['psico', 'coordina'] });
  await centre.aCase(options(4, others));
  expect(await frozen()).toEqual(whole?.map((count, at) => count - (its[at] ?? 0)));
  expect(whole?.[0]).toBe(23);
});

it('a ficha typed again under a seal is told of by nothing', async () => {
  const { centre, made } = await closedJune(usual);
  const her = await (await centre.as('psico')).findPersons({ query: '17654321', arrivalId: null, role: 'any' });
  await changeOthers(centre, made);
  const typed = await centre.aCase({ ...options(1, usual), userId: her.candidates[0]?.personId ?? '' });
  const coordinator = await centre.as('coordina');
  const causes = async () =>
    (await coordinator.readMonthChanges({ month: june })).frozen?.changes.map(({ cause, other }) => [cause, other]);
  expect(await causes()).toContainEqual(['twice', typed]);
  await seal(centre, typed.caseId, { members: ['psico', 'coordina'] });
  expect(await causes()).toEqual([
    ['annulled', null],
    ['corrected', null],
  ]);
});

it('what counts for no reader counts the ficha still: the closing, its file and the reserved export', async () => {
  const { centre } = await aJune(others);
  await declare(centre, 'coordina', { givenNames: 'Dora', firstSurname: 'Delgado' });
  const coordinator = await centre.as('coordina');
  expect(await coordinator.readInternalTable({ period: june, grouping: null, table: 'T1' })).toMatchObject({
    cases: 3,
  });
  expect((await coordinator.getMonth({ month: june })).validated).toBe(3);
  centre.clock.set(july);
  const next = await centre.restart();
  const leads = await next.as('coordina');
  const proposed = await leads.proposeMonthClosing({ month: june }, again);
  const approver = await next.as('psico');
  expect((await approver.readProposedClosing({ proposalId: proposed.id })).validated).toBe(4);
  await approver.approveMonthClosing({ proposalId: proposed.id }, again);
  const { identity } = await withKey(next);
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const tables = await readSpreadsheet(await decrypter.decrypt((await madeReserved(next)).bytes), 1000);
  const total = tables.find(({ name }) => name === 'T1')?.rows.find(([label]) => label === 'Total');
  expect(total?.[1]).toBe(4);
  expect(JSON.stringify(tables)).not.toContain('un conflicto');
});
