import { afterEach, describe, expect, it } from 'vitest';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';
import { aHearing, anEvent, at, measure } from './a-proceeding.ts';

afterEach(closeCentres);

async function withCase(): Promise<{ centre: TestCentre; caseId: string; number: string }> {
  const centre = await startCentre();
  return { centre, ...(await centre.aCase()) };
}

describe('events', () => {
  it('start their terms by the exact time, and say which', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const { started } = await lawyer.recordEvent({ caseId, event: anEvent('courtReceived', '2026-06-10 08:40') });
    expect(started).toEqual([
      { ruleId: 'D03a', task: expect.stringContaining('medidas') as string, on: '2026-06-11', time: '08:40' },
    ]);
    const { deadlines, events, view } = await lawyer.getProceedings({ caseId });
    expect(view).toBe('full');
    expect(events).toMatchObject([{ event: { kind: 'courtReceived', fileNumber: '00001-2026' }, version: 1 }]);
    expect(deadlines).toMatchObject([
      {
        ruleId: 'D03a',
        state: 'open',
        confirmation: 'secondary',
        trigger: { kind: 'courtReceived', act: null, at: at('2026-06-10 08:40') },
        warnsAt: { on: '2026-06-11', time: '08:40' },
        isOverdue: false,
        earlier: [],
      },
    ]);
    centre.clock.set('2026-06-11T13:41:00.000Z');
    const later = await (await centre.restart()).as('legal');
    expect((await later.getProceedings({ caseId })).deadlines[0]?.isOverdue).toBe(true);
  });

  it('of a prosecutor take effect by the days of a prosecutor, as their term does', async () => {
    const { centre, caseId } = await withCase();
    centre.clock.set('2026-08-05T15:00:00.000Z');
    const lawyer = await centre.as('legal');
    const notification = { form: 'electronicBox' as const, entry: at('2026-08-03'), effectOn: null };
    await lawyer.recordEvent({ caseId, event: anEvent('archived', '2026-08-03', { notification }) });
    const { events, deadlines } = await lawyer.getProceedings({ caseId });
    // The judicial day of 4 August counts here.
    expect(events[0]?.effectOn).toBe('2026-08-05');
    expect(deadlines).toMatchObject([{ ruleId: 'D15', due: { byEffect: { start: { on: '2026-08-05' } } } }]);
  });

  it('hold the notification with the day it came in and the day it takes effect, and warn at the earlier', async () => {
    const { centre, caseId } = await withCase();
    centre.clock.set('2026-06-26T15:00:00.000Z');
    const lawyer = await centre.as('legal');
    const notification = { form: 'electronicBox' as const, entry: at('2026-06-25 16:00'), effectOn: null };
    const measures = [measure('no-approach', 'granted'), measure('weapon-ban', 'denied')];
    await lawyer.recordEvent({ caseId, event: anEvent('measuresDecided', '2026-06-24', { notification, measures }) });
    const read = await lawyer.getProceedings({ caseId });
    expect(read.events[0]?.effectOn).toBe('2026-06-30');
    expect(read.deadlines).toMatchObject([
      {
        ruleId: 'D05',
        warnsAt: { on: '2026-07-02', time: '23:59' },
        due: {
          lacksDistance: true,
          byEntry: {
            due: { on: '2026-07-02' },
            countsStart: true,
            skipped: [{}, {}, { name: 'San Pedro y San Pablo' }],
          },
          byEffect: { due: { on: '2026-07-03' } },
        },
      },
    ]);
    expect(read.measures).toMatchObject([
      { kind: 'no-approach', state: 'granted' },
      { kind: 'weapon-ban', state: 'denied' },
    ]);
  });

  it('carry each measure along its road, and a later day never undoes a breach', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const granted = [measure('no-contact', 'granted'), measure('removal-from-home', 'partlyGranted')];
    const one = [measure('no-contact')];
    await lawyer.recordEvent({ caseId, event: anEvent('measuresRequested', '2026-06-01', { measures: one }) });
    await lawyer.recordEvent({ caseId, event: anEvent('measuresDecided', '2026-06-02', { measures: granted }) });
    await lawyer.recordEvent({ caseId, event: anEvent('policeNotified', '2026-06-03', { measures: one }) });
    await lawyer.recordEvent({ caseId, event: anEvent('breach', '2026-06-05 22:00', { measures: one }) });
    await lawyer.recordEvent({ caseId, event: anEvent('accusedNotified', '2026-06-06', { measures: one }) });
    const states = async () =>
      (await lawyer.getProceedings({ caseId })).measures.map(({ kind, state, steps }) => [kind, state, steps.length]);
    expect(await states()).toEqual([
      ['no-contact', 'breached', 5],
      ['removal-from-home', 'partlyGranted', 1],
    ]);
    await lawyer.recordEvent({ caseId, event: anEvent('measuresLifted', '2026-06-09', { measures: one }) });
    expect((await states())[0]).toEqual(['no-contact', 'lifted', 6]);
  });

  it('refuse what has not happened, and steps of measures nobody granted', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const refused = (event: ReturnType<typeof anEvent>) => refusal(() => lawyer.recordEvent({ caseId, event }));
    expect(await refused(anEvent('policeInformed', '2026-06-11'))).toBe('rule-broken/event-in-future');
    expect(await refused(anEvent('policeInformed', '2026-06-10 11:30'))).toBe('rule-broken/event-in-future');
    expect(await refused(anEvent('policeNotified', '2026-06-09', { measures: [measure('no-contact')] }))).toBe(
      'rule-broken/measure-not-in-force',
    );
    expect(await refused(anEvent('measuresRequested', '2026-06-09'))).toBe('invalid/');
    expect(await refused(anEvent('measuresDecided', '2026-06-09', { measures: [measure('no-contact')] }))).toBe(
      'invalid/',
    );
    const early = { form: 'paper' as const, entry: at('2026-06-08'), effectOn: null };
    expect(await refused(anEvent('judgment', '2026-06-09', { notification: early }))).toBe('invalid/');
    expect((await lawyer.getProceedings({ caseId })).events).toEqual([]);
  });
});

