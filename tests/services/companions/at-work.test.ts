/** A companion at work: the same calls as at the keeper, over a real line (issue 19, 2 to 7). */
import { afterEach, describe, expect, it } from 'vitest';
import { signedInAtWords } from '../../../src/shared/access/index.ts';
import { ExpectedFailure } from '../../../src/shared/platform/failures.ts';
import { eventually } from '../../support/eventually.ts';
import { openComputer, pair, startKeeping, type Computer } from '../../support/computers.ts';
import { closeNetwork, startWire } from '../../support/lan.ts';
import { clientOf, closeCentres, passphrase } from '../../support/start-application.ts';
import { removeFolders } from '../../support/temporary-folder.ts';
import { arrive } from '../reception/at-the-door.ts';
import { refusal } from '../refusal.ts';

const open: Computer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
  await closeNetwork();
  await closeCentres();
  removeFolders();
});

const attention = {
  action: 'action-32',
  on: '2026-06-09',
  time: null,
  withWhom: 'user',
  outcome: 'done',
  note: null,
} as const;

async function connected(name = 'PSICOLOGIA-PC') {
  const keeping = await startKeeping();
  const computer = openComputer(await pair(keeping, name), { port: keeping.port() });
  open.push(computer);
  await eventually(() => expect(computer.link.state().kind).toBe('up'));
  return { keeping, computer };
}

/** What the psychologist saved after her line was cut waits. */
async function savingOverACut() {
  const keeping = await startKeeping();
  const wire = await startWire({ host: { port: keeping.port() } });
  const { caseId } = await keeping.centre.aCase();
  const computer = openComputer(await pair(keeping, 'PSICOLOGIA-PC'), { port: wire.port });
  open.push(computer);
  await eventually(() => expect(computer.link.state().kind).toBe('up'));
  await computer.signIn('psico', true);
  wire.cut();
  await eventually(() => expect(computer.link.state().kind).toBe('down'));
  const saving = computer.client.recordAttention({ caseId, attention });
  await eventually(() => expect(computer.heard.at(-1)).toMatchObject({ kind: 'line', state: 'down', unsent: 1 }));
  return { computer, saving, wire, caseId };
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

  it('opens the record in the morning, before anybody sits at the keeper', async () => {
    const { keeping, computer } = await connected();
    const { port } = keeping.keeper().state();
    await keeping.centre.restart();
    expect(keeping.keeper().state()).toMatchObject({ isOn: true, port });
    await eventually(() => expect(computer.link.state().kind).toBe('up'));
    const { staff } = await computer.signIn('psico');
    expect(staff.login).toBe('psico');
  });

  it('is told that the keeper closes, and finds it again by itself', async () => {
    const { keeping, computer } = await connected();
    await keeping.centre.restart();
    const states = () => computer.heard.flatMap((event) => (event.kind === 'line' ? [event.state] : []));
    await eventually(() => expect(states().at(-1)).toBe('up'));
    expect(states().filter((state, at, all) => state !== all[at - 1])).toEqual(
      expect.arrayContaining(['closing', 'up']),
    );
  });

  it('is locked with its own screen, and nobody else is', async () => {
    const { keeping, computer } = await connected();
    await computer.signIn('psico');
    const social = await keeping.centre.as('social');
    await computer.companion.lock('system');
    expect(computer.heard.at(-1)).toMatchObject({ kind: 'locked', why: 'system' });
    await eventually(async () => expect(await refusal(() => computer.client.keepSession({}))).toBe('locked/'));
    expect(await refusal(() => social.keepSession({}))).toBe('none');
  });

  it('is told at which other computer the own session is open, and of no other one where it is this', async () => {
    const { keeping, computer } = await connected();
    await computer.signIn('psico');
    const words = async (client: typeof computer.client) => {
      const refused = client.signIn({ login: 'psico', password: passphrase });
      const error = await refused.catch((reason: unknown) => reason);
      if (!(error instanceof ExpectedFailure)) throw new Error('it was not refused');
      return [error.failure.reason, error.failure.issues.map(({ message }) => message)];
    };
    const atKeeper = clientOf(keeping.centre.application, () => null);
    expect(await words(atKeeper)).toEqual(['already-signed-in', [signedInAtWords('PSICOLOGIA-PC')]]);
    expect(await words(computer.client)).toEqual(['already-signed-in', []]);
  });

  it('hears of what changes at another computer', async () => {
    const { keeping, computer } = await connected();
    await computer.signIn('psico');
    await arrive(keeping.centre);
    await eventually(() => expect(computer.heard).toContainEqual({ kind: 'changed', topic: 'reception' }));
  });

  it('locked while the line is cut stores what was on its way, and is locked there after it', async () => {
    const { computer, saving, wire, caseId } = await savingOverACut();
    await computer.companion.lock('system');
    wire.mend();
    await saving;
    await eventually(async () => expect(await refusal(() => computer.client.keepSession({}))).toBe('locked/'));
    await computer.signIn('psico');
    expect((await computer.client.listAttentions({ caseId })).attentions).toHaveLength(1);
  });

  it('keeps what was typed while the line is cut, and stores it once when it is back', async () => {
    const { computer, saving, wire, caseId } = await savingOverACut();
    // Nothing is read meanwhile, in words and at once.
    expect(await refusal(() => computer.client.listAttentions({ caseId }))).toBe('storage/line-cut');
    wire.mend();
    await saving;
    expect((await computer.client.listAttentions({ caseId })).attentions).toHaveLength(1);
  });
});
