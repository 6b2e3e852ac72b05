/** The pages of every kind of referral, read back: the words that were composed, in order, and nothing else. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPaper, writeWord } from '../../../src/main/platform/paper/index.ts';
import type { Paper } from '../../../src/shared/papers/index.ts';
import {
  composeReferral,
  referralKinds,
  shippedLetter,
  type ReferralKind,
} from '../../../src/shared/referrals/index.ts';
import {
  expectArchivable,
  expectPaperEquals,
  expectWellLaid,
  expectWordEquals,
  pageFeet,
} from '../../support/papers.ts';
import { nobodyHidden, someFacts, someOptions } from '../../support/referral-facts.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const issue = { number: '2026-000012', code: 'AB3K-7QX', draft: false, withheld: ['987654321'], ...nobodyHidden };

/** As long as the form allows, with the letters of every language spoken here. */
const long = 'Ñusta Kuwaí Ünbü: requiere evaluación y seguimiento, «según lo conversado», el mismo día. '
  .repeat(4)
  .trim();

const fullest = {
  includePregnancy: true,
  hasProtectionMeasures: true,
  otherService: 'Otro servicio inventado',
} as const;

function paperOf(kind: ReferralKind): Paper {
  const options = someOptions(kind, { ...fullest, calledAt: '10:30' });
  const reason = options.reason === null ? null : long;
  return composeReferral(kind, someFacts, { ...options, reason }, { ...issue, template: shippedLetter(kind) }).paper;
}

describe.each(referralKinds)('the printed referral of %s', (kind) => {
  const paper = paperOf(kind);

  it('says in PDF what was composed: every word, in its order, in kept fonts, within the margins', async () => {
    const { bytes, pages } = await printPaper(paper, { fontFolder });
    expectPaperEquals(bytes, paper);
    expectArchivable(bytes);
    expectWellLaid(bytes);
    const feet = pageFeet(bytes);
    expect(feet).toHaveLength(pages);
    for (const [at, foot] of feet.entries()) {
      expect(foot).toContain('2026-000012');
      expect(foot).toContain(`Página ${at + 1} de ${pages}`);
    }
  });

  it('says the same in Word', async () => {
    expectWordEquals(await writeWord(paper), paper);
  });
});
