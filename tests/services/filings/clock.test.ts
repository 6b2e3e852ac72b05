/** What the clock holds is offered by the writs that rest on it, with the term it runs; nothing withdrawn comes back. */
import { afterEach, describe, expect, it } from 'vitest';
import { rulesMetBy } from '../../../src/main/filings/clock.ts';
import type { FilingKind } from '../../../src/shared/filings/index.ts';
import { measureLabels } from '../../../src/shared/proceedings/index.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { anEvent, at, measure } from '../proceedings/a-proceeding.ts';

afterEach(closeCentres);

const notified = (when: string) => ({ form: 'paper' as const, entry: at(when), effectOn: null });

async function inCourt() {
  const centre = await startCentre();
  const { caseId } = await centre.aCase();
  const lawyer = await centre.as('legal');
  const record = async (...event: Parameters<typeof anEvent>) =>
    lawyer.recordEvent({ caseId, event: anEvent(...event) });
  await record('measuresDecided', '2026-06-03', {
    document: 'Resolución N.º 2',
    fileNumber: '00077-2026-0-FT',
    notification: notified('2026-06-08 10:00'),
    measures: [measure('no-contact', 'granted'), measure('no-approach', 'denied')],
  });
  await record('accusedNotified', '2026-06-05', { measures: [measure('no-contact')] });
  const start = async (kind: FilingKind) => (await lawyer.startFiling({ caseId, kind })).options;
  return { centre, caseId, lawyer, record, start };
}

