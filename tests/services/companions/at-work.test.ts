/** A companion at work: the same calls as at the keeper, over a real line (issue 19, 2 to 7). */
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { openComputer, pair, startKeeping, type Computer } from '../../support/computers.ts';
import { closeCentres, passphrase } from '../../support/start-application.ts';
import { removeFolders } from '../../support/temporary-folder.ts';
import { refusal } from '../refusal.ts';

const open: Computer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await closeCentres();
  removeFolders();
});

async function connected(name = 'PSICOLOGIA-PC') {
  const keeping = await startKeeping();
  const computer = openComputer(await pair(keeping, name), { port: keeping.port() });
  open.push(computer);
  await eventually(() => expect(computer.link.state().kind).toBe('up'));
  return { keeping, computer };
}

describe('a companion', () => {
  it('signs in, works and is named in the audit', async () => {
    const { keeping, computer } = await connected();
    await computer.signIn('psico');
    const { lines } = await computer.client.listOwnAudit({ before: null });
    expect(lines.map(({ action, device }) => [action, device])).toContainEqual(['session.start', 'PSICOLOGIA-PC']);
    const coordinator = await keeping.centre.as('coordina');
    const { companions } = await coordinator.getComputers({});
    expect(companions).toMatchObject([{ name: 'PSICOLOGIA-PC', isConnected: true, people: [expect.any(String)] }]);
  });

  it('is refused with a wrong password, and told to wait like anybody', async () => {
    const { computer } = await connected();
    const wrong = () => computer.client.signIn({ login: 'psico', password: 'otra-frase-larga-inventada' });
    expect(await refusal(wrong)).toBe('wrong-secret/');
    expect(await refusal(wrong)).toBe('wrong-secret/wait-before-retry');
    expect(await refusal(() => computer.client.keepSession({}))).toBe('locked/');
  });

  it('is sent away with what carries a paper key', async () => {
    const { computer } = await connected();
    expect(await refusal(() => computer.client.previewRestore({} as never))).toBe('rule-broken/only-at-keeper');
    await computer.signIn('coordina', true);
    const on = () => computer.client.turnKeeperOn({ address: '127.0.0.1', port: 4000 }, { password: passphrase });
    expect(await refusal(on)).toBe('rule-broken/only-at-keeper');
  });
});
