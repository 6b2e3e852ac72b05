/** A centre that worked for a year: cases of every type, valuations, measures, referrals, arrivals, pairs that come back. */
import { ruleOutAll } from '../../src/main/commands/case-work.ts';
import { blankConsent } from '../../src/shared/care/index.ts';
import { blankConditionAnswers, type CaseOverview } from '../../src/shared/intake/index.ts';
import { blankUser } from '../../src/shared/people/index.ts';
import { todayIn } from '../../src/shared/platform/clock.ts';
import type { CivilDate } from '../../src/shared/platform/dates.ts';
import { blankArrivalFacts } from '../../src/shared/reception/index.ts';
import { referralRules, shippedLetter } from '../../src/shared/referrals/index.ts';
import { anEvent, measure } from '../services/proceedings/a-proceeding.ts';
import { anAggressor, aUser, admission } from './case-builder.ts';
import { fixedClock } from './fixed-clock.ts';
import { someAnswers } from './referral-facts.ts';
import { allExplained, riskAnswers, signing } from './risk-answers.ts';
import { openCentre, type CaseOptions, type TestCentre } from './start-application.ts';

type CaseId = CaseOverview['caseId'];
const minute = 60_000;
const surnames = ['Quispe', 'Huamán', 'Mamani', 'Flores', 'Ccahuana', 'Rojas', 'Condori'] as const;
const types = [1, 2, 1, 3, 1, 2, 0] as const;
const acts = [
  { economicActs: ['incomeTaken'] },
  { psychologicalActs: ['rejection'] },
  { physicalActs: ['kicks'] },
  { sexualActs: ['harassment'] },
] as const;

/** The day on which its year, from June 2026 on, is looked at. */

export const lookedAt = '2027-06-10T14:00:00.000Z';

const monthAt = (at: number) => {
  const month = 6 + at;
  return `${2026 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`;
};
const day = (month: string, of: number) => `${month}-${String(of).padStart(2, '0')}` as CivilDate;

function caseOf(index: number, on: CivilDate): CaseOptions {
  const user = {
    givenNames: `Inventada ${String.fromCharCode(65 + (index % 26))}`,
    firstSurname: surnames[index % surnames.length] ?? 'Rojas',
    secondSurname: surnames[(index + 3) % surnames.length] ?? 'Rojas',
    document: { kind: 'dni', state: 'known', number: `00${String(200_000 + index)}` },
    birth: null,
    contact: blankUser().contact,
  } as const;
  const type = types[index % types.length] ?? 1;
  const aggressor = { givenNames: `Imaginario ${String.fromCharCode(65 + (index % 26))}`, firstSurname: 'Supuesto' };
  return {
    ...{ user, aggressor },
    a: {
      admission: { ...admission, admittedOn: on },
      ...{ user: aUser(user), aggressor: anAggressor(aggressor) },
      answers: { complaintFiled: index % 2 === 0 ? 1 : 0 },
    },
    b: {
      incident: { occurredOn: { year: 2026, month: 5, day: 28 }, occurredTime: null, place: null },
      answers: {
        ...{ violenceType: type, valuationLevel: index % 3 === 0 ? 3 : 2, physicalActs: null },
        ...(structuredClone(acts[type]) as object),
      },
    },
  };
}

async function wait(centre: TestCentre, minutes: number): Promise<void> {
  const desk = await centre.as('admision');
  const psychologist = await centre.as('psico');
  const { arrivalId } = await desk.openArrival({});
  const facts = { ...blankArrivalFacts(), purpose: 'violence' as const, service: 'psychology' as const };
  await desk.registerArrival({ arrivalId, facts });
  for (let left = minutes; left > 0; left -= 4) {
    await desk.keepSession({});
    await psychologist.keepSession({});
    centre.clock.advance(Math.min(4, left) * minute);
  }
  const { arrivals } = await psychologist.openBoard({});
  const line = arrivals.find((one) => one.arrivalId === arrivalId);
  if (line === undefined) throw new Error('not on the board');
  await psychologist.attendArrival({ arrivalId, version: line.version, staffId: null, isAsked: true });
}

async function protect(centre: TestCentre, caseId: CaseId, month: string, steps: number): Promise<void> {
  const lawyer = await centre.as('legal');
  const asked = { measures: [measure('no-approach')] };
  const granted = { measures: [measure('no-approach', 'granted')] };
  await lawyer.recordEvent({ caseId, event: anEvent('measuresRequested', day(month, 8), asked) });
  if (steps > 1) await lawyer.recordEvent({ caseId, event: anEvent('measuresDecided', day(month, 10), granted) });
  if (steps > 2) await lawyer.recordEvent({ caseId, event: anEvent('executionStarted', day(month, 14), asked) });
  if (steps > 3) await lawyer.recordEvent({ caseId, event: anEvent('breach', day(month, 18), asked) });
  if (steps > 2) await lawyer.recordEvent({ caseId, event: anEvent('preparatoryOpened', day(month, 16)) });
}

