/** A recorded exchange of a day, searched for what must not be in it (issue 19, 4): on the wire, and inside TLS. */
import { OutgoingMessage } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readKeyring, unlockSlot } from '../../../src/main/platform/storage/keyring.ts';
import { staffSlotsOf } from '../../../src/main/platform/storage/keyring-format.ts';
import { kekOf, unwrapSecret } from '../../../src/main/platform/storage/slot-secret.ts';
import { BadLine } from '../../lan/bad-line.ts';
import { openComputer, pair, startKeeping } from '../../support/computers.ts';
import { eventually } from '../../support/eventually.ts';
import { closeCentres, cheapKdfPolicy, passphrase } from '../../support/start-application.ts';
import { removeFolders } from '../../support/temporary-folder.ts';
import { batch, twoWrits } from '../papers/two-writs.ts';

const newPassphrase = 'molino-cebada-ventana-otorongo';

afterEach(async () => {
  await closeCentres();
  removeFolders();
});

/** Every form in which bytes travel. */
function isIn(recorded: Buffer, secret: Buffer): boolean {
  const forms = (['hex', 'base64', 'base64url'] as const).map((form) => secret.toString(form).replace(/=+$/, ''));
  return recorded.includes(secret) || forms.some((form) => recorded.includes(form));
}

/** All that HTTP is given to say, by both ends, before TLS makes it unreadable. */
function recordPlain(): Buffer[] {
  const plain: Buffer[] = [];
  for (const name of ['write', 'end'] as const) {
    const real = Reflect.get(OutgoingMessage.prototype, name) as (...said: unknown[]) => unknown;
    vi.spyOn(OutgoingMessage.prototype, name).mockImplementation(function (this: OutgoingMessage, ...said: unknown[]) {
      const [bytes] = said;
      if (typeof bytes === 'string' || bytes instanceof Uint8Array) plain.push(Buffer.from(bytes as Uint8Array));
      return real.apply(this, said) as never;
    } as never);
  }
  return plain;
}

/** Secrets of one login as they stand now. */
async function secretsOf(folder: string, login: string, password: string): Promise<Buffer[]> {
  const { keyring } = readKeyring(folder, cheapKdfPolicy);
  const { dbId, practice } = keyring;
  const { dek } = await unlockSlot(keyring, login, password, cheapKdfPolicy);
  const slot = staffSlotsOf(keyring).find((one) => one.login === login);
  if (slot === undefined) throw new Error('no slot');
  const stretched = await kekOf(dbId, slot.slotId, slot.kdf, password);
  const secretKey = unwrapSecret({ dbId, practice }, slot, stretched);
  if (secretKey === null) throw new Error('no secret');
  return [Buffer.from(password), stretched, secretKey, dek];
}

describe('a sign-in, a password again, a new password and a paper', () => {
  it('carry no password, no key made of it and no key of the record; on the wire no name either', async () => {
    const keeping = await startKeeping();
    const { folder } = keeping.centre;
    const { caseId, documentIds } = await twoWrits(keeping.centre);
    const wire: Buffer[] = [];
    const line = new BadLine({ port: keeping.port(), from: '127.0.0.7' }, wire);
    const paired = await pair(keeping, 'LEGAL-PC');
    const plain = recordPlain();
    const before = await secretsOf(folder, 'legal', passphrase);
    const computer = openComputer(paired, { port: await line.listen() });
    await eventually(() => expect(computer.link.state().kind).toBe('up'));
    await computer.signIn('legal', true);
    await computer.client.findPersons({ query: 'Quispe Ficticia', arrivalId: null, role: 'any' });
    const asked = batch({ caseId, documentIds: documentIds.slice(0, 1) });
    await computer.client.releaseCopies(asked);
    await computer.client.changeOwnPassphrase({ newPassphrase }, { password: passphrase });
    const after = await secretsOf(folder, 'legal', newPassphrase);
    await computer.close();
    await line.close();

    const [inside, outside] = [Buffer.concat(plain), Buffer.concat(wire)];
    const secrets = [...before, ...after];
    const found = (recorded: Buffer) => secrets.map((secret) => isIn(recorded, secret));
    expect(found(inside)).toEqual(secrets.map(() => false));
    expect(found(outside)).toEqual(secrets.map(() => false));
    const words = ['legal', 'LEGAL-PC', 'Quispe', 'Ficticia', 'Inventada', 'findPersons', 'releaseCopies', caseId];
    const wordsIn = (recorded: Buffer) => words.filter((word) => isIn(recorded, Buffer.from(word)));
    expect(wordsIn(outside)).toEqual([]);

    // The search finds: what was said inside TLS, and whatever is planted in any of its forms.
    expect(inside.length).toBeGreaterThan(10_000);
    expect(outside.length).toBeGreaterThan(inside.length);
    expect(wordsIn(inside)).toEqual(
      expect.arrayContaining(['legal', 'Quispe', 'findPersons', 'releaseCopies', caseId]),
    );
    expect(inside.includes('%PDF')).toBe(true);
    for (const secret of secrets)
      for (const form of ['latin1', 'hex', 'base64', 'base64url'] as const)
        expect(isIn(Buffer.concat([inside, Buffer.from(secret.toString(form), 'latin1')]), secret)).toBe(true);
  });
});
