/** What asks for a call: a visit to remind, one she did not come to, a next try; and which other items are done by calling. */
import { Temporal } from 'temporal-polyfill';
import { callResultLabels } from '../contact/index.ts';
import type { PlanAction } from '../intake/index.ts';
import { addDays, type CivilDate } from '../platform/dates.ts';
import type { ContactFacts, Found } from './found.ts';
import { untilWords } from './until.ts';

/** Monday after Friday: what is on a day of rest is reminded before it too. */
export function reminderDay(today: CivilDate): CivilDate {
  const { dayOfWeek } = Temporal.PlainDate.from(today);
  return addDays(today, dayOfWeek >= 5 ? 8 - dayOfWeek : 1);
}

const whoseOf = ({
  service,
  to,
  isOwn,
}: {
  service: Found['owners'][number] | null;
  to: string | null;
  isOwn: boolean;
}) => ({
  owners: service === null ? (['psychology', 'social', 'legal'] as const) : [service],
  ...(to === null ? {} : { person: { name: to, isReader: isOwn } }),
});

const triesWords = (tries: number) => (tries === 1 ? '1 intento' : `${tries} intentos`);

export const noContact: ContactFacts = { expected: [], missed: null, tried: null, contactOn: null };

/** Nothing of it is ticked off: each is there until she was reached, seen or booked. */
export function ofContact({ expected, missed, tried, contactOn }: ContactFacts, today: CivilDate): Found[] {
  const found: Found[] = expected
    .filter(({ at, bookedOn }) => at.on > today && at.on <= reminderDay(today) && bookedOn < today)
    .filter(() => contactOn === null || contactOn < today)
    .map((visit) => ({
      ...{ kind: 'remind', task: `Recordarle la cita: ${untilWords(visit.at, today)}, ${visit.at.time ?? ''}` },
      ...{ due: { on: today, time: null }, page: 'calls', isCall: true, ...whoseOf(visit) },
    }));
  const next = tried?.next ?? null;
  if (tried !== null && next !== null) {
    found.push({
      ...{
        kind: 'call',
        task: 'Volver a llamarla',
        due: next,
        isOverdue: next.on < today,
        page: 'calls',
        isCall: true,
      },
      why: `${callResultLabels[tried.result]} · ${triesWords(tried.tries)}`,
      ...whoseOf({ service: tried.service, to: null, isOwn: false }),
    });
  }
  // The next try says it already.
  if (missed !== null && (next === null || tried === null || tried.on < missed.at.on)) {
    found.push({
      ...{
        kind: 'noShow',
        task: missed.isTold
          ? 'No vino a su cita: llamar o dar otra'
          : 'No consta que vino a su cita: llamar o dar otra',
        page: 'calls',
        isCall: true,
        ...whoseOf(missed),
      },
      ...{ due: { on: missed.at.on, time: null }, isOverdue: missed.at.on < today },
      why: tried !== null && tried.on >= missed.at.on ? callResultLabels[tried.result] : null,
    });
  }
  return found;
}

/** Steps of the plan that are done with her. */
const withHer: readonly PlanAction[] = [
  ...(['informViolence', 'informRights', 'identifyImpact', 'informJustice', 'safetyPlan'] as const),
  ...(['emergencyKit', 'promoteComplaint', 'accompanyComplaint', 'other'] as const),
];

/** Whether an item is done by calling her. `ruleId`: of a term. */
export const isCallStep = (action: PlanAction): boolean => withHer.includes(action);
export const isCallTerm = (ruleId: string): boolean => /^D(34|36|40|41)/.test(ruleId);
