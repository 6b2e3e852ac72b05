/**
 * «Lo que sigue» in a case: what the record says is still to do, by whom and until when. Nothing of it is kept and nobody
 * ticks it off: an item is there as long as the fact behind it is.
 */
import { serviceLabels, type Service } from '../access/index.ts';
import { alertRules, askOf, askRules } from '../alerts/index.ts';
import { addDays, type CivilDate } from '../platform/dates.ts';
import { rereadWords } from '../safety/index.ts';
import { isCallStep, isCallTerm, ofContact } from './calls.ts';
import { ofClosing } from './closing.ts';
import { daysAhead, nextGroups, nextKinds, type NextGroup } from './codes.ts';
import type { NextItem, NextLine } from './contract.ts';
import type { CaseFacts, Found } from './found.ts';
import { askOwned, noticeOwned, termOwned } from './owners.ts';
import { untilWords } from './until.ts';

/** Who reads: the own services, and whether the case is the reader's own beside them. */
export type NextReader = { readonly services: readonly Service[]; readonly isOwn: boolean };

const everybody = ['psychology', 'social', 'legal'] as const satisfies readonly Service[];
const interviewers = ['psychology', 'social'] as const satisfies readonly Service[];

const list = new Intl.ListFormat('es', { type: 'conjunction' });

const answersWord = (count: number) => (count === 1 ? 'Falta 1 respuesta' : `Faltan ${count} respuestas`);

function ofSameDay({ sameDay }: CaseFacts): Found[] {
  return sameDay.map(({ words, why, on, says }) => ({
    ...{ why, says },
    ...{ kind: 'sameDay', task: `Responder: ${words.toLocaleLowerCase('es')}`, due: { on, time: null } },
    ...{ owners: everybody, isOfAll: true, page: 'risk', isUrgent: true, isSensitive: true },
  }));
}

/** Only what no work ends: the others are items of their own as long as they are true. */
function ofNotices({ notices }: CaseFacts): Found[] {
  return notices.flatMap(({ kind, note, on }): Found[] => {
    const due = { on, time: null };
    const ask = askOf({ kind, note });
    if (ask !== null) {
      const task = `Lo pide Coordinación: ${askRules[ask].words.toLocaleLowerCase('es')}`;
      const of = { ...askOwned(ask), isAsked: true, isSensitive: true } as const;
      return [{ kind: 'notice', task, why: `Pedido el ${untilDay(on)}`, due, ...of }];
    }
    const { label, isUrgent, endsWithWork } = alertRules[kind];
    if (endsWithWork === true) return [];
    return [{ kind: 'notice', task: label, why: note, due, ...noticeOwned(kind), isUrgent, isSensitive: true }];
  });
}

const severe = 3;

/** A severe risk asks for protection from the day on which it was valued, whether or not the ficha is validated. */
function ofSevereRisk({ level, hasMeasures, valuedOn, team, terms }: CaseFacts, today: CivilDate): Found[] {
  const isAsked = terms.some(({ ruleId }) => ruleId.startsWith('D33'));
  if (level !== severe || hasMeasures || isAsked) return [];
  const of = {
    why: 'Riesgo severo, sin medidas solicitadas',
    due: { on: valuedOn ?? today, time: null },
  };
  const common = { kind: 'protect', ...of, isUrgent: true, isSensitive: true, says: 'requestMeasures' } as const;
  return team.includes('legal')
    ? [{ ...common, task: 'Solicitar medidas de protección', owners: ['legal'], page: 'writs' }]
    : [{ ...common, ...toLawyers }];
}

/** A plan is for every level (U38); of a mild risk nobody is reminded, or the list of the day would be all of it. */
function ofSafety({ safety, level, valuedOn }: CaseFacts, today: CivilDate): Found[] {
  const common = { kind: 'safety', owners: interviewers, page: 'safety', says: 'safetyPlan' } as const;
  if (safety === null) {
    if (level === null || level === 1) return [];
    const due = level === severe ? { on: valuedOn ?? today, time: null } : null;
    const why = level === severe ? 'Riesgo severo' : 'Riesgo moderado';
    return [{ ...common, task: 'Hacer el plan de seguridad con ella', why, due, isSensitive: true }];
  }
  const task = 'Releer el plan de seguridad con ella';
  if (valuedOn !== null && safety.since === 'valued') {
    return [{ ...common, task, why: rereadWords.valued, due: { on: valuedOn, time: null }, isCall: true }];
  }
  if (safety.since === 'answered') {
    const why = rereadWords.answered;
    return [{ ...common, task, why, due: { on: today, time: null }, isSensitive: true }];
  }
  if (safety.dueOn > addDays(today, daysAhead)) return [];
  return [{ ...common, task, due: { on: safety.dueOn, time: null }, isOverdue: safety.dueOn < today, isCall: true }];
}

