/** The copy may be read by whoever looks through her things: what is not safe is read to her, and no page has it. */
import { afterEach, describe, expect, it } from 'vitest';
import { blankUser } from '../../../src/shared/people/index.ts';
import { aUser } from '../../support/case-builder.ts';
import { bytesOf, textOf } from '../../support/paper-text.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';

afterEach(closeCentres);

const asks = {
  on: '2026-06-10',
  asker: 'herself',
  representedBy: null,
  identity: 'known',
  identityWords: null,
  right: 'access',
  words: 'Quiero saber qué guardan de mí',
} as const;
const attention = { action: 'action-32', on: '2026-06-09', time: null, withWhom: 'user', outcome: 'done' } as const;
const digits = (text: string) => text.replace(/\D/g, '');
const again = { password: passphrase };

type Contact = Partial<ReturnType<typeof blankUser>['contact']>;

async function copyWith(contact: Contact, isReserved = false) {
  const centre = await startCentre();
  const { caseId } = await centre.aCase({
    user: aUser({
      contact: { ...blankUser().contact, phone: '944111000', email: 'rosa.falsa@correo.invalid', ...contact },
      address: { ...blankUser().address, districtCode: '150132', text: 'Los Lirios 12', isReserved },
    }),
  });
  const psychologist = await centre.as('psico');
  const note =
    'Se conversó con ella. Pide que la llamen al 944 111 000. Escribirle a rosa.falsa@correo.invalid. ' +
    'Vive en Jr. Los Lirios 12. Está mejor.';
  await psychologist.recordAttention({ caseId, attention: { ...attention, note } });
  const lawyer = await centre.as('legal');
  const { requestId } = await lawyer.recordDataRequest({ caseId, request: asks });
  const target = { caseId, requestId };
  const { passages, withheld } = await lawyer.getOwnCopy(target);
  for (const { key, isClosed } of passages)
    if (!isClosed) await lawyer.choosePassage({ ...target, passage: key, reason: 'told' });
  const { proposalId } = await lawyer.proposeOwnCopy(target, again);
  await psychologist.approveOwnCopy({ proposalId }, again);
  const { file } = await lawyer.issueOwnCopy({ ...target, way: 'save', printer: null });
  if (file === null) throw new Error('nothing was handed back');
  const counts = Object.fromEntries(withheld.map(({ part, count }) => [part, count]));
  return { text: textOf(await bytesOf(lawyer, file)), counts };
}

const masked = 'Por seguridad no se imprime: se le lee en el centro.';

describe('her own telephone, mail and address', () => {
  it.each<[string, Contact]>([
    ['may not be called', { mayCall: 'no', emailIsSafe: false }],
    ['were not asked about', { mayCall: null, emailIsSafe: null }],
  ])('that %s are on no page, in no sentence, whatever was let stand', async (_, contact) => {
    const { text, counts } = await copyWith(contact);
    expect(digits(text)).not.toContain('944111000');
    expect(text).not.toContain('rosa.falsa');
    expect(text.split(masked)).toHaveLength(3);
    // The two of them, and the two sentences that carry them.
    expect(counts['unsafe']).toBe(4);
    expect(text).toContain('Se conversó con ella.');
    expect(text).toContain('Está mejor.');
    expect(text).toContain('Los Lirios 12');
  });

  it('that are safe are hers: printed, and in her sentences', async () => {
    const { text, counts } = await copyWith({ mayCall: 'yes', emailIsSafe: true });
    expect(text.split('944 111 000')).toHaveLength(2);
    expect(text).toContain('944111000');
    expect(text.split('rosa.falsa@correo.invalid')).toHaveLength(3);
    expect(text).not.toContain(masked);
    expect(counts['unsafe'] ?? 0).toBe(0);
  });

  it('in reserve is in no sentence either', async () => {
    const { text, counts } = await copyWith({ mayCall: 'yes', emailIsSafe: true }, true);
    expect(text).not.toContain('Lirios');
    expect(counts['address']).toBe(1);
  });
});