describe('a writ starts from the clock', () => {
  it('kind 5: the decision in force and what happened after it', async () => {
    const { record, start } = await inCourt();
    await record('newFact', '2026-06-06', { words: 'Mandó un mensaje inventado.' });
    expect(await start(5)).toMatchObject({
      courtFileNumber: '00077-2026-0-FT',
      answers: {
        medida_vigente_resolucion: 'Resolución N.º 2',
        medida_vigente_fecha: '2026-06-03',
        medida_vigente_organo: 'Juzgado de Familia Inventado',
        medida_vigente_medidas: 'Prohibición de comunicación.',
        cambio_hechos: 'El 6 de junio de 2026: Mandó un mensaje inventado.',
        cambio_clase: null,
      },
    });
  });

  it('kind 6: the notification of the accused and the breach', async () => {
    const { record, start } = await inCourt();
    await record('breach', '2026-06-09 21:15', { words: 'La esperó en la esquina.', measures: [measure('no-contact')] });
    expect((await start(6)).answers).toMatchObject({
      medida_vigente_notificada: '2026-06-05',
      incumplimiento_fecha: '2026-06-09',
      incumplimiento_hora: '21:15',
      incumplimiento_modo: 'La esperó en la esquina.',
      incumplimiento_lugar: null,
    });
  });

  const more = {
    document: 'Resolución N.º 3',
    fileNumber: '00088-2026-0-FT',
    notification: notified('2026-06-09 10:00'),
  };
  const first = { medida_vigente_resolucion: 'Resolución N.º 2', medida_vigente_medidas: 'Prohibición de comunicación.' };

  it('kind 7: appeals the decision that lifted the measures, not the older one that granted them', async () => {
    const { caseId, lawyer, record, start } = await inCourt();
    await record('measuresLifted', '2026-06-07', { ...more, measures: [measure('no-contact')] });
    expect(await start(7)).toMatchObject({
      courtFileNumber: '00088-2026-0-FT',
      answers: { resolucion_numero: 'Resolución N.º 3', resolucion_fecha: '2026-06-07' },
    });
    const { deadlines } = await lawyer.getProceedings({ caseId });
    expect(deadlines.map(({ ruleId, warnsAt }) => [ruleId, warnsAt?.on])).toContainEqual(['D05c', '2026-06-12']);
    expect(rulesMetBy(7, {})).toContain('D05c');
  });

  it.each([5, 6] as const)('kind %i: nothing of what was lifted is in force', async (kind) => {
    const { record, start } = await inCourt();
    await record('measuresLifted', '2026-06-07', { ...more, measures: [measure('no-contact')] });
    const { answers } = await start(kind);
    const given = Object.entries(answers).filter(([name, value]) => name.startsWith('medida_vigente') && value !== null);
    expect(given).toEqual([]);
  });

  it.each([5, 6] as const)('kind %i: a later decision that denied everything is not the one in force', async (kind) => {
    const { record, start } = await inCourt();
    await record('measuresDecided', '2026-06-08', { ...more, measures: [measure('weapon-ban', 'denied')] });
    expect(await start(kind)).toMatchObject({ courtFileNumber: '00077-2026-0-FT', answers: first });
  });

  it('kind 5: a later decision whose measures were all lifted is not the one in force', async () => {
    const { record, start } = await inCourt();
    await record('measuresDecided', '2026-06-08', { ...more, measures: [measure('weapon-ban', 'granted')] });
    await record('measuresLifted', '2026-06-09', { ...more, measures: [measure('weapon-ban')] });
    expect((await start(5)).answers).toMatchObject(first);
  });

  it('kind 5: the distance is the one that was granted, not one that was only asked for', async () => {
    const { record, start } = await inCourt();
    const at = (detail: string, outcome: 'granted' | null) => [{ ...measure('no-approach', outcome), detail }];
    await record('measuresDecided', '2026-06-06', { ...more, measures: at('300 metros', 'granted') });
    await record('measuresRequested', '2026-06-08', { measures: at('500 metros', null) });
    const words = String((await start(5)).answers['medida_vigente_medidas']);
    expect(words).toContain('(300 metros)');
    expect(words).not.toContain('500');
  });

  it('kind 5: after a variation the others in force are listed still', async () => {
    const { record, start } = await inCourt();
    await record('measuresDecided', '2026-06-04', { ...more, measures: [measure('weapon-ban', 'granted')] });
    const varied = [{ ...measure('no-contact'), detail: 'también por terceros' }];
    await record('measuresVaried', '2026-06-08', { ...more, document: 'Resolución N.º 5', measures: varied });
    const { answers } = await start(5);
    expect(answers).toMatchObject({ medida_vigente_resolucion: 'Resolución N.º 5' });
    expect(String(answers['medida_vigente_medidas']).slice(0, -1).split('; ').toSorted()).toEqual(
      ['Prohibición de comunicación (también por terceros)', measureLabels['weapon-ban']].toSorted(),
    );
  });

  it('kind 6: a notification older than the decision is not that of the decision', async () => {
    const { record, start } = await inCourt();
    await record('measuresVaried', '2026-06-08', { ...more, measures: [measure('no-contact')] });
    expect((await start(6)).answers['medida_vigente_notificada']).toBeNull();
    await record('accusedNotified', '2026-06-08', { measures: [measure('no-contact')] });
    expect((await start(6)).answers['medida_vigente_notificada']).toBe('2026-06-08');
  });

  it.each([
    [7, 'D05', null, { resolucion_numero: 'Resolución N.º 2', resolucion_fecha: '2026-06-03', resolucion_notificada: '2026-06-08' }, '11/06/2026'],
    [13, 'D15', 'archived', { resolucion_numero: 'Disposición 4', resolucion_notificada: '2026-06-09' }, '16/06/2026'],
    [14, 'D16a', 'judgment', { apelacion_clase: 1, resolucion_numero: 'Disposición 4' }, '16/06/2026'],
    [14, 'D16b', 'orderNotified', { apelacion_clase: 2, resolucion_numero: 'Disposición 4' }, '12/06/2026'],
  ] as const)('kind %i: the decision, its notification, and the term %s on the draft', async (...row) => {
    const [kind, rule, event, answers, due] = row;
    const { caseId, lawyer, record, start } = await inCourt();
    if (event !== null) {
      await record(event, '2026-06-08', { document: 'Disposición 4', notification: notified('2026-06-09 09:00') });
    }
    const options = await start(kind);
    expect(options.answers).toMatchObject(answers);
    const { warnings, file } = await lawyer.previewFiling({ caseId, kind, options });
    expect(warnings[0]).toMatch(new RegExp(`^Plazo ${rule}: .*${due}`));
    expect(textOf(await bytesOf(lawyer, file))).toContain(String(options.answers['resolucion_numero']));
  });

  it('leaves out what was withdrawn, and gives other kinds nothing', async () => {
    const { caseId, lawyer, start } = await inCourt();
    const decided = (await lawyer.getProceedings({ caseId })).events.find(({ event }) => event.kind === 'accusedNotified');
    if (decided === undefined) throw new Error('no event');
    const { id: eventId, version, event } = decided;
    await lawyer.correctEvent({ caseId, eventId, version, event, reason: 'notHappened', words: null, isWithdrawn: true });
    expect((await start(6)).answers['medida_vigente_notificada']).toBeNull();
    expect((await start(10)).courtFileNumber).toBeNull();
  });
}); // prettier-ignore