/** One thing is said once: not what an item of the case itself says already. */
function ofSteps({ steps }: CaseFacts, today: CivilDate, others: readonly Found[]): Found[] {
  const said = new Set(others.map(({ says }) => says));
  return steps
    .filter(({ action, dueOn }) => dueOn <= addDays(today, daysAhead) && !said.has(action))
    .map(({ action, label, service, to, isOwn, dueOn }) => ({
      ...{ kind: 'planStep', task: label, why: 'Plan de atención', due: { on: dueOn, time: null } },
      ...{ owners: [service], page: 'plan', isOverdue: dueOn < today, isCall: isCallStep(action) },
      ...(to === null ? {} : { person: { name: to, isReader: isOwn } }),
    }));
}

/** What an institution or she herself does is gone after by whoever leads the plan. */
function ofReintegration({ reintegration }: CaseFacts, today: CivilDate): Found[] {
  return reintegration
    .filter(({ dueOn }) => dueOn <= addDays(today, daysAhead))
    .map(({ isGoal, service, dueOn }) => ({
      ...{
        kind: 'planStep',
        task: isGoal ? 'Ver un objetivo de la reintegración' : 'Revisar la reintegración con ella',
      },
      ...{ due: { on: dueOn, time: null }, isOverdue: dueOn < today, page: 'reintegration', isSensitive: true },
      owners: service === null ? ['social', 'psychology'] : [service],
    }));
}

/** What the number of a term says and its task does not. */
const whys: Readonly<Record<string, string>> = {
  D36a: 'Riesgo leve: cada 3 meses',
  D36b: 'Riesgo severo: cada 15 días',
  D36c: 'Riesgo moderado: cada mes',
};

/** Of a severe risk what protects her waits for no term, nor does a new valuation after a breach or a new fact. */
function isUrgentTerm(ruleId: string, level: CaseFacts['level']): boolean {
  return (ruleId.startsWith('D33') && level === severe) || ruleId.startsWith('D38');
}

/** Nobody but a lawyer asks for measures: whoever holds the case alone hands it over. */
const toLawyers = { task: 'Entregar el caso a Servicio legal', owners: interviewers, page: 'case' } as const;

/** What was done to her, or what she needs for it, said by the name of a term alone. */
const tellsOfHarm = (ruleId: string): boolean => /^D(20|21|33|38)/.test(ruleId);

function ofTerms({ terms, level, team }: CaseFacts, today: CivilDate): Found[] {
  return terms
    .filter(({ warnsAt, isOverdue }) => isOverdue || warnsAt === null || warnsAt.on <= addDays(today, daysAhead))
    .map(({ ruleId, task, consequence, isOverdue, warnsAt }) => ({
      kind: 'term',
      task: consequence === 'verify' ? `Verificar: ${task}` : task,
      why: warnsAt === null ? 'Falta anotar la fecha que fijó el acto' : (whys[ruleId] ?? null),
      ...{ due: warnsAt, ...termOwned(ruleId), isOverdue },
      isUrgent: isUrgentTerm(ruleId, level),
      isCall: isCallTerm(ruleId),
      isSensitive: tellsOfHarm(ruleId),
      ...(ruleId.startsWith('D33') ? { says: 'requestMeasures' } : {}),
      ...(ruleId.startsWith('D33') && !team.includes('legal') ? { ...toLawyers, why: task } : {}),
    }));
}

function ofHearings({ hearings }: CaseFacts): Found[] {
  return hearings.map(({ kind, office, attends, isOwn, at }) => ({
    kind: 'hearing',
    task: `Audiencia: ${kind}`,
    why: `${office}. ${attends === null ? 'Nadie designado' : `Asiste ${attends}`}`,
    ...{ due: at, owners: ['legal'], page: 'proceeding' },
    ...(attends === null ? {} : { person: { name: attends, isReader: isOwn } }),
  }));
}

