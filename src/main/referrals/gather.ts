/** What a referral is made of, read once, and the consent it rests on. */
import { mayEver } from '../../shared/access/index.ts';
import type { Consent } from '../../shared/care/index.ts';
import type { InjuryMark } from '../../shared/injuries/index.ts';
import type { PlaceIndex } from '../../shared/people/index.ts';
import { spanOf, type CivilDate } from '../../shared/platform/dates.ts';
import { fail, failAt } from '../../shared/platform/failures.ts';
import type { CaseId } from '../../shared/platform/ids.ts';
import { isSound, rowsOn } from '../../shared/rulebook/index.ts';
import {
  asksForKit,
  composeReferral,
  consentAllows,
  consentTable,
  coversKind,
  guardianAge,
  kitLimitsOn,
  kitQuestion,
  lacksConsenter,
  needsConsent,
  proposedUrgency,
  referralTemplateTable,
  tellingField,
  urgencyTable,
  type KitLimits,
  type LetterTemplate,
  type ReferralIssue,
  type ReferralKind,
  type ReferralOptions,
} from '../../shared/referrals/index.ts';
import { listConsents, newestConsent } from '../care/index.ts';
import { listMarks } from '../injuries/index.ts';
import { ageOn, casePersons, readCaseRecord, type CasePerson, type CaseRecord } from '../papers/index.ts';
import { readRules } from '../rulebook/index.ts';
import type { CallFrame } from '../platform/gate/handler.ts';
import { childrenOf, type CaseChild } from './children.ts';
import { referralFacts, referralPrivacy, signsOf, type FactContext } from './facts.ts';
import { consentOption, type Proposed } from './start.ts';
import type { Trx } from './tables.ts';

export type Gathered = {
  readonly record: CaseRecord;
  readonly children: readonly CaseChild[];
  /** None for who may not read the body map. */
  readonly marks: readonly InjuryMark[];
  /** Everybody of the ficha: whom the letter does not name stands by initials. */
  readonly persons: readonly CasePerson[];
  /** Newest first; each kind rests on the newest that covers it. */
  readonly consents: readonly Consent[];
  /** Of the user; null when not known. */
  readonly age: number | null;
  readonly limits: KitLimits;
  /** Age below which a guardian consents. */
  readonly guardianBelow: number;
  /** The words of every kind as they count today. */
  readonly templates: readonly LetterTemplate[];
};

/** @param isSheet of a letter that was issued: read by who received it, as it was decided then */
export async function gather(trx: Trx, caseId: CaseId, call: CallFrame, isSheet = false): Promise<Gathered> {
  const record = await readCaseRecord(trx, caseId, call);
  return {
    record,
    children: await childrenOf(trx, caseId, call),
    marks: isSheet || mayEver(call.session.roles, 'injury.read') ? await listMarks(trx, caseId) : [],
    persons: await casePersons(trx, record, call.today),
    consents: await listConsents(trx, caseId),
    age: ageOn(record, call.today),
    limits: await limitsFor(trx, record, call.today),
    guardianBelow: guardianAge(await readRules(trx, consentTable), call.today),
    templates: rowsOn(await readRules(trx, referralTemplateTable), call.today),
  };
}

/** The words of a kind; a text that no longer passes its check stops its own kind and no other. */
export function templateFor({ templates }: Pick<Gathered, 'templates'>, kind: ReferralKind): LetterTemplate {
  const template = templates.find(({ value }) => value.kind === kind);
  if (template === undefined) throw fail('rule-broken', 'referral-template-missing');
  if (!isSound(referralTemplateTable, template)) throw fail('rule-broken', 'referral-template-unsound');
  return template;
}

/** The limits that counted on the day of the event; of the latest day it can have been, never of a day to come. */
async function limitsFor(trx: Trx, { incident }: CaseRecord, today: CivilDate): Promise<KitLimits> {
  const last = incident.date === null ? today : spanOf(incident.date).last;
  return kitLimitsOn(await readRules(trx, urgencyTable), last < today ? last : today);
}

export function consentFor({ consents }: Gathered, kind: ReferralKind): Consent | null {
  return newestConsent(consents, (consent) => coversKind(consent, kind));
}

