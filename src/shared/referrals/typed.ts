/** What people wrote in the form of a letter, and in the record it tells of: where a name may stand (D38). */
import { referralRules, type ReferralKind } from './kinds/index.ts';
import type { ReferralFacts, ReferralOptions } from './schema.ts';

type Change = (text: string) => string;

/** @param change `named`: as `typed`, where a school may stand */
export function eachTyped(
  kind: ReferralKind,
  options: ReferralOptions,
  { typed, named }: { readonly typed: Change; readonly named: Change },
): ReferralOptions {
  const { namesSchool } = referralRules[kind];
  const where = namesSchool === 'receiver' ? named : typed;
  const maybe = (text: string | null, by = typed) => (text === null ? null : by(text));
  const { receiver, card, professional } = options;
  return {
    ...options,
    receiver:
      receiver === null
        ? null
        : { ...receiver, post: where(receiver.post), establishment: where(receiver.establishment) },
    otherService: maybe(options.otherService),
    reason: maybe(options.reason),
    answers: Object.fromEntries(
      Object.entries(options.answers).map(([name, answer]) => [
        name,
        typeof answer === 'string' ? (namesSchool === 'question' && name === 'school' ? named : typed)(answer) : answer,
      ]),
    ),
    card: card === null ? null : { ...card, place: maybe(card.place, where), askFor: maybe(card.askFor, where) },
    professional:
      professional === null
        ? null
        : {
            names: typed(professional.names),
            profession: typed(professional.profession),
            college: maybe(professional.college),
          },
    place: typed(options.place),
  };
}

/** What was told in the record, as people wrote it. */
export function toldThrough(facts: ReferralFacts, change: Change): ReferralFacts {
  const maybe = (text: string | null) => (text === null ? null : change(text));
  const { person } = facts;
  return {
    ...facts,
    person: {
      ...person,
      language: maybe(person.language),
      disability: maybe(person.disability),
      insurance: maybe(person.insurance),
    },
    complaint: maybe(facts.complaint),
    safeContact: maybe(facts.safeContact),
  };
}
