/** Invented names, new at every run, in whatever spelling, in any typed text of any letter: by initials alone. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  composeReferral,
  referralKinds,
  referralRules,
  shippedLetter,
  type ReferralOptions,
} from '../../../src/shared/referrals/index.ts';
import { telling } from '../../support/planted-places.ts';
import { nobodyHidden, someFacts, someOptions } from '../../support/referral-facts.ts';

const syllable = fc.constantFrom('bru', 'chá', 'fil', 'gué', 'jun', 'ker', 'llú', 'ñam', 'prá', 'tzo', 'vel', 'wix', 'yóm', 'zur'); // prettier-ignore
const word = fc
  .array(syllable, { minLength: 3, maxLength: 4 })
  .map((parts) => parts.join(''))
  .map((text) => text.charAt(0).toUpperCase() + text.slice(1));
const names = fc.uniqueArray(word, { minLength: 4, maxLength: 4 }) as fc.Arbitrary<unknown> as fc.Arbitrary<
  [string, string, string, string]
>;

/** As it is written: whole, in a hurry, surnames alone; a child by one name. */
const written = {
  adult: [
    ([g1, g2, s1, s2]) => `${g1} ${g2} ${s1} ${s2}`,
    ([g1, , s1]) => `${g1} ${s1}`,
    ([, g2, s1]) => `${g2} ${s1}`,
    ([, , s1, s2]) => `${s1} ${s2}`,
  ],
  child: [([g1]) => g1, ([, g2]) => g2, ([, , s1, s2]) => `${s1} ${s2}`, ([g1, , s1]) => `${g1} ${s1}`],
} as const satisfies Record<string, readonly ((of: [string, string, string, string]) => string)[]>;

const looks = [
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) =>
    text
      .normalize('NFD')
      .replace(/\u0301/g, '')
      .normalize('NFC'),
  (text: string) => text.replaceAll(' ', '  '),
  (text: string) => `(${text}),`,
];

const plants: readonly ((options: ReferralOptions, text: string) => ReferralOptions)[] = [
  (options, text) => ({ ...options, reason: text }),
  (options, text) => ({ ...options, place: text }),
  (options, text) => ({ ...options, otherService: text, services: ['other'] }),
  (options, text) => ({ ...options, receiver: { post: text, establishment: text, authorityId: null } }),
  (options, text) => ({ ...options, card: { place: text, askFor: text, on: null, time: null } }),
  (options, text) => ({ ...options, professional: { names: text, profession: text, college: text } }),
  (options, text) => ({
    ...options,
    answers: Object.fromEntries(
      Object.entries(options.answers).map(([name, answer]) => [name, typeof answer === 'string' ? text : answer]),
    ),
  }),
];

describe('whoever a letter does not name', () => {
  it('stands by initials, however written and wherever', () => {
    const given = fc.record({
      kind: fc.constantFrom(...referralKinds),
      of: names,
      isMinor: fc.boolean(),
      way: fc.nat({ max: 3 }),
      look: fc.constantFrom(...looks),
      plant: fc.constantFrom(...plants),
    });
    fc.assert(
      fc.property(given, ({ kind, of, isMinor, way, look, plant }) => {
        const [g1, , s1] = of;
        const spelled = (isMinor ? written.child : written.adult)[way]?.(of) ?? g1;
        const person = { who: 'testigo', names: [of.join(' '), `${g1} ${s1}`], isMinor };
        const options = plant(someOptions(kind), `con ${look(spelled)} hoy`);
        // A date or an hour is no typed text.
        for (const [name, asked] of Object.entries(referralRules[kind].asked))
          if (asked.question.kind !== 'text') options.answers[name] = someOptions(kind).answers[name] ?? null;
        const issue = {
          number: '2026-000001',
          code: 'AB3K-7QX',
          draft: false,
          withheld: [],
          template: shippedLetter(kind),
        };
        const { paper, options: kept } = composeReferral(kind, someFacts, options, {
          ...issue,
          ...nobodyHidden,
          persons: [person],
        });
        const said = telling(JSON.stringify([paper.blocks, kept]));
        expect(spelled.split(' ').filter((part) => said.includes(telling(part)))).toEqual([]);
      }),
    );
  });
});
