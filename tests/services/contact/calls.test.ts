/** Calls to her on a real record: only what is safe now, one at a time, and what came of each. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Contract } from '../../../src/shared/contract.ts';
import type { InputGivenOf } from '../../../src/shared/platform/contract.ts';
import type { CaseId, PersonId } from '../../../src/shared/platform/ids.ts';
import { blankUser, type Contact } from '../../../src/shared/people/index.ts';
import { aUser } from '../../support/case-builder.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { close } from '../closing/closing.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

type End = InputGivenOf<Contract['endCall']>['end'];
const ended: End = { result: 'noAnswer', said: null, nextOn: null, nextTime: null, withdraws: false, action: null };
const hour = 3_600_000;

const safe: Contact = {
  ...blankUser().contact,
  ...{ phone: '987654321', whose: 'Su hermana', mayCall: 'yes', hours: 'mañanas', whatToSay: 'de la botica' },
};

type Case = { readonly centre: TestCentre; readonly caseId: CaseId };

/** At 09:00 of a Wednesday. */
async function withCase(contact: Partial<Contact> = {}): Promise<Case> {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({ user: aUser({ contact: { ...safe, ...contact } }) });
  return { centre, caseId };
}

/** The same record after a while: everybody signs in again. */
async function later({ centre, caseId }: Case, hours: number): Promise<Case> {
  centre.clock.advance(hours * hour);
  return { centre: await centre.restart(), caseId };
}

async function lineOf({ centre, caseId }: Case, login: Login = 'psico') {
  const { lines } = await (await centre.as(login)).readCalls({});
  return lines.find((one) => one.caseId === caseId);
}

async function start(one: Case, login: Login = 'psico', isWithinHours = false) {
  const client = await one.centre.as(login);
  const lastCallId = (await lineOf(one, login))?.last?.callId ?? null;
  return client.startCall({ caseId: one.caseId, lastCallId, isWithinHours });
}

async function call(one: Case, end: Partial<End> = {}, login: Login = 'psico') {
  const { callId, version } = await start(one, login);
  await (await one.centre.as(login)).endCall({ caseId: one.caseId, callId, version, end: { ...ended, ...end } });
  return callId;
}

async function book({ centre, caseId }: Case, day: string, time = '10:00') {
  const { visitId } = await (
    await centre.as('admision')
  ).bookVisit({
    ...{ caseId, saidName: null, day, time, service: 'psychology', staffId: null, note: null },
    mustCall: false,
  });
  return visitId;
}

/** She had a visit on the day after, and did not come: it is 09:00 of that day. */
async function missed(one: Case): Promise<Case> {
  const visitId = await book(one, '2026-06-11', '08:30');
  const after = await later(one, 24);
  await (await after.centre.as('admision')).missVisit({ visitId, version: 1 });
  return after;
}

async function idOfHer({ centre, caseId }: Case): Promise<PersonId> {
  const psico = await centre.as('psico');
  const { main } = await psico.listCasePersons({ caseId });
  const her = main.find(({ role }) => role === 'user');
  if (her === undefined) throw new Error('nobody');
  return her.personId;
}

const tasks = async (one: Case, login: Login = 'psico') =>
  (await lineOf(one, login))?.items.map(({ task }) => task) ?? [];

