/** The words of every letter as it ships, with everything said and with little known: kept as reviewed. */
import { describe, expect, it } from 'vitest';
import {
  composeReferral,
  referralKinds,
  shippedLetter,
  referralRules,
  type ReferralFacts,
  type ReferralKind,
} from '../../../src/shared/referrals/index.ts';
import type { PaperBlock, PaperRun } from '../../../src/shared/papers/index.ts';
import { nobodyHidden, someFacts, someOptions } from '../../support/referral-facts.ts';

const issue = { number: '2026-000001', code: 'AB3K-7QX', draft: false, withheld: [], ...nobodyHidden };

const wordsOf = (runs: readonly PaperRun[]): string =>
  runs.map((run) => (run.missing === true ? `[FALTA: ${run.text}]` : run.text)).join('');

/** Everything a block says, a line for each thing. */
function linesOf(block: PaperBlock): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${block.text}`];
    case 'paragraph':
      return [`${block.align ?? 'justify'}: ${wordsOf(block.runs)}`];
    case 'pairs':
      return block.rows.map(({ label, runs }) => `${label} | ${wordsOf(runs)}`);
    case 'checks':
      return block.items.map(({ text, ticked }) => `[${ticked ? 'x' : ' '}] ${text}`);
    case 'list':
      return block.items.map((runs) => `- ${wordsOf(runs)}`);
    case 'signatures':
      return block.signers.map(({ lines }) => `firma: ${lines.join(' / ')}`);
    default:
      return [`(${block.kind})`];
  }
}

const fullFacts: ReferralFacts = {
  ...someFacts,
  person: {
    ...someFacts.person,
    document: { kind: 'document', text: 'DNI 00000001' },
    language: 'Quechua',
    needsInterpreter: true,
    disability: 'Auditiva, con apoyo',
    insurance: 'SIS',
    zone: 'Villa Inventada',
  },
  event: { date: { year: 2026, month: 9, day: 3 }, hour: '21:30' },
};

const bareFacts: ReferralFacts = {
  ...someFacts,
  person: { ...someFacts.person, names: null, document: null, age: null, sex: null },
  hours: null,
  safeContact: null,
};

function lettered(kind: ReferralKind, facts: ReferralFacts, isBare: boolean): string {
  const full = { includePregnancy: true, hasProtectionMeasures: true, includeSafeContact: true, calledAt: '10:30' };
  const bare = { reason: null, consent: null, professional: null, receiver: null, answers: {}, services: [] };
  const options = someOptions(kind, isBare ? bare : { ...full, includeSafeContact: someMayCall.has(kind) });
  const { paper, missing } = composeReferral(kind, facts, options, { ...issue, template: shippedLetter(kind) });
  const told = missing.map(({ fact, label, page, weight }) => `falta ${fact} (${label}) en ${page}: ${weight}`);
  return [paper.title, ...paper.blocks.flatMap(linesOf), ...told].join('\n');
}

/** Kinds whose receiver calls her. */
const someMayCall: ReadonlySet<ReferralKind> = new Set(referralKinds.filter((kind) => referralRules[kind].mayCall));

describe.each(referralKinds)('the words of the letter of %s', (kind) => {
  it('are those that were reviewed, when everything is known', () => {
    expect(lettered(kind, fullFacts, false)).toMatchSnapshot();
  });

  it('are those that were reviewed, when little is known', () => {
    expect(lettered(kind, bareFacts, true)).toMatchSnapshot();
  });
});
