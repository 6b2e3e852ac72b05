/** How a ficha, a term, a referral … falls into a month: one function for each indicator, from the facts to its members. */
import { violenceKindLabels, repeatsOf, type Counted, type Group, type RepeatKind } from '../pairs/index.ts';
import { capital } from '../platform/capital.ts';
import { monthOf } from '../platform/clock.ts';
import type { CivilDate, Month } from '../platform/dates.ts';
import { formatCivilDate } from '../platform/typed-date.ts';
import { measureSteps, type Facts, type Ficha, type MeasureStep, type StepDay } from './facts.ts';
import { daysBefore, daysBetween, endOf, type Member } from './members.ts';

export type Count = (facts: Facts, months: readonly Month[]) => Member[];

/** Days without an attention from which a ficha is told of (Mi día says the same). */
export const contactDays = 30;

const dayAndMonth = (on: CivilDate) => formatCivilDate(on).slice(0, 5);
export const daysWords = (days: number) => (days === 1 ? '1 día' : `${days} días`);

const plain = { value: null, facts: '', isLate: false } as const;

/** What a row says of its ficha. */
function ofFicha({ caseId, number, who }: Ficha) {
  return { caseId, number, who };
}

const fichaOf = ({ fichas }: Facts, caseId: string | null): Ficha | undefined =>
  caseId === null ? undefined : fichas.get(caseId);

/** A ficha counts in the month of the report; who may not read it does not count it. */
export const countTypes: Count = ({ fichas }, months) =>
  [...fichas.values()].flatMap((one): Member[] => {
    const { countedIn: month, type } = one;
    if (month === null || !months.includes(month) || type === null) return [];
    const facts = capital(violenceKindLabels[type]);
    return [{ ...plain, id: one.caseId, ...ofFicha(one), month, kind: type, on: one.admittedOn, facts }];
  });

/** A valuation of severe risk falls into the month in which the next one was due. */
export const countSevere: Count = (facts, months) => {
  const byCase = Map.groupBy(facts.valuations, ({ caseId }) => caseId);
  return [...byCase].flatMap(([caseId, all]) => {
    const ficha = fichaOf(facts, caseId);
    if (ficha === undefined) return [];
    const inOrder = all.toSorted((one, other) => one.on.localeCompare(other.on));
    return inOrder.flatMap(({ isSevere, dueOn, on }, at): Member[] => {
      if (!isSevere || dueOn === null || dueOn >= facts.today) return [];
      const month = monthOf(dueOn);
      if (!months.includes(month)) return [];
      const next = inOrder[at + 1]?.on ?? null;
      const told = severeWords({ dueOn, next, isClosed: ficha.isClosed, month }, facts.today);
      return [{ ...plain, id: `${caseId} ${on} ${at}`, ...ofFicha(ficha), month, on: dueOn, ...told }];
    });
  });
};

type Due = {
  readonly dueOn: CivilDate;
  readonly next: CivilDate | null;
  readonly isClosed: boolean;
  readonly month: Month;
};

function severeWords({ dueOn, next, isClosed, month }: Due, today: CivilDate) {
  const days = daysBetween(dueOn, next ?? today);
  if (next !== null && next <= dueOn) return { kind: 'inTime', value: days, facts: `valorada el ${dayAndMonth(next)}` };
  if (next !== null) {
    const kind = next <= endOf(month, today) ? 'late' : 'pending';
    return { kind, value: days, facts: `ya el ${dayAndMonth(next)}` };
  }
  // Nothing can be done in it any more: it owes no valuation, and the table still says that it had none.
  if (isClosed) return { kind: 'closed', value: null, facts: 'cerrada sin valorar de nuevo' };
  return { kind: 'pending', value: days, facts: daysWords(days), isLate: true };
}

const repeatKinds = { pair: 'pairs', accused: 'accused' } as const satisfies Record<string, RepeatKind>;

function repeatWords(kind: keyof typeof repeatKinds, { count, fichas }: Group, here: Counted): string {
  const others = fichas.filter(({ caseId }) => caseId !== here.caseId).map(({ number }) => number);
  const what = kind === 'pair' ? `${count} hechos` : `${count} mujeres`;
  return `${what}; antes ${others.slice(-2).join(', ')}${others.length > 2 ? ' y otras' : ''}`;
}