describe('a corrected event', () => {
  it('keeps what stood before, computes its open terms again with their old dates, and leaves the closed ones', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const event = anEvent('policeNotified', '2026-06-08', { measures: [measure('no-contact')] });
    await lawyer.recordEvent({
      caseId,
      event: anEvent('measuresDecided', '2026-06-05', { measures: [measure('no-contact', 'granted')] }),
    });
    const { eventId } = await lawyer.recordEvent({ caseId, event });
    const before = (await lawyer.getProceedings({ caseId })).deadlines;
    expect(before.map(({ ruleId, warnsAt }) => [ruleId, warnsAt?.on])).toEqual([
      ['D11a', '2026-06-30'],
      ['D12a', '2026-12-10'],
    ]);
    const [first] = before;
    if (first === undefined) throw new Error('no term');
    const settle = { state: 'done' as const, on: '2026-06-10', documentId: null, proof: 'Informe policial 12-2026' };
    await lawyer.settleDeadline({ caseId, deadlineId: first.id, version: first.version, settle });
    const corrected = { ...event, at: at('2026-06-09') };
    const change = { caseId, eventId, isWithdrawn: false, reason: 'otherDate' as const, words: null };
    await lawyer.correctEvent({ ...change, version: 1, event: corrected });
    expect(await refusal(() => lawyer.correctEvent({ ...change, version: 1, event: corrected }))).toBe('conflict/');
    const after = await lawyer.getProceedings({ caseId });
    expect(after.deadlines).toMatchObject([
      // 8 and 9 December are days off: either ends on the 10th, with another start.
      { ruleId: 'D12a', warnsAt: { on: '2026-12-10' }, earlier: [{ byEntry: { start: { on: '2026-06-08' } } }] },
      {
        ruleId: 'D11a',
        state: 'done',
        warnsAt: { on: '2026-06-30' },
        earlier: [],
        settled: { on: '2026-06-10', by: 'Luz Inventada Legal', proof: 'Informe policial 12-2026' },
      },
    ]);
    const changed = after.events.find(({ id }) => id === eventId);
    expect(changed?.changes).toMatchObject([{ before: { at: at('2026-06-08') }, reason: 'otherDate' }]);
  });

  it('taken back closes what it started, and opens it again when that was the mistake', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const event = anEvent('courtReceived', '2026-06-10 08:00');
    const { eventId } = await lawyer.recordEvent({ caseId, event });
    const change = { caseId, eventId, event, reason: 'notHappened' as const, words: null };
    await lawyer.correctEvent({ ...change, version: 1, isWithdrawn: true });
    const read = await lawyer.getProceedings({ caseId });
    expect(read.deadlines).toMatchObject([
      { state: 'notApplicable', settled: { proof: expect.any(String) as string } },
    ]);
    expect(read.events).toMatchObject([{ isWithdrawn: true }]);
    await lawyer.correctEvent({ ...change, version: 2, isWithdrawn: false });
    expect((await lawyer.getProceedings({ caseId })).deadlines).toMatchObject([{ state: 'open', settled: null }]);
  });
});

describe('a closed term', () => {
  it('names its proof, is closed once, and never with a paper of another case', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    await lawyer.recordEvent({ caseId, event: anEvent('courtReceived', '2026-06-10 08:00') });
    const [term] = (await lawyer.getProceedings({ caseId })).deadlines;
    if (term === undefined) throw new Error('no term');
    const target = { caseId, deadlineId: term.id, version: term.version };
    const settle = { state: 'done' as const, on: '2026-06-10', documentId: null, proof: 'Resolución 1' };
    const foreign = { ...settle, documentId: '00000000-0000-4000-8000-000000000001' };
    expect(await refusal(() => lawyer.settleDeadline({ ...target, settle: foreign }))).toBe('not-found/');
    expect(await refusal(() => lawyer.settleDeadline({ ...target, settle: { ...settle, proof: null } }))).toBe(
      'invalid/',
    );
    expect(await refusal(() => lawyer.settleDeadline({ ...target, settle: { ...settle, on: '2026-06-11' } }))).toBe(
      'rule-broken/event-in-future',
    );
    expect(await refusal(() => lawyer.settleDeadline({ ...target, version: 9, settle }))).toBe('conflict/');
    await lawyer.settleDeadline({ ...target, settle });
    expect(await refusal(() => lawyer.settleDeadline({ ...target, version: 2, settle }))).toBe(
      'rule-broken/deadline-closed',
    );
  });
});