async function refer(centre: TestCentre, caseId: CaseId, isAnswered: boolean): Promise<void> {
  const psychologist = await centre.as('psico');
  const kind = 'mental-health' as const;
  const consent = { ...blankConsent, scope: 'referral' as const, form: 'spoken' as const, receivers: [], reason: null };
  await psychologist.recordConsent({ caseId, consent: { ...consent, purposes: [kind] } });
  const { options } = await psychologist.startReferral({ caseId, kind });
  const receiver = { post: shippedLetter(kind).value.post, establishment: 'CSMC Inventado' };
  const more = { services: referralRules[kind].services.slice(0, 1), answers: someAnswers(kind), isKitDecided: true };
  const reason = referralRules[kind].asksReason ? 'Motivo inventado.' : null;
  await psychologist.issueReferral({ caseId, kind, options: { ...options, receiver, reason, ...more } });
  const [referral] = (await psychologist.listReferrals({ caseId })).referrals;
  if (!isAnswered || referral === undefined) return;
  const slip = {
    ...{ attended: true, notAttendedReason: null, on: todayIn(centre.clock), time: null, services: [], kit: null },
    ...{ kitItems: [], nextOn: null, nextTime: null, nextPlace: null, recommendations: null, professional: null },
    ...{ college: null, result: {} },
  };
  await psychologist.recordSlip({ caseId, referralId: referral.id, version: referral.version, slip });
}

/** By two services. */
async function attend(centre: TestCentre, caseId: CaseId, on: CivilDate): Promise<void> {
  const given = { on, time: null, withWhom: 'user' as const, outcome: 'done' as const, note: 'Nota inventada.' };
  await (await centre.as('psico')).recordAttention({ caseId, attention: { action: 'action-32', ...given } });
  await (await centre.as('social')).recordAttention({ caseId, attention: { action: 'action-36', ...given } });
}

async function value(centre: TestCentre, caseId: CaseId): Promise<void> {
  const answers = riskAnswers('yes', { explained: allExplained });
  await (await centre.as('psico')).assessRisk({ caseId, answers, ...signing });
}

/** The woman and the man of an earlier ficha, come again. */
async function comesBack(centre: TestCentre, of: CaseOptions, on: CivilDate): Promise<void> {
  const a = { ...of.a, admission: { ...admission, admittedOn: on } };
  const [year = 0, month = 0] = on.split('-').map(Number);
  const b = { ...of.b, incident: { occurredOn: { year, month, day: 10 }, occurredTime: null, place: null } };
  const { caseId } = await centre.aCase({ ...of, a, b, isValidated: false });
  const psychologist = await centre.as('psico');
  for (const role of ['user', 'aggressor'] as const) {
    const { likely } = await psychologist.proposeCondition({ caseId, answers: blankConditionAnswers });
    const personId = likely.find((one) => one.role === role)?.personId;
    if (personId === undefined || personId === null) continue;
    const { version } = await psychologist.getCase({ caseId });
    await psychologist.settlePerson({ caseId, version, role, personId, isSame: true, isSure: true });
  }
  await ruleOutAll(psychologist, caseId, 'user');
  await ruleOutAll(psychologist, caseId, 'aggressor');
  const { version } = await psychologist.getCase({ caseId });
  const answers = { ...blankConditionAnswers, newEvent: true, servicesNeeded: 2 };
  const { proposed } = await psychologist.proposeCondition({ caseId, answers });
  await psychologist.validateCase({
    caseId,
    version,
    answers,
    condition: typeof proposed === 'number' ? proposed : 3,
    overrideReason: null,
  });
}

type Known = { readonly caseId: CaseId; readonly isSevere: boolean };

async function work(centre: TestCentre, at: number, month: string): Promise<Known[]> {
  const count = 3 + ((at * 5) % 3);
  const known: Known[] = [];
  for (let one = 0; one < count; one += 1) {
    centre.clock.advance(5000);
    const { caseId } = await centre.aCase(caseOf(at * 7 + one, day(month, 2 + one)));
    known.push({ caseId, isSevere: one < 2 });
    if (one < 2) await value(centre, caseId);
    if (one < 2) await protect(centre, caseId, month, 1 + ((at + one) % 4));
    if (one === 1) await attend(centre, caseId, day(month, 12));
    if (one > 1) await refer(centre, caseId, (at + one) % 3 !== 0);
  }
  await wait(centre, 8 + ((at * 11) % 40));
  await wait(centre, 4 + ((at * 7) % 20));
  return known;
}

/** Most of those of before are seen again, and some of the severe ones valued again. */
async function followUp(centre: TestCentre, before: readonly Known[], month: string): Promise<void> {
  const psychologist = await centre.as('psico');
  const seen = { time: null, withWhom: 'user' as const, outcome: 'done' as const, note: 'Nota inventada.' };
  for (const [at, { caseId, isSevere }] of before.entries()) {
    centre.clock.advance(1000);
    if (at % 5 === 0) continue;
    const attention = { action: 'action-32', on: day(month, 5 + (at % 10)), ...seen };
    await psychologist.recordAttention({ caseId, attention });
    if (isSevere && at % 4 === 1) await value(centre, caseId);
  }
}

/** `months` of work from June 2026 on, each written on its 20th day. */
export async function buildMonitored(folder: string, months = 12): Promise<void> {
  const known: Known[] = [];
  for (let at = 0; at < months; at += 1) {
    const month = monthAt(at);
    const centre = await openCentre(folder, fixedClock(`${month}-20T13:00:00.000Z`));
    await followUp(centre, known.slice(-14), month);
    known.push(...(await work(centre, at, month)));
    if (at % 4 === 2) await comesBack(centre, caseOf(at * 7 - 14, day(month, 1)), day(month, 15));
    await centre.close();
  }
}