describe('presenting a writ', () => {
  const cargo = {
    presentedOn: '2026-06-10',
    presentedTime: '08:50',
    desk: 'Juzgado de Familia Inventado',
    instance: 'court',
    entryNumber: '4521-2026',
    folios: 8,
    signedId: null,
    cargoId: null,
    acceptsChanges: false,
  } as never;

  it('of appeal is an event with its term, and meets the term of the party; annulling takes both back', async () => {
    const { caseId, lawyer, start } = await inCourt();
    const options = await start(7);
    await lawyer.issueFiling({ caseId, kind: 7, options, missingReason: 'urgency' });
    const [filing] = (await lawyer.listPresenting({ caseId })).filings;
    if (filing === undefined) throw new Error('no writ');
    const clock = async () => {
      const { events, deadlines } = await lawyer.getProceedings({ caseId });
      const ofRule = (rule: string) => deadlines.filter(({ ruleId }) => ruleId === rule).map(({ state }) => state);
      return {
        appeals: events.filter(({ event, isWithdrawn }) => event.kind === 'appealFiled' && !isWithdrawn).length,
        party: ofRule('D05'),
        court: ofRule('D06'),
      };
    };
    expect(await clock()).toEqual({ appeals: 0, party: ['open'], court: [] });
    const { id, version } = await lawyer.presentFiling({ caseId, filingId: filing.filingId, form: cargo });
    expect(await clock()).toEqual({ appeals: 1, party: ['done'], court: ['open'] });
    await lawyer.annulPresentation({ caseId, presentationId: id, version, reason: 'wrongData', words: null });
    expect(await clock()).toMatchObject({ appeals: 0, party: ['open'] });
  });

  it('that asks for measures records them as requested, once', async () => {
    const { centre, caseId, lawyer } = await inCourt();
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const measures = [{ code: 'weapon-ban' as const, reason: 'Motivo inventado', detail: null }];
    await lawyer.issueFiling({ caseId, kind: 3, options: { ...options, measures }, missingReason: 'urgency' });
    const [filing] = (await lawyer.listPresenting({ caseId })).filings;
    if (filing === undefined) throw new Error('no writ');
    await lawyer.presentFiling({ caseId, filingId: filing.filingId, form: cargo });
    const { measures: states } = await lawyer.getProceedings({ caseId });
    expect(states.find(({ kind }) => kind === 'weapon-ban')).toMatchObject({ state: 'requested' });
    expect((await (await centre.as('coordina')).verifyRecord({})).problems).toEqual([]);
  });

  /** Two decisions notified, each with its own term to appeal. */
  async function decidedTwice() {
    const court = await inCourt();
    await court.record('measuresDecided', '2026-06-08', {
      document: 'Resolución N.º 3',
      notification: notified('2026-06-09 10:00'),
      measures: [measure('no-contact', 'granted')],
    });
    const { caseId, lawyer } = court;
    const terms = async () => {
      const { deadlines, events } = await lawyer.getProceedings({ caseId });
      const named = (id: string) => events.find((one) => one.id === id)?.event.document ?? '';
      return Object.fromEntries(
        deadlines.filter(({ ruleId }) => ruleId === 'D05').map(({ eventId, state }) => [named(eventId), state]),
      );
    };
    const appeal = async (more: Record<string, string | null>) => {
      const options = await court.start(7);
      const answers = { ...options.answers, ...more };
      const { document } = await lawyer.issueFiling({
        caseId,
        kind: 7,
        options: { ...options, answers },
        missingReason: 'urgency',
      });
      const filing = (await lawyer.listPresenting({ caseId })).filings.find((one) => one.documentId === document.id);
      if (filing === undefined) throw new Error('no writ');
      return filing;
    };
    return { ...court, terms, appeal };
  }

  it('of appeal meets only the term of the decision it names, and that again once annulled', async () => {
    const { caseId, lawyer, terms, appeal } = await decidedTwice();
    expect(await terms()).toEqual({ 'Resolución N.º 2': 'open', 'Resolución N.º 3': 'open' });
    const { filingId } = await appeal({
      resolucion_numero: 'resolución n.° 02 (auto)',
      resolucion_fecha: '2026-06-03',
    });
    const { id, version, openTerms } = await lawyer.presentFiling({ caseId, filingId, form: cargo });
    expect(openTerms).toEqual([]);
    expect(await terms()).toEqual({ 'Resolución N.º 2': 'done', 'Resolución N.º 3': 'open' });
    await lawyer.annulPresentation({ caseId, presentationId: id, version, reason: 'wrongData', words: null });
    expect(await terms()).toEqual({ 'Resolución N.º 2': 'open', 'Resolución N.º 3': 'open' });
  });

  it('of appeal that names none of them leaves both terms open and says so', async () => {
    const { caseId, lawyer, terms, appeal } = await decidedTwice();
    const { filingId } = await appeal({ resolucion_numero: 'Auto inventado', resolucion_fecha: null });
    const { openTerms } = await lawyer.presentFiling({ caseId, filingId, form: cargo });
    expect(await terms()).toEqual({ 'Resolución N.º 2': 'open', 'Resolución N.º 3': 'open' });
    expect(openTerms.map((words) => /\(D05\), (.*)$/.exec(words)?.[1])).toEqual([
      'Resolución N.º 2',
      'Resolución N.º 3',
    ]);
  });

  it('of appeal never closes the term of another act than it names, though it is the only one', async () => {
    const { caseId, lawyer, terms, appeal } = await decidedTwice();
    const { events } = await lawyer.getProceedings({ caseId });
    const second = events.find(({ event }) => event.document === 'Resolución N.º 2');
    if (second === undefined) throw new Error('no event');
    // The act it names was not notified: it has no term.
    const unnotified = { ...second.event, notification: null };
    const change = { reason: 'mistyped', words: null, isWithdrawn: false } as const;
    const target = { caseId, eventId: second.id, version: second.version };
    await lawyer.correctEvent({ ...target, event: unnotified, ...change });
    const named = await appeal({ resolucion_numero: 'Resolución N.º 2', resolucion_fecha: '2026-06-03' });
    expect((await lawyer.presentFiling({ caseId, filingId: named.filingId, form: cargo })).openTerms).toEqual([]);
    expect((await terms())['Resolución N.º 3']).toBe('open');
    const other = await appeal({ resolucion_numero: 'Resolución N.º 9', resolucion_fecha: null });
    const { openTerms } = await lawyer.presentFiling({ caseId, filingId: other.filingId, form: cargo });
    expect(openTerms.join()).toContain('Resolución N.º 3');
    expect((await terms())['Resolución N.º 3']).toBe('open');
  });

  it('once annulled opens only what it closed, as what started it now stands', async () => {
    const { centre, caseId, lawyer, terms, appeal } = await decidedTwice();
    const filing = await appeal({ resolucion_numero: 'Resolución N.º 2', resolucion_fecha: '2026-06-03' });
    const byHand = (await lawyer.getProceedings({ caseId })).deadlines.filter(({ ruleId }) => ruleId === 'D05')[1];
    if (byHand === undefined) throw new Error('no term');
    const settle = { state: 'done' as const, on: '2026-06-10', documentId: filing.documentId, proof: null };
    await lawyer.settleDeadline({ caseId, deadlineId: byHand.id, version: byHand.version, settle });
    centre.clock.advance(1000);
    const { id, version } = await lawyer.presentFiling({ caseId, filingId: filing.filingId, form: cargo });
    expect(await terms()).toEqual({ 'Resolución N.º 2': 'done', 'Resolución N.º 3': 'done' });
    const { events } = await lawyer.getProceedings({ caseId });
    const decision = events.find(({ event }) => event.document === 'Resolución N.º 2');
    if (decision === undefined) throw new Error('no event');
    const { id: eventId, event, version: eventVersion } = decision;
    const moved = { ...event, notification: notified('2026-06-09 10:00') };
    const change = { reason: 'mistyped', words: null, isWithdrawn: false } as const;
    await lawyer.correctEvent({ caseId, eventId, version: eventVersion, event: moved, ...change });
    centre.clock.advance(1000);
    await lawyer.annulPresentation({ caseId, presentationId: id, version, reason: 'wrongData', words: null });
    expect(await terms()).toEqual({ 'Resolución N.º 2': 'open', 'Resolución N.º 3': 'done' });
    const open = (await lawyer.getProceedings({ caseId })).deadlines.find(
      ({ ruleId, state }) => ruleId === 'D05' && state === 'open',
    );
    expect(open?.warnsAt?.on).toBe('2026-06-12');
  });

  it('on the day of another records its own measures, and annulling one leaves those of the other', async () => {
    const { caseId, lawyer } = await inCourt();
    const ask = async (code: 'weapon-ban' | 'removal-from-home') => {
      const { options } = await lawyer.startFiling({ caseId, kind: 3 });
      const measures = [{ code, reason: 'Motivo inventado', detail: null }];
      const given = { caseId, kind: 3 as const, options: { ...options, measures }, missingReason: 'urgency' as const };
      const { document } = await lawyer.issueFiling(given);
      const filing = (await lawyer.listPresenting({ caseId })).filings.find((one) => one.documentId === document.id);
      return lawyer.presentFiling({ caseId, filingId: filing?.filingId ?? '', form: cargo });
    };
    const asked = async () =>
      (await lawyer.getProceedings({ caseId })).measures
        .filter(({ state }) => state === 'requested')
        .map(({ kind }) => kind)
        .sort();
    const first = await ask('weapon-ban');
    await ask('removal-from-home');
    expect(await asked()).toEqual(['removal-from-home', 'weapon-ban']);
    const target = { caseId, presentationId: first.id, version: first.version };
    await lawyer.annulPresentation({ ...target, reason: 'wrongData', words: null });
    expect(await asked()).toEqual(['removal-from-home']);
  });

  it('that a person wrote down the day before is not recorded twice, nor withdrawn with the cargo', async () => {
    const { caseId, lawyer, record } = await inCourt();
    await record('measuresRequested', '2026-06-09', { measures: [measure('weapon-ban')] });
    const { options } = await lawyer.startFiling({ caseId, kind: 3 });
    const measures = [{ code: 'weapon-ban' as const, reason: 'Motivo inventado', detail: null }];
    await lawyer.issueFiling({ caseId, kind: 3, options: { ...options, measures }, missingReason: 'urgency' });
    const [filing] = (await lawyer.listPresenting({ caseId })).filings;
    const standing = async () =>
      (await lawyer.getProceedings({ caseId })).events.filter(
        ({ event, isWithdrawn }) => event.kind === 'measuresRequested' && !isWithdrawn,
      ).length;
    const form = cargo;
    const { id, version } = await lawyer.presentFiling({ caseId, filingId: filing?.filingId ?? '', form });
    expect(await standing()).toBe(1);
    await lawyer.annulPresentation({ caseId, presentationId: id, version, reason: 'wrongData', words: null });
    expect(await standing()).toBe(1);
  });
});
