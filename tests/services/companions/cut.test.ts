/** What becomes of work and sessions while the line of a companion is cut, or its keeper is started anew (issue 19, 8). */
import { afterEach, describe, expect, it } from 'vitest';
import { blankArrivalFacts } from '../../../src/shared/reception/index.ts';
import { eventually } from '../../support/eventually.ts';
import { openComputer, pair, startKeeping, type Computer, type Keeping } from '../../support/computers.ts';
import { fixedClock, type FixedClock } from '../../support/fixed-clock.ts';
import { closeCentres, passphrase, testPorts } from '../../support/start-application.ts';
import { removeFolders } from '../../support/temporary-folder.ts';
import { BadLine } from '../../lan/bad-line.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { batch, twoWrits } from '../papers/two-writs.ts';

const close: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const one of close.splice(0).reverse()) await one();
  await closeCentres();
  removeFolders();
});

const isUp = ({ link }: Computer) => eventually(() => expect(link.state().kind).toBe('up'));
const isDown = ({ link }: Computer) => eventually(() => expect(link.state().kind).not.toBe('up'));

async function connected(clock: FixedClock = fixedClock(), more: Parameters<typeof openComputer>[2] = {}) {
  const keeping = await startKeeping({ clock });
  const line = new BadLine({ port: keeping.port(), from: '127.0.0.7' });
  close.push(() => line.close());
  const computer = openComputer(await pair(keeping, 'ADMISION-2'), { port: await line.listen() }, more);
  close.push(() => computer.close());
  await isUp(computer);
  return { keeping, line, computer };
}

const facts = { ...blankArrivalFacts(), saidName: 'Rosa Inventada Única' };
const stored = ({ centre }: Keeping) =>
  insideFile(centre.folder, (db) =>
    db.prepare('select count(*) from queue_entry where said_name = ?').pluck().get(facts.saidName),
  );
const lines = ({ heard }: Computer) => heard.filter((event) => event.kind === 'line');

/** A change handed over while the line is cut, and the keeper started anew meanwhile. */
async function acrossARestart(kind: 'arrival' | 'board-of-nobody' = 'arrival') {
  const made = await connected();
  const { keeping, line, computer } = made;
  await computer.signIn('admision');
  const { arrivalId } = await computer.client.openArrival({});
  line.cut();
  await isDown(computer);
  const id = kind === 'arrival' ? arrivalId : (crypto.randomUUID() as typeof arrivalId);
  const change = refusal(() => computer.client.registerArrival({ arrivalId: id, facts }));
  await eventually(() => expect(lines(computer).at(-1)).toMatchObject({ state: 'down', unsent: 1 }));
  const centre = await keeping.centre.restart();
  line.mend();
  await eventually(() => expect(computer.heard).toContainEqual(expect.objectContaining({ kind: 'locked' })));
  return { ...made, keeping: { ...keeping, centre }, change };
}

describe('a change on its way while the keeper is started anew', () => {
  it('waits for its person, and goes in once', async () => {
    const { keeping, computer, change } = await acrossARestart();
    await eventually(() => expect(lines(computer).at(-1)).toMatchObject({ state: 'up', unsent: 1 }));
    await keeping.centre.as('coordina');
    expect(await stored(keeping)).toBe(0);
    await computer.signIn('psico');
    expect(await stored(keeping)).toBe(0);
    await computer.signIn('admision');
    expect(await change).toBe('none');
    expect(await stored(keeping)).toBe(1);
    expect(lines(computer).at(-1)).toMatchObject({ state: 'up', unsent: 0 });
    expect(computer.heard.filter(({ kind }) => kind === 'not-entered')).toEqual([]);
  });

  it('waits for its person also where she has locked her screen since', async () => {
    const { keeping, line, computer } = await connected();
    await computer.signIn('admision');
    line.cut();
    await isDown(computer);
    const centre = await keeping.centre.restart();
    // Between two tries: it is not lost once more before it is there again.
    const change = refusal(() => computer.client.registerArrival({ arrivalId: null, facts }));
    await computer.client.lock({ why: 'asked' });
    line.mend();
    await eventually(() => expect(lines(computer).at(-1)).toMatchObject({ state: 'up', unsent: 1 }));
    await computer.signIn('admision');
    expect(await change).toBe('none');
    expect(await stored({ ...keeping, centre })).toBe(1);
  });

  it('is told when it did not go in after all', async () => {
    const { computer, change } = await acrossARestart('board-of-nobody');
    await computer.signIn('admision');
    expect(await change).toBe('not-found/');
    const told = { kind: 'not-entered', procedure: 'registerArrival', code: 'not-found', reason: null };
    expect(computer.heard).toContainEqual(told);
  });

  it('does not wait when it carries a password', async () => {
    const { keeping, line, computer } = await connected();
    await computer.signIn('coordina', true);
    line.cut();
    await isDown(computer);
    const proposal = { proposalId: crypto.randomUUID() as never };
    await keeping.centre.restart();
    line.mend();
    await isUp(computer);
    const change = () => computer.client.approveMonthClosing(proposal, { password: passphrase });
    expect(await refusal(change)).toBe('locked/');
    expect(computer.heard.filter(({ kind }) => kind === 'locked')).toEqual([]);
    expect(lines(computer).at(-1)).toMatchObject({ unsent: 0 });
  });
});

describe('a session over a line that is cut', () => {
  it('lasts half an hour, which is no empty chair', async () => {
    const clock = fixedClock();
    const { line, computer } = await connected(clock);
    await computer.signIn('admision');
    line.cut();
    await isDown(computer);
    clock.advance(29 * 60_000);
    line.mend();
    await isUp(computer);
    expect(await refusal(() => computer.client.keepSession({}))).toBe('none');
    line.cut();
    await isDown(computer);
    clock.advance(30 * 60_000);
    line.mend();
    await isUp(computer);
    expect(await refusal(() => computer.client.keepSession({}))).toBe('locked/');
  });

  it('ends by its idle time as soon as it stands', async () => {
    const clock = fixedClock();
    const { line, computer } = await connected(clock);
    const { idleMinutes } = await computer.signIn('admision');
    line.cut();
    await isDown(computer);
    clock.advance(10 * 60_000);
    line.mend();
    await isUp(computer);
    clock.advance(idleMinutes * 60_000);
    expect(await refusal(() => computer.client.keepSession({}))).toBe('locked/keeper-gone');
  });
});

describe('a paper that is handed out while the line is cut', () => {
  it('comes out once, and its person hears how that ended', async () => {
    let papers = 0;
    const { promise: out, resolve: comeOut } = Promise.withResolvers<undefined>();
    const printer = {
      list: () => Promise.resolve([{ name: 'HP LaserJet', isDefault: true }]),
      print: () => {
        papers += 1;
        return out;
      },
    };
    const { keeping, line, computer } = await connected(fixedClock(), { ports: testPorts(fixedClock(), { printer }) });
    const { caseId, documentIds } = await twoWrits(keeping.centre);
    // While the papers were made nobody in this process answered for a while.
    await isUp(computer);
    await computer.signIn('legal', true);
    const asked = batch({ caseId, documentIds: documentIds.slice(0, 1) });
    const copies = computer.client.releaseCopies(asked);
    await eventually(() => expect(papers).toBe(1));
    line.cut();
    await isDown(computer);
    line.mend();
    await isUp(computer);
    comeOut(undefined);
    expect((await copies).copies.map(({ state }) => state)).toEqual(['sent']);
    expect(papers).toBe(1);
  });
});