function ofReferrals({ referrals }: CaseFacts, today: CivilDate): Found[] {
  return referrals
    .filter(({ dueOn, isHere }) => isHere || dueOn <= addDays(today, daysAhead))
    .map(({ words, dueOn }) => ({
      ...{ kind: 'referral', task: 'Pedir la respuesta de la derivación', why: words, due: { on: dueOn, time: null } },
      ...{ owners: ['social', 'psychology'], page: 'referrals', isOverdue: dueOn < today },
    }));
}

function ofDifferences({ differences }: CaseFacts): Found[] {
  const [first] = differences;
  if (first === undefined) return [];
  const why = `Anotado el ${untilDay(first)}: no es lo que consta`;
  const due = { on: first, time: null };
  return [
    {
      kind: 'referral',
      task: 'Revisar lo que anotó la contraparte',
      why,
      due,
      owners: everybody,
      isOfAll: true,
      page: 'referrals',
    },
  ];
}

function ofConsents({ consents }: CaseFacts, today: CivilDate): Found[] {
  // On its own day she is still being attended.
  return consents
    .filter((on) => on < today)
    .map((on) => ({
      ...{ kind: 'consent', task: 'Pedir el consentimiento que no se pudo pedir', why: `Desde el ${untilDay(on)}` },
      ...{ owners: ['social', 'psychology'], page: 'referrals' },
    }));
}

const untilDay = (on: CivilDate) => `${on.slice(8, 10)}/${on.slice(5, 7)}`;

function ofCorrections({ corrections }: CaseFacts): Found[] {
  const [first] = corrections;
  if (first === undefined) return [];
  const task =
    corrections.length === 1 ? 'Decidir una corrección pedida' : `Decidir ${corrections.length} correcciones pedidas`;
  const why = `Pedida el ${untilDay(first)}`;
  return [{ kind: 'correction', task, why, owners: everybody, isOfAll: true, page: 'corrections' }];
}

function ofHandOvers({ handOvers }: CaseFacts): Found[] {
  return handOvers.map(({ service, to, isOwn, on }) => ({
    ...{ kind: 'handOver', task: 'Empezar la atención', why: `Entregado el ${untilDay(on)}`, due: { on, time: null } },
    ...{ owners: service === null ? [] : [service], page: 'case' },
    ...(to === null ? {} : { person: { name: to, isReader: isOwn } }),
  }));
}

/** Of a ficha that is not validated: who is who, then the first section that misses something, then the validation. */
function ofDraft({ isDraft, hasDoubt, missing: { a, b }, terms }: CaseFacts): Found[] {
  if (!isDraft) return [];
  const of = { owners: interviewers } as const;
  const doubt: Found[] = hasDoubt
    ? [
        {
          ...of,
          kind: 'identity',
          task: 'Decir si es la misma persona',
          why: 'Recepción lo dejó por confirmar',
          page: 'validate',
        },
      ]
    : [];
  if (a === null || a > 0) {
    return [
      ...doubt,
      {
        ...of,
        kind: 'answers',
        task: 'Completar Sección A',
        why: a === null ? null : answersWord(a),
        page: 'sectionA',
      },
    ];
  }
  // Until the interview Section B is empty, and the interview is what is asked for.
  if (b === null) {
    const isAsked = terms.some(({ ruleId }) => ruleId.startsWith('D30'));
    return isAsked ? doubt : [...doubt, { ...of, kind: 'answers', task: 'Completar Sección B', page: 'sectionB' }];
  }
  if (b > 0) {
    return [
      ...doubt,
      { ...of, kind: 'answers', task: 'Completar Sección B y validar', why: answersWord(b), page: 'sectionB' },
    ];
  }
  return hasDoubt
    ? doubt
    : [
        {
          ...of,
          kind: 'validation',
          task: 'Validar la ficha',
          why: 'Las secciones A y B están completas',
          page: 'validate',
        },
      ];
}