describe('a number', () => {
  it('is given only when the call begins, with what to say, and masked before', async () => {
    const one = await missed(await withCase());
    const line = await lineOf(one);
    expect(line?.callable).toMatchObject({ state: 'now', mask: '9·· ··· 321', until: '12:00' });
    expect(JSON.stringify(line)).not.toContain('987654321');
    expect(await start(one)).toMatchObject({ phone: '987654321', whose: 'Su hermana', whatToSay: 'de la botica' });
  });

  it.each([
    [{ mayCall: 'no' }, 'rule-broken/call-unsafe'],
    [{ mayCall: null }, 'rule-broken/call-unsafe'],
    [{ hours: 'tardes' }, 'rule-broken/call-unsafe'],
    [{ phone: null, mayCall: null }, 'rule-broken/call-unsafe'],
    [{ hours: 'cuando él sale' }, 'rule-broken/call-hours-unread'],
  ] as const)('is not given where it is not safe now (%#)', async (contact, reason) => {
    const one = await missed(await withCase(contact));
    expect(await refusal(() => start(one))).toBe(reason);
    expect(JSON.stringify(await lineOf(one))).not.toContain('987654321');
  });

  it('is given once its hours come, and where whoever calls read hours that are words', async () => {
    const one = await later(await withCase({ hours: 'tardes' }), 4.5);
    expect(await start(one)).toMatchObject({ phone: '987654321', until: '18:00' });
    const words = await withCase({ hours: 'cuando él sale' });
    expect(await start(words, 'psico', true)).toMatchObject({ phone: '987654321', until: null });
  });

  it.each([
    ...['987 654 321', '51987654321', '(051) 987-654-321', '01987654321', '987654321 anexo 2'],
    ...['987654321 / 955000111', '955000111 o 987654321'],
  ])('of the presumed aggressor too is nobody’s to call («%s»)', async (his) => {
    const centre = await startCentre();
    const user = aUser({ contact: safe });
    const aggressor = { contact: { ...blankUser().contact, phone: his } };
    const { caseId } = await centre.aCase({ user, aggressor });
    expect(await refusal(() => start({ centre, caseId }))).toBe('rule-broken/call-unsafe');
    const { contact } = await (await centre.as('psico')).getCase({ caseId });
    expect(contact).toBe('No llame: no es seguro');
  });

  it('of the presumed aggressor of another ficha of hers is nobody’s either, nor in the head and in letters', async () => {
    const hers = { phone: '955000111' };
    const one = await withCase(hers);
    const { caseId } = one;
    const psico = await one.centre.as('psico');
    const isInLetters = async () => {
      const { options } = await psico.startReferral({ caseId, kind: 'health' });
      const asked = { ...options, includeSafeContact: true };
      const { missing } = await psico.previewReferral({ caseId, kind: 'health', options: asked });
      return !missing.some(({ fact }) => fact === 'safe-contact');
    };
    expect((await psico.getCase({ caseId })).contact).toContain('Llame solo mañanas');
    expect(await isInLetters()).toBe(true);
    const name = { givenNames: 'Otro', firstSurname: 'Inventado', secondSurname: null };
    await one.centre.aCase({
      ...{ user: aUser({ contact: { ...safe, ...hers } }), userId: await idOfHer(one), isValidated: false },
      aggressor: { ...name, contact: { ...blankUser().contact, phone: '955000111 (casa)' } },
    });
    expect(await refusal(() => start(one))).toBe('rule-broken/call-unsafe');
    expect((await psico.getCase({ caseId })).contact).toBe('No llame: no es seguro');
    expect(await isInLetters()).toBe(false);
    const { warnings } = await psico.getCasePerson({ caseId, personId: await idOfHer(one) });
    expect(warnings.map(({ message }) => message)).toContain(
      'Este número no es seguro según el registro: no se llama.',
    );
  });

  it('is for whoever attends her', async () => {
    const one = await withCase();
    const input = { caseId: one.caseId, lastCallId: null };
    expect(await refusal(async () => (await one.centre.as('admision')).startCall(input))).toBe('forbidden/');
    expect(await refusal(async () => (await one.centre.as('admision')).readCalls({}))).toBe('forbidden/');
    expect(await refusal(async () => (await one.centre.as('coordina')).startCall(input))).toMatch(
      /not-found|forbidden/,
    );
  });
});