/** With the fichas up to the end of the month it comes to two or more, and one of them is of the month. */
export const countRepeats: Count = (facts, months) =>
  months.flatMap((month) => {
    const upTo = facts.events.filter(({ admittedOn }) => monthOf(admittedOn) <= month);
    return (Object.keys(repeatKinds) as (keyof typeof repeatKinds)[]).flatMap((kind) =>
      repeatsOf(repeatKinds[kind], upTo).flatMap((group): Member[] => {
        const here = group.fichas.findLast(({ admittedOn }) => monthOf(admittedOn) === month);
        if (here === undefined || group.fichas[0] === here) return [];
        const ficha = fichaOf(facts, here.caseId);
        return [
          {
            ...{ id: `${kind} ${here.caseId}`, month, kind, caseId: ficha?.caseId ?? null, number: here.number },
            ...{ on: here.admittedOn, value: null, facts: repeatWords(kind, group, here), isLate: false },
            who: ficha?.who ?? '',
          },
        ];
      }),
    );
  });

/** An arrival counts in the month in which it began to wait, once somebody attended her. */
export const countWaiting: Count = (facts, months) =>
  facts.attended.flatMap((one): Member[] => {
    const month = monthOf(one.on);
    if (!months.includes(month)) return [];
    const ficha = fichaOf(facts, one.caseId);
    const minutes = one.minutes === 1 ? '1 minuto' : `${one.minutes} minutos`;
    return [
      {
        ...{ id: one.id, month, kind: 'attended', caseId: ficha?.caseId ?? null, number: ficha?.number ?? one.turn },
        ...{ on: one.on, value: one.minutes, facts: minutes, isLate: false, who: ficha?.who ?? '' },
      },
    ];
  });

/** The step from which the days of each are counted: to ask, from the admission. */
const before: Readonly<Record<MeasureStep, MeasureStep | null>> = {
  asked: null,
  granted: 'asked',
  executed: 'granted',
  breached: 'executed',
};
const sinceWords: Readonly<Record<MeasureStep, string>> = {
  asked: 'del ingreso',
  granted: 'del pedido',
  executed: 'de la concesión',
  breached: 'de la ejecución',
};

function stepsBy(steps: readonly StepDay[]) {
  const days = new Map(steps.map(({ caseId, step, on }) => [`${caseId} ${step}`, on]));
  return (caseId: string, step: MeasureStep) => days.get(`${caseId} ${step}`) ?? null;
}

/** What the register says of a step that comes before the one it follows: no duration. */
const tooEarly: Partial<Record<MeasureStep, string>> = { granted: 'Concedidas', executed: 'En ejecución' };

/**
 * Each step of the measures of a ficha counts in the month of its first day. A step dated before the one it follows measures
 * nothing, and is told once more as a date to look at; measures may well have been asked for before she came.
 */
export const countMeasures: Count = (facts, months) => {
  const dayOf = stepsBy(facts.steps);
  return facts.steps.flatMap(({ caseId, step, on }): Member[] => {
    const ficha = fichaOf(facts, caseId);
    const month = monthOf(on);
    if (ficha === undefined || !months.includes(month)) return [];
    const earlier = before[step];
    const from = earlier === null ? ficha.admittedOn : dayOf(caseId, earlier);
    const days = from === null ? null : daysBetween(from, on);
    const member = { ...plain, id: caseId, ...ofFicha(ficha), month, kind: step, on };
    if (days === null) return [member];
    if (days >= 0) return [{ ...member, value: days, facts: `${daysWords(days)} ${sinceWords[step]}` }];
    const words = `${daysWords(-days)} antes ${sinceWords[step]}`;
    const review = tooEarly[step];
    if (review === undefined) return [{ ...member, facts: words }];
    const told = { id: `${caseId} ${step}`, kind: 'review', facts: `${review} ${words}`, isLate: true };
    return [
      { ...member, facts: words },
      { ...member, ...told },
    ];
  });
};

/** Of each month as it stood at its end, or as it stands today. */
export const countOverdue: Count = (facts, months) =>
  months.flatMap((month) => {
    const end = endOf(month, facts.today);
    if (monthOf(end) < month) return [];
    return [...withoutContact(facts, month, end), ...pastTerms(facts, month, end)];
  });

