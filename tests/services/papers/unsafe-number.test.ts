/** A number that is not safe stands on no paper and in no file: each kind of them is made with one planted, and read. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { blankUser, type Contact } from '../../../src/shared/people/index.ts';
import { referralKinds, referralRules, shippedLetter } from '../../../src/shared/referrals/index.ts';
import { aUser } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { someAnswers } from '../../support/referral-facts.ts';
import { closeCentres, startCentre } from '../../support/start-application.ts';
import { everyFile } from './every-file.ts';

afterEach(closeCentres);
const folder = mkdtempSync(join(tmpdir(), 'unsafe-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const phone = '947281635';
const contactOf = (contact: Partial<Contact>): Contact => ({ ...blankUser().contact, phone, ...contact });

function wordsOf(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes);
  if (buffer.subarray(0, 4).toString('latin1') === '%PDF') return textOf(buffer);
  if (buffer.subarray(0, 2).toString('latin1') !== 'PK') return buffer.toString('utf8');
  const file = join(folder, 'read.zip');
  writeFileSync(file, buffer);
  return execFileSync('unzip', ['-p', file], { maxBuffer: 1 << 28 }).toString('utf8');
}

/** However it is spaced. */
const tells = (text: string) => text.replace(/[\s.·-]/g, '').includes(phone);

async function filesWith(mayCall: Contact['mayCall']): Promise<string[]> {
  const files = await everyFile(() => undefined, { contact: contactOf({ mayCall }) });
  expect(files.length).toBeGreaterThan(20);
  return files.filter(([, bytes]) => tells(wordsOf(bytes))).map(([what]) => what);
}

it('is in no file that leaves, not even in the copy of her own data', async () => {
  expect(await filesWith('no')).toEqual([]);
  // One that is safe is found there: what is looked for could be found.
  expect((await filesWith('yes')).some((what) => /^own.copy/.test(what))).toBe(true);
});

/** Letters in which it stands, of every kind that may carry a safe contact. */
async function letters(contact: Partial<Contact>, his: string | null = null): Promise<number> {
  const centre = await startCentre();
  const aggressor = { contact: { ...blankUser().contact, phone: his } };
  const { caseId } = await centre.aCase({ user: aUser({ contact: contactOf(contact) }), aggressor });
  const social = await centre.as('social');
  let found = 0;
  for (const kind of referralKinds.filter((one) => referralRules[one].mayCall)) {
    centre.clock.advance(2000);
    const { options } = await social.startReferral({ caseId, kind });
    const rule = referralRules[kind];
    const filled = {
      ...{ ...options, includeSafeContact: true, answers: someAnswers(kind), isKitDecided: true },
      receiver: { post: shippedLetter(kind).value.post, establishment: 'Institución Inventada' },
      services: rule.services.slice(0, 1),
      reason: rule.asksReason ? 'Motivo inventado en una frase.' : null,
    };
    const { file } = await social.previewReferral({ caseId, kind, options: filled });
    if (tells(textOf(await bytesOf(social, file)))) found += 1;
  }
  return found;
}

it('is in no letter where she said no, was not asked, or he has it too', async () => {
  expect(await letters({ mayCall: 'yes' })).toBeGreaterThan(3);
  expect(await letters({ mayCall: 'no' })).toBe(0);
  expect(await letters({ mayCall: null })).toBe(0);
  expect(await letters({ mayCall: 'yes' }, '947-281-635 / 955 000 111')).toBe(0);
});