describe('two people', () => {
  it('do not call her at once: the second reads who calls, until it is over or forgotten', async () => {
    const one = await missed(await withCase());
    const first = await start(one);
    expect((await start(one)).callId).toBe(first.callId);
    expect(await refusal(() => start(one, 'social'))).toBe('rule-broken/call-running');
    expect((await lineOf(one))?.running).toMatchObject({ isOwn: true, since: '09:00' });
    const after = await later(one, 0.6);
    expect((await start(after, 'social')).callId).not.toBe(first.callId);
    const end = { caseId: one.caseId, callId: first.callId, version: first.version, end: ended };
    expect(await refusal(async () => (await after.centre.as('social')).endCall(end))).toBe('rule-broken/call-of-other');
  });

  it('do not call her one after the other unseen', async () => {
    const one = await withCase();
    const lastCallId = null;
    await call(one, {}, 'social');
    const again = async () => (await one.centre.as('psico')).startCall({ caseId: one.caseId, lastCallId });
    expect(await refusal(again)).toBe('rule-broken/call-meanwhile');
  });

  it('are told so of another ficha of hers too', async () => {
    const one = await withCase();
    const other = await one.centre.aCase({
      ...{ user: aUser({ contact: safe }), userId: await idOfHer(one), isValidated: false },
      aggressor: { givenNames: 'Otro', firstSurname: 'Inventado', secondSurname: null },
    });
    await start(one, 'social');
    expect(await refusal(() => start({ ...one, caseId: other.caseId }))).toBe('rule-broken/call-running');
  });
});

describe('how it ended', () => {
  it('is kept once, and stands in the history with its next try', async () => {
    const one = await withCase();
    const psico = await one.centre.as('psico');
    const { callId, version, nextTries } = await start(one);
    const next = nextTries.find(({ result }) => result === 'noAnswer')?.at ?? null;
    expect(next).toEqual({ on: '2026-06-11', time: '08:00' });
    const input = {
      caseId: one.caseId,
      callId,
      version,
      end: { ...ended, nextOn: next?.on ?? null, nextTime: next?.time ?? null },
    };
    await psico.endCall(input);
    expect(await refusal(() => psico.endCall({ ...input, version: 2 }))).toBe('rule-broken/call-ended');
    const { entries } = await psico.readTimeline({ caseId: one.caseId });
    const entry = entries.find(({ kind }) => kind === 'call');
    expect(entry).toMatchObject({ act: 'Llamada: no contestó', time: '09:00' });
    expect(JSON.stringify(entry)).not.toContain('987654321');
    const tomorrow = await later(one, 24);
    expect(await tasks(tomorrow)).toContain('Volver a llamarla');
    await call(tomorrow, { result: 'her' });
    expect(await tasks(tomorrow)).not.toContain('Volver a llamarla');
  });

  it('proposes no next try in the past, and none outside her hours', async () => {
    const one = await withCase();
    const end = (on: string, time: string) => refusal(() => call(one, { nextOn: on, nextTime: time }));
    expect(await end('2026-06-09', '09:00')).toBe('rule-broken/call-next-past');
    expect(await end('2026-06-10', '08:00')).toBe('rule-broken/call-next-past');
    expect(await end('2026-06-10', '15:00')).toBe('rule-broken/call-next-unsafe');
    expect(await end('2026-06-11', '11:00')).toBe('none');
  });

  it('becomes an attention without being typed again, and only where she answered', async () => {
    const one = await withCase();
    const social = await one.centre.as('social');
    const { actions } = await social.listAttentions({ caseId: one.caseId });
    const action = actions.find(({ service }) => service === 'social')?.code ?? '';
    const { callId, version } = await start(one, 'social');
    const input = { caseId: one.caseId, callId, version };
    expect(await refusal(() => social.endCall({ ...input, end: { ...ended, action } }))).toMatch(/^invalid/);
    await social.endCall({ ...input, end: { ...ended, result: 'her', said: 'Viene el lunes.', action } });
    const { attentions } = await social.listAttentions({ caseId: one.caseId });
    expect(attentions).toMatchObject([
      { action, on: '2026-06-10', time: '09:00', withWhom: 'user', outcome: 'done', note: 'Viene el lunes.' },
    ]);
  });

  it('withdraws a number by one answer, with its line in the history of the person', async () => {
    const one = await withCase();
    const psico = await one.centre.as('psico');
    await call(one, { result: 'other', withdraws: true });
    expect(await refusal(() => start(one))).toMatch(/call-(unsafe|meanwhile)/);
    const personId = await idOfHer(one);
    const { record } = await psico.getCasePerson({ caseId: one.caseId, personId });
    expect(record.contacts).toMatchObject([{ phone: '987654321', mayCall: 'no' }]);
    const { sets } = await psico.listPersonChanges({ caseId: one.caseId, personId });
    expect(sets[0]?.fields.map(({ field }) => field).join()).toContain('contact.mayCall');
  });

  it('is written down also where the ficha was closed meanwhile, with a number withdrawn but no attention', async () => {
    const one = await withCase();
    const { caseId } = one;
    const social = await one.centre.as('social');
    const { callId, version } = await start(one, 'social');
    await close(one.centre, caseId);
    const { actions } = await social.listAttentions({ caseId });
    const action = actions.find(({ service }) => service === 'social')?.code ?? '';
    const end = (more: Partial<End>) => social.endCall({ caseId, callId, version, end: { ...ended, ...more } });
    expect(await refusal(() => end({ result: 'her', action }))).toBe('rule-broken/case-closed');
    await end({ result: 'other', withdraws: true });
    const { record } = await social.getCasePerson({ caseId, personId: await idOfHer(one) });
    expect(record.contacts).toMatchObject([{ phone: '987654321', mayCall: 'no' }]);
    const other = await withCase();
    const begun = await start(other);
    await close(other.centre, other.caseId);
    const psico = await other.centre.as('psico');
    const input = { caseId: other.caseId, callId: begun.callId, version: begun.version, end: ended };
    expect(await refusal(() => psico.endCall(input))).toBe('none');
    expect(await refusal(() => psico.startCall({ caseId: other.caseId, lastCallId: begun.callId }))).toBe(
      'rule-broken/case-closed',
    );
  });

  it('«No se llamó» counts as no try', async () => {
    const one = await missed(await withCase());
    await call(one, { result: 'notMade' });
    expect(await lineOf(one)).toMatchObject({ tries: 0, last: null });
    await call(one);
    expect(await lineOf(one)).toMatchObject({ tries: 1, last: { result: 'noAnswer' } });
  });
});

