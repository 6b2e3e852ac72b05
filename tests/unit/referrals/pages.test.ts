/** As few pages as a letter needs: one for the letter where it fits, and no signature alone on another. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPaper } from '../../../src/main/platform/paper/index.ts';
import {
  blankReferralAnswers,
  composeReferral,
  inventedReferral,
  referralKinds,
  referralRules,
  shippedLetter,
  type ReferralKind,
} from '../../../src/shared/referrals/index.ts';
import { expectWellLaid, pageTexts } from '../../support/papers.ts';
import { nobodyHidden } from '../../support/referral-facts.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const letterhead = [
  'Ministerio de la Mujer y Poblaciones Vulnerables',
  'Programa Nacional Warmi Ñan',
  'Centro Emergencia Mujer Villa Inventada',
  '«Año de la economía inventada»',
];
const issue = { number: 'D-2026-000012', code: 'AB3K-7QX', draft: false, withheld: [], ...nobodyHidden };
const long =
  'Requiere evaluación y seguimiento, según lo conversado con ella, el mismo día, con intérprete de quechua y acompañada por su hermana; refiere dolor.';

/** What is written on most days, and the letter of somebody of whom everything is known, at length. */
function letterOf(kind: ReferralKind, isRich: boolean) {
  const post = shippedLetter(kind).value.post;
  const { facts, options } = inventedReferral(kind, post);
  const { asked, hasCard, asksReason, services } = referralRules[kind];
  const name = 'Centro Emergencia Mujer Villa Inventada';
  const centre = { centre: { name, letterhead }, practice: true };
  const card = hasCard ? { place: 'Hospital Inventado', askFor: null, on: null, time: null } : null;
  const answers = Object.entries(options.answers).map(([key, answer]) => {
    const question = asked[key]?.question;
    if (isRich) return [key, question?.kind === 'text' ? long.slice(0, question.max) : answer] as const;
    return [key, question?.required === true ? answer : null] as const;
  });
  const rich = { ...options, card, reason: asksReason ? `${long} ${long}` : null, services: services.slice(0, 4) };
  const usual = {
    ...rich,
    includePregnancy: false,
    includeSafeContact: false,
    calledAt: null,
    reason: asksReason ? long : null,
  };
  const form = {
    ...(isRich ? rich : usual),
    answers: { ...blankReferralAnswers(kind), ...Object.fromEntries(answers) },
  };
  return composeReferral(kind, { ...facts, ...centre }, form, { ...issue, template: shippedLetter(kind) }).paper;
}

describe.each(referralKinds)('the pages of %s', (kind) => {
  it.each([
    ['as on most days', false],
    ['with everything known, at length', true],
  ])('are one for each part, %s', async (_look, isRich) => {
    const paper = letterOf(kind, isRich);
    const { bytes, pages } = await printPaper(paper, { fontFolder });
    expect(pages).toBe(1 + paper.blocks.filter((block) => block.kind === 'pageBreak').length);
    expectWellLaid(bytes);
  });

  it('never leave the signature alone, however much is written', async () => {
    const paper = letterOf(kind, true);
    // Longer than a page by a little and by much: the signature takes rows with it.
    for (const extra of [6, 14, 22, 30]) {
      const rows = Array.from({ length: extra }, (_row, at) => ({ label: `Dato ${at + 1}`, runs: [{ text: long }] }));
      const at = paper.blocks.findIndex((block) => block.kind === 'signatures');
      const blocks = [...paper.blocks.slice(0, at), { kind: 'pairs' as const, rows }, ...paper.blocks.slice(at)];
      const { bytes } = await printPaper({ ...paper, blocks }, { fontFolder });
      const signed = pageTexts(bytes).find((text) => text.includes('Alba Inventada'));
      expect(signed).toContain('Requiere evaluación');
    }
  });
});