describe('who may', () => {
  it('psychology reads measures, dates, hearings and breaches, never the notes; admission reads nothing', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const secret = 'Estrategia inventada que no sale';
    const event = anEvent('measuresRequested', '2026-06-09', {
      measures: [measure('no-contact')],
      words: 'Para todo el equipo',
      note: secret,
    });
    const { eventId } = await lawyer.recordEvent({ caseId, event });
    const words = { reason: 'addedDetail' as const, words: null, isWithdrawn: false };
    await lawyer.correctEvent({ caseId, eventId, version: 1, event: { ...event, document: 'Escrito 1' }, ...words });
    await lawyer.saveHearing({
      caseId,
      hearingId: null,
      version: null,
      hearing: aHearing('2026-06-15', '09:00', { note: secret }),
    });
    for (const login of ['psico', 'social'] as const) {
      const read = await (await centre.as(login)).getProceedings({ caseId });
      expect(read).toMatchObject({ view: 'status', measures: [{ state: 'requested' }], hearings: [{}] });
      expect(read.events[0]?.event.words).toBe('Para todo el equipo');
      expect(JSON.stringify(read)).not.toContain(secret);
    }
    expect(JSON.stringify(await lawyer.getProceedings({ caseId }))).toContain(secret);
    const desk = await centre.as('admision');
    expect(await refusal(() => desk.getProceedings({ caseId }))).toBe('forbidden/');
    const psychologist = await centre.as('psico');
    expect(await refusal(() => psychologist.recordEvent({ caseId, event }))).toBe('forbidden/');
  });
});

describe('hearings', () => {
  it('tell of a clash and of a journey, without the ficha of a case the reader may not know', async () => {
    const { centre, caseId } = await withCase();
    const other = await centre.aCase({ user: { document: { kind: 'dni', state: 'known', number: '00445566' } } });
    const lawyer = await centre.as('legal');
    const { professionals } = await lawyer.getProceedings({ caseId });
    const me = professionals.find(({ name }) => name.startsWith('Luz'))?.id ?? null;
    const first = aHearing('2026-06-15', '09:00', { attendsId: me });
    await lawyer.saveHearing({ caseId: other.caseId, hearingId: null, version: null, hearing: first });
    const clashes = async (hearing: ReturnType<typeof aHearing>) =>
      (await lawyer.findClashes({ caseId, hearingId: null, hearing })).clashes;
    const clash = { time: '09:00', person: 'Luz Inventada Legal', number: other.number };
    expect(await clashes(aHearing('2026-06-15', '09:30', { attendsId: me }))).toEqual([{ ...clash, kind: 'clash' }]);
    expect(await clashes(aHearing('2026-06-15', '11:00', { attendsId: me }))).toEqual([]);
    const far = { district: '080101', substituteId: me };
    expect(await clashes(aHearing('2026-06-15', '12:00', far))).toEqual([{ ...clash, kind: 'travel' }]);
    expect(await clashes(aHearing('2026-06-15', '12:00', { ...far, mode: 'video', link: 'Enlace' }))).toEqual([]);
    expect(await clashes(aHearing('2026-06-15', '09:00'))).toEqual([]);
    expect(await clashes(aHearing('2026-06-16', '09:00', { attendsId: me }))).toEqual([]);
  });

  it('are changed by version, ended once, and kept as they ended', async () => {
    const { centre, caseId } = await withCase();
    const lawyer = await centre.as('legal');
    const hearing = aHearing('2026-06-15', '09:00');
    const { hearingId } = await lawyer.saveHearing({ caseId, hearingId: null, version: null, hearing });
    const moved = { ...hearing, time: '10:00' };
    await lawyer.saveHearing({ caseId, hearingId, version: 1, hearing: moved });
    expect(await refusal(() => lawyer.saveHearing({ caseId, hearingId, version: 1, hearing }))).toBe('conflict/');
    const end = { state: 'held' as const, result: 'Se dictaron medidas' };
    await lawyer.endHearing({ caseId, hearingId, version: 2, end });
    expect(await refusal(() => lawyer.endHearing({ caseId, hearingId, version: 3, end }))).toBe(
      'rule-broken/hearing-closed',
    );
    const read = (await lawyer.getProceedings({ caseId })).hearings;
    expect(read).toMatchObject([{ state: 'held', result: 'Se dictaron medidas', hearing: { time: '10:00' } }]);
    const video = aHearing('2026-06-15', '09:00', { mode: 'video', link: null });
    expect(await refusal(() => lawyer.saveHearing({ caseId, hearingId: null, version: null, hearing: video }))).toBe(
      'invalid/',
    );
  });
});