describe('who has to be called', () => {
  it('before a visit, once, and not on the day on which it was booked', async () => {
    const first = await withCase();
    await book(first, '2026-06-12');
    expect(await tasks(first)).toEqual([]);
    const one = await later(first, 24);
    expect(await tasks(one)).toEqual(['Recordarle la cita: mañana, 12/06, 10:00']);
    expect(await tasks(one, 'social')).toEqual([]);
    await call(one, { result: 'her' });
    expect(await tasks(one)).toEqual([]);
  });

  it('after a visit whose day passed and of which nobody said anything', async () => {
    const first = await withCase();
    await book(first, '2026-06-11');
    const one = await later(first, 48);
    expect(await tasks(one)).toEqual(['No consta que vino a su cita: llamar o dar otra']);
    await call(one, { result: 'her' });
    expect(await tasks(one)).toEqual([]);
  });

  it('after she did not come, until she was reached, seen or has another visit', async () => {
    const one = await missed(await withCase());
    expect(await tasks(one)).toEqual(['No vino a su cita: llamar o dar otra']);
    await call(one, { nextOn: '2026-06-12', nextTime: '09:00' });
    expect(await lineOf(one)).toMatchObject({
      last: { result: 'noAnswer' },
      next: { on: '2026-06-12', time: '09:00' },
    });
    const tomorrow = await later(one, 24);
    expect(await tasks(tomorrow)).toEqual(['Volver a llamarla']);
    await call(tomorrow);
    expect(await tasks(tomorrow)).toEqual(['No vino a su cita: llamar o dar otra']);
    await book(tomorrow, '2026-06-15');
    expect(await tasks(tomorrow)).toEqual([]);
  });

  it('counts for a closing by the days on which she was not reached, until she answers', async () => {
    const attempts = async ({ centre, caseId }: Case) => {
      const { lines } = await (await centre.as('psico')).getClosing({ caseId });
      return lines.find(({ line }) => line === 'attempts')?.found;
    };
    const one = await missed(await withCase());
    await call(one);
    const tomorrow = await later(one, 24);
    await call(tomorrow);
    expect(await attempts(tomorrow)).toEqual(['2 días con intentos, de 3']);
    tomorrow.centre.clock.advance(60_000);
    await call(tomorrow, { result: 'her' });
    expect(await attempts(tomorrow)).toEqual(['0 días con intentos, de 3']);
  });
});
