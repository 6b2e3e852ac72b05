/** What she carries home: the properties of its file name neither the program nor what it is about. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printPaper, writeWord } from '../../../src/main/platform/paper/index.ts';
import { isTelling, monthOf, type Paper } from '../../../src/shared/papers/index.ts';
import { civilDateSchema } from '../../../src/shared/platform/dates.ts';
import { neutralCard, type HearingView } from '../../../src/shared/proceedings/index.ts';
import { composeReferral, referralKinds, shippedLetter } from '../../../src/shared/referrals/index.ts';
import { blankKinds, blankPaper } from '../../../src/shared/register/index.ts';
import { blankLines, safetyCard, usualLook } from '../../../src/shared/safety/index.ts';
import { nobodyHidden, someFacts, someOptions } from '../../support/referral-facts.ts';

const fontFolder = join(import.meta.dirname, '../../../resources/fonts');
const centre = {
  name: 'Centro Emergencia Mujer Villa Inventada',
  letterhead: ['Centro Emergencia Mujer'],
  isPractice: false,
};
const program = /Registro|CEM/;

async function propertiesOf(paper: Paper): Promise<string> {
  const { bytes } = await printPaper(paper, { fontFolder });
  const shown = [['-'], ['-meta', '-']].map((how) => execFileSync('pdfinfo', how, { input: bytes }).toString('utf8'));
  return shown.join('\n');
}

const hearing = {
  hearing: { on: '2026-06-18', time: '09:30', mode: 'inPerson', room: 'Mesón 2', bring: null },
} as unknown as HearingView;

const lines = { ...blankLines(), bag: { words: 'Donde Elena', card: 'Encargo donde Elena' } };
const rereadOn = civilDateSchema.parse('2026-06-25');
const plan = { lines, phones: [], carriesCard: true, rereadOn, present: 'alone' } as const;
const month = monthOf(civilDateSchema.parse('2026-06-12'), true);

const letterOf = (kind: (typeof referralKinds)[number], card: boolean) => {
  const made = { number: '2026-000001', code: 'AB3K-7QX', draft: false, withheld: [], ...nobodyHidden };
  const options = { ...someOptions(kind), ...(!card && { card: null }) };
  return composeReferral(kind, someFacts, options, { ...made, template: shippedLetter(kind) }).paper;
};

describe('the file of what she carries', () => {
  it.each([
    ['the reminder of a day', neutralCard(hearing, { words: 'Mesón 2', phone: null })],
    ['the card of her plan', safetyCard({ ...plan, phones: [] }, usualLook, month)],
    ['the same to cut out', safetyCard({ ...plan, phones: [] }, { ...usualLook, size: 'a4' }, month)],
    ['the blank cards', blankPaper('safetyCard', { centre, number: 'C-2026-0007' })],
  ] as const)('names neither the program nor the matter: %s', async (_what, paper) => {
    const properties = await propertiesOf(paper);
    expect(properties).not.toMatch(program);
    expect(isTelling(properties, centre.name)).toBe(false);
    expect(properties).not.toMatch(/seguridad|2026/);
  });

  it('does not name the program where a sheet of it is hers', async () => {
    const withSheet = referralKinds.filter((kind) => letterOf(kind, true).isCarried === true);
    expect(withSheet.length).toBeGreaterThan(0);
    for (const kind of withSheet) {
      const paper = letterOf(kind, true);
      expect(await propertiesOf(paper), kind).not.toMatch(program);
      expect(Buffer.from(await writeWord(paper)).includes('Registro')).toBe(false);
    }
    expect(await propertiesOf(blankPaper('referral', { centre, number: 'C-2026-0007' }))).not.toMatch(program);
  });

  it('names it on every other paper, which is of the centre', async () => {
    const others = blankKinds.filter((kind) => kind !== 'safetyCard' && kind !== 'referral');
    for (const kind of others)
      expect(await propertiesOf(blankPaper(kind, { centre, number: 'C-2026-0007' })), kind).toMatch(program);
  });
});