function groupOf({ due, isUrgent, isOverdue, isAsked }: Found, today: CivilDate): NextGroup {
  if (isUrgent === true) return 'today';
  if (isAsked === true) return 'asked';
  if (isOverdue === true) return 'overdue';
  if (due === undefined || due === null) return 'later';
  return due.on <= addDays(today, 1) ? 'soon' : 'later';
}

/** Of those whose work it is, who holds the case; where none of them does, whoever holds it. */
function turnOf({ owners, isOfAll = false }: Found, team: readonly Service[]): readonly Service[] {
  const holders = owners.filter((service) => team.includes(service));
  if (holders.length === 0) return team;
  return isOfAll ? holders : holders.slice(0, 1);
}

type Around = { readonly team: readonly Service[]; readonly reader: NextReader; readonly today: CivilDate };

/** Of a case that no service holds it is the turn of whoever has it in person. */
function isOf(reader: NextReader, turn: readonly Service[]): boolean {
  return turn.length === 0 ? reader.isOwn : turn.some((service) => reader.services.includes(service));
}

function itemOf(found: Found, { team, reader, today }: Around): NextItem {
  const turn = turnOf(found, team);
  const { kind, task, why = null, due = null, pages = {}, person, isSensitive = false } = found;
  const own = turn.find((service) => reader.services.includes(service));
  const page = (own && pages[own]) ?? found.page;
  const whose =
    person === undefined
      ? { who: list.format(turn.map((service) => serviceLabels[service])), turn: [...turn], isMine: isOf(reader, turn) }
      : { who: person.name, turn: [], isMine: person.isReader };
  return {
    ...{ kind, group: groupOf(found, today), task, why, page, isSensitive, ...whose },
    due: due === null ? null : { on: due.on, time: due.time },
    isCall: found.isCall === true,
    // The day on which somebody asked is no term.
    until: due === null || found.isAsked === true ? '' : untilWords(due, today),
  };
}

/** Earliest of its group first, what has no date last; of what cannot wait danger comes before its day. */
export function byPress(one: NextItem, other: NextItem): number {
  const key = ({ group, due, kind }: NextItem) => {
    const when = due === null ? '9999' : `${due.on} ${due.time ?? '23:59'}`;
    const what = String(nextKinds.indexOf(kind)).padStart(2, '0');
    return [nextGroups.indexOf(group), ...(group === 'today' ? [what, when] : [when, what])].join(' ');
  };
  const [left, right] = [key(one), key(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Terms of measures in force go on, and answers still come. */
function ofClosed(facts: CaseFacts, around: Around): NextItem[] {
  const found = [...ofTerms(facts, around.today), ...ofHearings(facts), ...ofReferrals(facts, around.today)];
  return found.map((one) => itemOf(one, around)).toSorted(byPress);
}

/** Everything that is next in a case, the most pressing first. */
export function nextOf(facts: CaseFacts, reader: NextReader, today: CivilDate): NextItem[] {
  if (facts.isClosed) return ofClosed(facts, { team: facts.team, reader, today });
  const others = [ofSameDay(facts), ...[ofSevereRisk, ofSafety, ofTerms].map((of) => of(facts, today))].flat();
  const found = [
    ...[...ofNotices(facts), ...others, ...ofSteps(facts, today, others)],
    ...[...ofHearings(facts), ...ofReferrals(facts, today), ...ofDifferences(facts)],
    ...[...ofReintegration(facts, today), ...ofConsents(facts, today), ...ofCorrections(facts)],
    ...[...ofContact(facts.contact, today), ...ofDraft(facts), ...ofClosing(facts.closing)],
  ];
  const around = { team: facts.team, reader, today };
  const items = found.map((one) => itemOf(one, around));
  const handedOver = ofHandOvers(facts).map((one) => itemOf(one, around));
  // A hand-over is told by the work it brings; alone only where it brought none.
  const isTold = ({ turn: [service], who }: NextItem) =>
    items.some((item) => (service === undefined ? item.who === who : item.turn.includes(service)));
  return [...items, ...handedOver.filter((one) => !isTold(one))].toSorted(byPress);
}

/** How many cases ask for an answer today, and in how many something is late. */
export function countLines(lines: readonly Pick<NextLine, 'items'>[]): { today: number; overdue: number } {
  const count = (group: NextGroup) => lines.filter(({ items: [first] }) => first?.group === group).length;
  return { today: count('today'), overdue: count('overdue') };
}