function withoutContact({ fichas }: Facts, month: Month, end: CivilDate): Member[] {
  return [...fichas.values()].flatMap((one): Member[] => {
    const { validatedOn } = one;
    if (validatedOn === null || validatedOn > end || one.isClosed) return [];
    const last = one.contacts.findLast((on) => on <= end) ?? validatedOn;
    if (last > daysBefore(end, contactDays)) return [];
    const days = daysBetween(last, end);
    const told = { kind: 'contact', on: last, value: days, facts: daysWords(days), isLate: true };
    return [{ id: one.caseId, ...ofFicha(one), month, ...told }];
  });
}

function pastTerms(facts: Facts, month: Month, end: CivilDate): Member[] {
  return facts.terms.flatMap((term): Member[] => {
    const ficha = fichaOf(facts, term.caseId);
    const isPast = term.dueOn < end && (term.settledOn === null || term.settledOn > end);
    if (ficha === undefined || !isPast) return [];
    const days = daysBetween(term.dueOn, end);
    const told = { kind: 'term', on: term.dueOn, value: days, facts: term.task, isLate: true };
    return [{ id: term.id, ...ofFicha(ficha), month, ...told }];
  });
}

/** Of the fichas of the month, by what the services have given until today. */
export const countIntegral: Count = (facts, months) =>
  countTypes(facts, months).flatMap((member): Member[] => {
    const ficha = fichaOf(facts, member.caseId);
    if (ficha === undefined) return [];
    const kind = ficha.isIntegral ? 'integral' : ficha.isInterdisciplinary ? 'interdisciplinary' : 'less';
    return [{ ...member, kind, facts: '' }];
  });

export const countReferrals: Count = (facts, months) =>
  facts.referrals.flatMap((one): Member[] => {
    const ficha = fichaOf(facts, one.caseId);
    const month = monthOf(one.issuedOn);
    if (ficha === undefined || !months.includes(month)) return [];
    const isLate = !one.isAnswered && one.dueOn !== null && one.dueOn <= facts.today;
    const kind = one.isAnswered ? 'answered' : one.isClosed ? 'closed' : isLate ? 'late' : 'waiting';
    return [{ id: one.id, ...ofFicha(ficha), month, kind, on: one.issuedOn, value: null, facts: one.words, isLate }];
  });

/**
 * Who holds what at the end of each month, each ficha once whoever holds it, and what of the fichas of the month is complete.
 * A row names who held it then, not who does today.
 */
export const countWorkload: Count = (facts, months) => {
  const labels = new Map(facts.people.map(({ code, label }) => [code, label]));
  return months.flatMap((month) => {
    const end = endOf(month, facts.today);
    if (monthOf(end) < month) return [];
    const found = facts.holdings.flatMap(({ caseId, person, from, until }): Member[] => {
      const ficha = fichaOf(facts, caseId);
      if (ficha === undefined || ficha.isClosed || ficha.admittedOn > end) return [];
      if (from > end || (until !== null && until < end)) return [];
      const [since, who] = [`desde el ${formatCivilDate(from)}`, labels.get(person) ?? person];
      const own = { ...ofFicha(ficha), month, kind: person, on: from, facts: since, who };
      return [{ ...plain, id: `${caseId} ${person}`, ...own }];
    });
    const ofEach = [...new Map(found.map((one) => [one.id, one])).values()];
    return [...heldOnce(ofEach), ...ofEach, ...completeness(facts, month)];
  });
};

function heldOnce(ofEach: readonly Member[]): Member[] {
  return [...Map.groupBy(ofEach, ({ caseId }) => caseId)].flatMap(([caseId, some]): Member[] => {
    const [first] = some.toSorted((one, other) => (one.on ?? '').localeCompare(other.on ?? ''));
    if (first === undefined || caseId === null) return [];
    return [{ ...first, id: caseId, kind: 'held', who: some.map(({ who }) => who).join(', ') }];
  });
}

function completeness({ fichas }: Facts, month: Month): Member[] {
  const own = [...fichas.values()].filter(({ admittedOn }) => monthOf(admittedOn) === month);
  return own.map((one): Member => {
    const { missing, admittedOn: on } = one;
    const facts = missing === 0 ? 'nada falta' : missing === 1 ? 'falta 1 dato' : `faltan ${missing} datos`;
    const kind = missing === 0 ? 'complete' : 'missing';
    return { id: one.caseId, ...ofFicha(one), month, kind, on, value: missing, facts, isLate: missing > 0 };
  });
}

export const stepCodes = measureSteps.filter((step) => step !== 'breached');
