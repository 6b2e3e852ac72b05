/** Prevention: what is planned, done and cancelled, programmes, and T18; who may, and what is refused. */
import { afterEach, describe, expect, it } from 'vitest';
import { preventionCounts, preventionTables } from '../../../src/main/prevention/index.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import type { CivilDate, Month } from '../../../src/shared/platform/dates.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';
import { blankValues } from '../../../src/shared/record/index.ts';
import { resultFields, type PreventionTable } from '../../../src/shared/prevention/index.ts';
import { queriesOf } from '../../../src/main/platform/storage/migrate.ts';
import { insideFile } from '../inside-file.ts';
import { allIn, inTransaction, type Database, type Trx } from '../../support/tables.ts';
import { sectionAForm } from '../../support/case-builder.ts';
import { fixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type Form = InputGivenOf<Contract['keepPreventionActivity']>['form'];
type Result = InputGivenOf<Contract['recordPreventionResult']>['result'];

const start = () => startCentre({ clock: fixedClock('2026-06-10T15:00:00.000Z') });

async function promoter(centre: TestCentre) {
  const client = await centre.as('promocion');
  const { staff, terms } = await client.readPrevention({ month: null });
  const lead = staff.find(({ fullName }) => fullName.includes('Promotora'));
  const plan: Form = {
    ...{ heldOn: '2026-06-09' as CivilDate, startsAt: '09:00', minutes: 120, activityType: 'type-workshop' },
    ...{ activityGroup: 'group-schools', topic: 'Señales de control', audience: 'audience-students' },
    ...{ mode: 'inPerson', place: 'Colegio Los Ejemplos', districtCode: '150132', hostInstitution: null },
    ...{ leadStaff: lead?.id ?? ('' as never), strategy: null, programmeId: null, sessionNumber: null },
    ...{ officialCode: null, notes: null },
  };
  const keep = (more: Partial<Form> = {}) =>
    client.keepPreventionActivity({ id: null, version: null, form: { ...plan, ...more } });
  return { client, plan, keep, terms };
}

const result = (more: Partial<Result> = {}): Result => ({
  ...(blankValues(resultFields) as Result),
  attendance: [
    { sex: 'women', age: 'age-12', people: 19 },
    { sex: 'women', age: 'age-30', people: 2 },
    { sex: 'men', age: 'age-12', people: 16 },
  ],
  ...more,
});

async function issuesOf(work: () => Promise<unknown>): Promise<string[]> {
  const failure = await work().then(
    () => null,
    (error: unknown) => (error instanceof ExpectedFailure ? error.failure : null),
  );
  return (failure?.issues ?? []).map(({ path }) => path);
}

/** What the month, which stands above, is told: read in the file once the program has left it. */
async function counted<Value>(centre: TestCentre, work: (trx: Trx) => Promise<Value>): Promise<Value> {
  await centre.close();
  return insideFile(centre.folder, (db) => inTransaction(queriesOf<Database>(db), work));
}

const done = { version: null };

describe('an activity', () => {
  it('is planned, done with its attendance, corrected, and read again as it was typed', async () => {
    const centre = await start();
    const { client, keep } = await promoter(centre);
    const { id: activityId } = await keep();
    expect(await client.countPrevention({})).toEqual({ open: 1 });
    const { version } = await client.recordPreventionResult({
      activityId,
      ...done,
      result: result({ signedTotal: 38 }),
    });
    expect(await client.countPrevention({})).toEqual({ open: 0 });
    const read = async () => (await client.readPrevention({ month: '2026-06' })).activities[0];
    expect((await read())?.standing).toMatchObject({ state: 'done', version: 1, result: { signedTotal: 38 } });
    // What another window had read is no longer there.
    const late = { activityId, ...done, result: result() };
    expect(await refusal(() => client.recordPreventionResult(late))).toBe('conflict/');
    await client.recordPreventionResult({
      ...{ activityId, version },
      result: result({ attendance: [{ sex: 'unknown', age: 'unknown', people: 38 }] }),
    });
    expect((await read())?.standing.result?.attendance).toEqual([{ sex: 'unknown', age: 'unknown', people: 38 }]);
    const { changes } = await client.listPreventionResultChanges({ activityId });
    expect(changes[0]?.fields).toContainEqual({ field: 'attendance.women.age-12', before: 19, after: null });
  });

  it('is read by Coordinación, who writes nothing, and by nobody else', async () => {
    const centre = await start();
    const { keep, plan } = await promoter(centre);
    const { id: activityId } = await keep();
    const coordinator = await centre.as('coordina');
    expect((await coordinator.readPrevention({ month: null })).activities).toHaveLength(1);
    expect(await refusal(() => coordinator.keepPreventionActivity({ id: null, version: null, form: plan }))).toMatch(
      /^forbidden/,
    );
    const recorded = { activityId, ...done, result: result() };
    expect(await refusal(() => coordinator.recordPreventionResult(recorded))).toMatch(/^forbidden/);
    for (const login of ['psico', 'social', 'legal', 'admision', 'soporte', 'visita'] as const) {
      const client = await centre.as(login);
      expect(await refusal(() => client.readPrevention({ month: null })), login).toMatch(/^forbidden/);
    }
  });

  it('is refused twice, with a value of no list, before its day, without attendance', async () => {
    const centre = await start();
    const { client, keep } = await promoter(centre);
    await keep();
    expect(await refusal(() => keep())).toBe('duplicate/activity-twice');
    expect(await refusal(() => keep({ topic: 'Otro', audience: 'type-talk' }))).toBe('rule-broken/term-unknown');
    expect(await issuesOf(() => keep({ topic: 'Otro', audience: 'type-talk' }))).toEqual(['form.audience']);
    const nobody = '00000000-0000-4000-8000-000000000000' as Form['leadStaff'];
    expect(await refusal(() => keep({ topic: 'Otro', leadStaff: nobody }))).toBe('rule-broken/lead-unknown');
    const { id } = await keep({ heldOn: '2026-06-11' as CivilDate });
    const early = { activityId: id, ...done, result: result() };
    expect(await refusal(() => client.recordPreventionResult(early))).toBe('rule-broken/activity-in-future');
    const today = await keep({ heldOn: '2026-06-10' as CivilDate });
    const record = (more: Partial<Result>) =>
      client.recordPreventionResult({ activityId: today.id, ...done, result: result(more) });
    expect(await refusal(() => record({ attendance: [] }))).toBe('rule-broken/attendance-missing');
    expect(await refusal(() => record({ reach: 500 }))).toBe('rule-broken/no-reach');
    const other = [{ sex: 'women' as const, age: 'age-99', people: 1 }];
    expect(await refusal(() => record({ attendance: other }))).toBe('rule-broken/term-unknown');
    expect(await issuesOf(() => record({ withDisability: 50 }))).toEqual(['result.withDisability']);
    await record({});
    // A day that is to come does not take with it what is done.
    const moved = { ...(await keep({ topic: 'Tema aparte', heldOn: '2026-06-10' as CivilDate })) };
    await client.recordPreventionResult({ activityId: moved.id, ...done, result: result() });
    const { id: movedId, version, isActive: _active, changedOn: _changed, ...form } = moved;
    const later = { ...form, heldOn: '2026-06-20' as CivilDate };
    expect(await refusal(() => client.keepPreventionActivity({ id: movedId, version, form: later }))).toBe(
      'rule-broken/activity-in-future',
    );
  });

  it('is cancelled with a reason, planned again, and withdrawn: none of it counts', async () => {
    const centre = await start();
    const { client, keep } = await promoter(centre);
    const kept = await keep();
    const activityId = kept.id;
    const cancel = (words: string | null, code: 'host' | 'other' = 'host') =>
      client.cancelPreventionActivity({ activityId, ...done, reason: { code, words } });
    expect(await refusal(() => cancel(null, 'other'))).toBe('invalid/');
    await cancel(null);
    const again = { activityId, version: 1, reason: { code: 'host' as const, words: null } };
    expect(await refusal(() => client.cancelPreventionActivity(again))).toBe('rule-broken/activity-settled');
    const { id: left } = await keep({ topic: 'Se cancela y queda así' });
    await client.cancelPreventionActivity({ activityId: left, ...done, reason: { code: 'other', words: 'Huelga.' } });
    await client.replanPreventionActivity({ activityId, version: 1 });
    expect(await refusal(() => client.replanPreventionActivity({ activityId, version: 2 }))).toBe(
      'rule-broken/activity-settled',
    );
    await client.recordPreventionResult({ activityId, version: 2, result: result() });
    await client.retirePreventionActivity({ id: activityId, version: kept.version, isActive: false });
    const record = { activityId, version: 3, result: result() };
    expect(await refusal(() => client.recordPreventionResult(record))).toBe('rule-broken/activity-withdrawn');
    const counts = await counted(centre, (trx) => preventionCounts(trx, '2026-06' as Month));
    expect(Object.values(counts)).toEqual([0, 0, 0]);
  });

  it('keeps photographs only with the permission of whom they show, and of the guardian of a child', async () => {
    const centre = await start();
    const { client, keep } = await promoter(centre);
    const { id: activityId } = await keep();
    const photos = (more: Partial<Result>) => () =>
      client.recordPreventionResult({ activityId, ...done, result: result({ photos: 3, ...more }) });
    const all = { photoPeople: 2, photoConsents: 2, photoChildren: 4, guardianConsents: 4 };
    expect(await issuesOf(photos({ ...all, photoChildren: null }))).toEqual(['result.photoChildren']);
    expect(await issuesOf(photos({ ...all, guardianConsents: 3 }))).toEqual(['result.guardianConsents']);
    expect(await issuesOf(photos({ ...all, photoConsents: 1 }))).toEqual(['result.photoConsents']);
    expect(await issuesOf(photos({ ...all, photos: null }))).toHaveLength(4);
    await photos(all)();
  });
});

describe('a programme', () => {
  const form = {
    name: 'Varones por el buen trato',
    groupWords: 'Local comunal',
    participants: 18,
    sessions: 8,
    notes: null,
  };
  const score = {
    before: { on: '2026-05-05' as CivilDate, people: 18 },
    later: { on: '2026-06-09' as CivilDate, people: 16 },
    isFinal: false,
    factors: [
      { factor: 'factor-money', before: 12, isWorked: true, later: 5 },
      { factor: 'factor-alcohol', before: 7, isWorked: false, later: 7 },
    ],
  };

  it('has its sessions by number, each once, and what was found before and after', async () => {
    const centre = await start();
    const { client, keep } = await promoter(centre);
    const { id: programmeId } = await client.keepPreventionProgramme({ id: null, version: null, form });
    const session = (sessionNumber: number, topic: string) =>
      keep({ programmeId, sessionNumber, topic, activityType: 'type-session' });
    const first = await session(1, 'Uno');
    expect(await refusal(() => session(1, 'Otra vez'))).toBe('rule-broken/session-twice');
    expect(await issuesOf(() => keep({ programmeId }))).toEqual(['form.sessionNumber']);
    const missing = '00000000-0000-4000-8000-000000000000' as typeof programmeId;
    expect(await refusal(() => keep({ programmeId: missing, sessionNumber: 2 }))).toBe('rule-broken/programme-unknown');
    await client.recordPreventionResult({ activityId: first.id, ...done, result: result() });
    await client.keepPreventionScore({ programmeId, version: null, score });
    expect(await refusal(() => client.keepPreventionScore({ programmeId, version: null, score }))).toBe('conflict/');
    const late = { ...score, later: { on: '2026-06-11' as CivilDate, people: 16 } };
    expect(await refusal(() => client.keepPreventionScore({ programmeId, version: 1, score: late }))).toBe(
      'rule-broken/score-in-future',
    );
    await client.keepPreventionScore({ programmeId, version: 1, score: { ...score, isFinal: true } });
    const { changes } = await client.listPreventionProgrammeChanges({ id: programmeId });
    expect(changes.map(({ isFirst, fields }) => [isFirst, ...fields.map(({ field }) => field)])).toContainEqual([
      ...[false, 'isFinal'],
    ]);
    const [read] = (await client.readPrevention({ month: null })).programmes;
    expect(read).toMatchObject({
      sessions: [{ number: 1, state: 'done', people: 37 }],
      score: { ...score, isFinal: true },
      scoreVersion: 2,
    });
    expect(await refusal(() => client.keepPreventionProgramme({ id: null, version: null, form }))).toBe(
      'duplicate/programme-twice',
    );
  });
});

it('is not made media, or no media, while what was written of how it ended stands', async () => {
  const { client, plan, keep } = await promoter(await start());
  const talk = await keep();
  const { version } = await client.recordPreventionResult({ activityId: talk.id, ...done, result: result() });
  const form = { ...plan, activityType: 'type-media' };
  const change = () => client.keepPreventionActivity({ id: talk.id, version: talk.version, form });
  expect(await refusal(change)).toBe('rule-broken/type-has-result');
  expect(await issuesOf(change)).toEqual(['form.activityType']);
  await client.replanPreventionActivity({ activityId: talk.id, version });
  await change();
  const radio = await keep({ ...form, topic: 'En la radio' });
  await client.recordPreventionResult({
    ...{ activityId: radio.id, ...done },
    result: result({ attendance: [], reach: 900 }),
  });
  expect(
    await refusal(() =>
      client.keepPreventionActivity({
        ...{ id: radio.id, version: radio.version },
        form: { ...plan, topic: 'En la radio' },
      }),
    ),
  ).toBe('rule-broken/type-has-result');
});

it('is led by somebody of the team, and is no session that its programme has not', async () => {
  const centre = await start();
  const { client, keep } = await promoter(centre);
  const programme = { name: 'Lideresas', groupWords: 'La Loma', participants: 11, sessions: 2, notes: null };
  const { id: programmeId } = await client.keepPreventionProgramme({ id: null, version: null, form: programme });
  expect(await refusal(() => keep({ programmeId, sessionNumber: 9 }))).toBe('rule-broken/session-beyond');
  const { staff } = await (await centre.as('coordina')).listStaff({});
  for (const login of ['soporte', 'visita']) {
    const leadStaff = staff.find((one) => one.login === login)?.id;
    if (leadStaff === undefined) throw new Error('nobody');
    expect(await refusal(() => keep({ leadStaff })), login).toBe('rule-broken/lead-unknown');
  }
});

describe('T18', () => {
  const cells = (tables: readonly PreventionTable[], sheet: string) =>
    tables.find((one) => one.sheet === sheet)?.rows.map(({ label, cells: own }) => `${label}: ${own.join(' ')}`);

  it('counts what was done, in the month in which it was held, and media by its reach alone', async () => {
    const centre = await start();
    const { client, keep } = await promoter(centre);
    const programme = { name: 'Lideresas', groupWords: 'La Loma', participants: 11, sessions: 2, notes: null };
    const { id: programmeId } = await client.keepPreventionProgramme({ id: null, version: null, form: programme });
    const record = async (more: Partial<Form>, given: Partial<Result> = {}) => {
      const { id: activityId } = await keep(more);
      await client.recordPreventionResult({ activityId, ...done, result: result(given) });
    };
    await record({ heldOn: '2026-05-31' as CivilDate, programmeId, sessionNumber: 1 });
    await record(
      { heldOn: '2026-06-01' as CivilDate, programmeId, sessionNumber: 2, minutes: 90 },
      {
        attendance: [{ sex: 'women', age: 'age-18', people: 11 }],
      },
    );
    await record({ heldOn: '2026-06-02' as CivilDate, activityType: 'type-media' }, { attendance: [], reach: 5000 });
    await keep({ heldOn: '2026-06-03' as CivilDate });
    const media = await keep({ heldOn: '2026-06-04' as CivilDate, activityType: 'type-media' });
    const wrong = { activityId: media.id, ...done, result: result({ reach: 10 }) };
    expect(await refusal(() => client.recordPreventionResult(wrong))).toBe('rule-broken/reach-instead');
    const cases = [
      { intakeChannel: 4, awarenessSource: 14 },
      { intakeChannel: 1, awarenessSource: 26 },
      { intakeChannel: 1, awarenessSource: 9 },
    ] as const;
    for (const answers of cases) await centre.aCase({ a: sectionAForm({ answers }) });
    // Not validated yet: it is not counted.
    await centre.aCase({ a: sectionAForm({ answers: { intakeChannel: 4 } }), isValidated: false });
    // No month is closed: the number does not tell when a ficha was validated.
    expect((await client.readPrevention({ month: null })).inserted).toBeNull();
    expect((await (await centre.as('coordina')).verifyRecord({})).isSound).toBe(true);
    const { counts, tables } = await counted(centre, async (trx) => ({
      counts: await preventionCounts(trx, '2026-06' as Month),
      tables: await preventionTables(trx, '2026-05-01' as CivilDate, '2026-06-30' as CivilDate, { reader: null }),
    }));
    expect(counts).toEqual({
      ...{ 'prevention-activities': 2, 'prevention-sessions': 1, 'prevention-participants': 11 },
    });
    expect(cells(tables, 'T18')).toEqual([
      ...['Actividades hechas: 3', 'De ellas, sesiones de un programa: 2', 'Participaciones: 48', 'Horas: 6'],
      ...['Programas con todas sus sesiones: 1', 'Casos insertados (forma de ingreso 4): 1'],
      'Usuarias que supieron del servicio por prevención: 2',
    ]);
    expect(cells(tables, 'T18Tipo')).toEqual(['Difusión en medios: 1 0 5000', 'Taller: 2 48 0', 'Total: 3 48 5000']);
    expect(cells(tables, 'T18Participantes')?.[3]).toBe('Total: 48 0 0 35 11 2 0 0');
    // A ficha reservada is in no figure of prevention either.
    const sealed = await counted(centre, async (trx) => {
      await allIn(trx).updateTable('case_file').set({ is_sealed: 1 }).execute();
      return preventionTables(trx, '2026-05-01' as CivilDate, '2026-06-30' as CivilDate, {
        ...{ reader: null, placeName: () => 'Distrito' },
      });
    });
    expect(
      cells(sealed, 'T18')
        ?.slice(-2)
        .map((line) => line.slice(-1)),
    ).toEqual(['0', '0']);
    expect(cells(sealed, 'T18Distrito')).toEqual(['Distrito: 3 48 5000', 'Total: 3 48 5000']);
    // The sum, and the highest session.
    expect(cells(tables, 'T18Programas')).toEqual(['Lideresas: 2 2 48 37']);
  });
});