/** What must be the same when the paper is frozen as when it was printed; the hours since the event go on. */
export function stampOf({ record, children, marks, persons, consents, templates }: Gathered): string {
  const { row, user, aggressor, informant, a, b, c, incident, phones } = record;
  const words = templates.map(({ id, version }) => [id, version]);
  const told = [user, aggressor, informant, a, b, c, incident, phones, children, marks, persons];
  return JSON.stringify([row.state, ...told, consents, words]);
}

type ToPropose = { readonly kind: ReferralKind; readonly options: Pick<ReferralOptions, 'services' | 'answers'> };
export type Asked = { readonly kind: ReferralKind; readonly options: ReferralOptions };

/** What the ficha says against the kit; null: nothing. */
export function kitQuestionFor({ record, limits }: Gathered, call: CallFrame): string | null {
  return kitQuestion(signsOf(record, null), call.now, limits);
}

export function proposedFor({ record, limits }: Gathered, call: CallFrame, { kind, options }: ToPropose): Proposed {
  const signs = signsOf(record, options.answers['suicideRisk'] ?? null);
  const isKitAsked = options.services.includes('emergency-kit');
  return proposedUrgency(kind, signs, { now: call.now, isKitAsked, limits });
}

/** The consent is what the record says, whatever the form sent. */
export function decided(gathered: Gathered, { kind, options }: Asked): ReferralOptions {
  return { ...options, consent: consentOption(consentFor(gathered, kind)) };
}

export function compose(
  gathered: Gathered,
  call: CallFrame,
  given: {
    readonly asked: Asked;
    readonly places: PlaceIndex;
    readonly issue: Pick<ReferralIssue, 'number' | 'code' | 'isSheet'>;
  },
) {
  const { asked, places, issue } = given;
  const { kind, options } = asked;
  const { record, persons, children, marks } = gathered;
  const { today, now } = call;
  const context: FactContext = { today, now, places, kind, children, marks, childId: options.childId };
  const facts = referralFacts(record, context);
  const { includeSafeContact } = options;
  return {
    facts,
    question: asksForKit(kind, options) && !options.isKitDecided ? kitQuestionFor(gathered, call) : null,
    ...composeReferral(kind, facts, decided(gathered, asked), {
      ...issue,
      ...referralPrivacy(record, persons, { ...context, facts, includeSafeContact }),
      draft: issue.number === null,
      hidesSchools: persons.some(({ isMinor }) => isMinor),
      template: templateFor(gathered, kind),
    }),
  };
}

type Composed = ReturnType<typeof compose>;

function refuseConsent(gathered: Gathered, kind: ReferralKind): void {
  if (!needsConsent(kind)) return;
  const consent = consentFor(gathered, kind);
  if (consent === null || !consentAllows(consentOption(consent))) throw fail('rule-broken', 'referral-without-consent');
  const lacking = lacksConsenter(consent, gathered);
  if (lacking === 'age') throw fail('rule-broken', 'referral-of-unknown-age');
  if (lacking === 'guardian') throw fail('rule-broken', 'referral-without-guardian');
}

/** What the record lacks stays a visible gap: an emergency does not wait. What the form asks must be written. */
export function refuseToIssue(gathered: Gathered, { kind, options }: Asked, composed: Composed): void {
  refuseConsent(gathered, kind);
  if (composed.question !== null) throw failAt('options.isKitDecided', composed.question, 'referral-kit-doubtful');
  if (composed.withheldFound) {
    const message = 'Hay un dato en reserva en este texto: corríjalo.';
    const issues = composed.withheldIn.map((path) => ({ path: `options.${path}`, message }));
    throw fail('rule-broken', 'reserved-place-in-text', issues);
  }
  const telling = options.card === null ? null : tellingField(options.card, composed.facts.centre.name);
  if (telling !== null) {
    const message = 'La tarjeta que ella lleva no nombra al centro ni el motivo.';
    throw fail('rule-broken', 'card-not-neutral', [{ path: `options.card.${telling}`, message }]);
  }
  const open = composed.missing.filter((fact) => fact.page === 'document');
  if (open.length > 0) {
    const issues = open.map(({ fact, label }) => ({ path: `options.${fact}`, message: `Falta: ${label}.` }));
    throw fail('rule-broken', 'referral-incomplete', issues);
  }
}

/** What stands by initials or is left out is told before it is issued: here where the page shows no draft. */
export function refuseUntold(isTold: boolean, changed: readonly string[], path: string): void {
  if (isTold || changed.length === 0) return;
  const issues = changed.map((message) => ({ path, message }));
  throw fail('rule-broken', 'paper-tells-less', issues);
}
