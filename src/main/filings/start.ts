/** What the form of a filing starts from: what the record answers, and nothing the lawyer has to decide. */
import {
  blankAnswersOf,
  criterionIds,
  questionName,
  tickedByDefault,
  type FilingFacts,
  type FilingLaw,
  type FilingOptions,
  type KindDefinition,
  type ShippedKind,
} from '../../shared/filings/index.ts';
import { longDate } from '../../shared/papers/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import { ageAndBirthWords, type FilingRecord } from './facts.ts';
import { capital } from '../../shared/platform/capital.ts';
import { eachOf } from '../../shared/platform/codes-of.ts';

type Criteria = FilingOptions['criteria'];

const sentence = (parts: readonly (string | null)[]): string | null => {
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : `${known.join('. ')}.`;
};

function riskCriterion({ risk }: FilingFacts): string | null {
  return sentence([
    risk.centre === null ? null : `El Centro valoró el riesgo como ${risk.centre.level}`,
    risk.instrument === null
      ? null
      : `La ${risk.instrument.name} del ${longDate(risk.instrument.on)} dio el nivel ${risk.instrument.level}`,
  ]);
}

function dependenceCriterion(facts: FilingFacts, record: FilingRecord): string | null {
  const { user } = facts;
  const other = record.a.aggressorAge;
  return sentence([
    user.age === null || other === null
      ? null
      : `La persona agraviada tiene ${user.age} años y la parte denunciada, ${other}`,
    user.dependsOnAggressor === true ? 'Depende económicamente de la parte denunciada' : null,
  ]);
}

function economyCriterion({ a }: FilingRecord): string | null {
  const works = a.works === null ? null : a.works === 1 ? 'Tiene ingresos propios' : 'No tiene ingresos propios';
  const minors = (a.minorDaughters ?? 0) + (a.minorSons ?? 0);
  const care =
    minors === 0 ? null : `Tiene ${minors} ${minors === 1 ? 'hija o hijo menor' : 'hijas o hijos menores'} de 18 años`;
  return sentence([works, care]);
}

function gravityCriterion(facts: FilingFacts): string | null {
  return sentence([
    facts.earlierEvents.length === 0 ? null : 'No es la primera vez que ocurre',
    facts.aggressor.hasWeapon === true ? 'La parte denunciada tiene o usa armas' : null,
  ]);
}

function criteriaOf(facts: FilingFacts, record: FilingRecord): Criteria {
  const known: Partial<Criteria> = {
    'risk-form': riskCriterion(facts),
    records: sentence([
      facts.aggressor.records === null ? null : `${facts.aggressor.records}, según refiere la persona agraviada`,
    ]),
    relation: sentence([facts.aggressor.bond]),
    'age-and-dependence': dependenceCriterion(facts, record),
    disability: sentence([facts.user.disability]),
    'economic-situation': economyCriterion(record),
    gravity: gravityCriterion(facts),
    'other-vulnerability': sentence([facts.user.pregnant ? 'Se encuentra en estado de gestación' : null]),
  };
  const upper = (text: string | null | undefined) => (text === null || text === undefined ? null : capital(text));
  return eachOf(criterionIds, (id) => upper(known[id]));
}

/** Children of the ficha, where the kind names them. */
function startingLists({ children }: FilingRecord, { lists }: KindDefinition): FilingOptions['lists'] {
  if (children.length === 0 || !lists.some(({ path }) => path === 'menores')) return {};
  const menores = children.map((child) => ({
    nombres: child.names,
    documento: child.document,
    edad: ageAndBirthWords(child),
  }));
  return { menores };
}

/** Where the demanded party is notified, where the kind asks for it and the record knows. */
function noticeOf({ aggressor: { address } }: FilingFacts, { form }: KindDefinition): FilingOptions['answers'] {
  const question = questionName('demanda.notificar_en');
  const isAsked = Object.hasOwn(form.questions, question);
  return isAsked && address.kind === 'printable' ? { [question]: address.text } : {};
}

/** Addressee, measures, evidence and annexes stay empty: choosing them is the lawyer's act. */
export function startingOptions(
  facts: FilingFacts,
  record: FilingRecord,
  given: {
    readonly definition: KindDefinition;
    /** The kind whose articles are offered. */
    readonly lawOf: ShippedKind;
    readonly law: FilingLaw;
    readonly confirmed: readonly string[] | null;
    readonly today: CivilDate;
  },
): FilingOptions {
  const { definition } = given;
  return {
    model: definition.own?.model ?? null,
    addressee: null,
    courtFileNumber: null,
    clerk: null,
    writNumber: null,
    notebook: null,
    measures: [],
    precautionary: [],
    criteria: criteriaOf(facts, record),
    articles: [...(given.confirmed ?? tickedByDefault(given.law, given.lawOf))],
    answers: { ...blankAnswersOf(definition), ...noticeOf(facts, definition) },
    lists: startingLists(record, definition),
    linked: [],
    corrects: null,
    evidence: [],
    annexes: [],
    otherRequests: [],
    urgency: { asked: false, reason: null },
    cannotSign: false,
    place: facts.centre.district,
    signedOn: given.today,
  };
}
