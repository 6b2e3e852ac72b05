/** What the read-only state tells, how it ends, and that it ends once and for good. */
import { cpSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeCentres, passphrase } from '../../support/start-application.ts';
import type { Client } from '../../../src/shared/platform/contract.ts';
import type { Contract } from '../../../src/shared/contract.ts';
import { insideFile } from '../inside-file.ts';
import { refusal } from '../refusal.ts';
import { newFolder, noMarks, oldAndNew, opened, removePutBack } from './put-back-centre.ts';

afterEach(closeCentres);
afterAll(removePutBack);

type Opened = Awaited<ReturnType<typeof opened>>;

/** Runs on an opened folder, and closes it whatever happens. */
async function inside<Value>(folder: string, work: (centre: Opened) => Promise<Value>): Promise<Value> {
  const centre = await opened(folder);
  try {
    return await work(centre);
  } finally {
    await centre.application.close();
  }
}

const second = { login: 'social', password: passphrase };
const end = (client: Client<Contract>) => client.endReadOnly({ second }, { password: passphrase });

/** What the check of the start says of a folder that is opened again. */
function saysAgain(folder: string): Promise<{ isReadOnly: boolean; kinds: string[] }> {
  return inside(folder, async ({ as, checked }) => {
    const coordinator = await as('coordina');
    await checked;
    const { isReadOnly, troubles } = await coordinator.getTroubles({});
    return { isReadOnly, kinds: troubles.map(({ kind }) => kind) };
  });
}

async function breakAt(folder: string, seq: number): Promise<void> {
  await insideFile(folder, (db) => {
    db.exec('drop trigger if exists audit_entry_no_update');
    expect(db.prepare("update audit_entry set action = 'case.read' where seq = ?").run(seq).changes).toBe(1);
  });
}

describe('what the page of the read-only state says', () => {
  it('names the day the file goes back to, what is missing, and what the copy at hand has more of', async () => {
    const { putBack, copies } = await oldAndNew(true);
    await inside(putBack, async ({ as }) => {
      // Everybody reads it, the desk too.
      const facts = await (await as('admision')).getReadOnlyFacts({});
      const [trouble] = facts.troubles;
      if (trouble?.kind !== 'rolled-back') throw new Error('the marks know more than the file');
      expect(facts.isReadOnly).toBe(true);
      expect(trouble.missing).toBeGreaterThan(5);
      expect(trouble.lastKeptAt).toMatch(/^2026-06-1/);
      expect(trouble.keptTo).toBeLessThan(facts.head.seq);
      expect(facts.copy).toMatchObject({ isAhead: true });
      expect(facts.copy?.path.startsWith(copies)).toBe(true);
      expect(facts.copy?.seq).toBeGreaterThan(trouble.keptTo ?? 0);
      const more = new Map(facts.copy?.more.map(({ kind, count }) => [kind, count]));
      expect(more.get('case_file')).toBe(1);
      expect(more.has('attachment')).toBe(false);
    });
  });

  it('tells it once where marks and copies both know more, with the day before it was opened', async () => {
    const { putBack } = await oldAndNew(true);
    await inside(putBack, async ({ as, told }) => {
      const desk = await as('admision');
      const before = await desk.getTroubles({});
      await told;
      const after = await desk.getTroubles({});
      expect(after.troubles).toHaveLength(1);
      expect(after.troubles[0]).toMatchObject({ kind: 'rolled-back' });
      const [marks, both] = [before.troubles[0], after.troubles[0]];
      if (marks?.kind !== 'rolled-back' || both?.kind !== 'rolled-back') throw new Error('put back');
      expect(both.reachesTo).toBe(marks.reachesTo);
      expect(both.keptTo).toBe(marks.keptTo);
      expect(both.missing).toBeGreaterThanOrEqual(marks.missing ?? 0);
    });
  });

  it.each([
    ['marks', false],
    ['copies', true],
  ])(
    'says the same day and count at every opening, known by %s: what is read meanwhile leaves entries',
    async (_by, areMarksGone) => {
      const { old, putBack } = await oldAndNew(areMarksGone);
      const folder = areMarksGone ? old : putBack;
      if (areMarksGone) noMarks(folder);
      const found = [];
      for (const login of ['admision', 'psico', 'coordina'] as const) {
        found.push(
          await inside(folder, async ({ as, checked }) => {
            const client = await as(login);
            await checked;
            await client.listOwnAudit({ before: null });
            return (await client.getTroubles({})).troubles.find(({ kind }) => kind === 'rolled-back');
          }),
        );
      }
      expect(found[0]).toMatchObject({ kind: 'rolled-back' });
      expect(found[1]).toEqual(found[0]);
      expect(found[2]).toEqual(found[0]);
    },
  );

  it('says that no copy is at hand', async () => {
    const { putBack } = await oldAndNew(false);
    await inside(putBack, async ({ as }) => {
      expect(await (await as('psico')).getReadOnlyFacts({})).toMatchObject({ isReadOnly: true, copy: null });
    });
  });
});

describe('the end of the read-only state', () => {
  it('holds where more was read meanwhile than the copies know: what they saw was given up', async () => {
    // Old and new are few entries apart; each sign-in of the days in between writes more.
    const { old } = await oldAndNew(true, 'few');
    noMarks(old);
    await inside(old, async ({ as, told }) => {
      const coordinator = await as('coordina');
      await told;
      const { copy } = await coordinator.getReadOnlyFacts({});
      const reader = await as('visita');
      for (let count = 0; count < 60; count += 1) await reader.listOwnAudit({ before: null });
      expect((await coordinator.getReadOnlyFacts({})).head.seq).toBeGreaterThan(copy?.seq ?? 0);
      await end(coordinator);
    });
    expect(await saysAgain(old)).toEqual({ isReadOnly: false, kinds: [] });
  });

  it('accepts a break of the chain for good, while the verification goes on naming it and a new break is told', async () => {
    const { folder } = await oldAndNew(false);
    await breakAt(folder, 12);
    await inside(folder, async ({ as, told }) => {
      const coordinator = await as('coordina');
      await told;
      await end(coordinator);
      expect((await coordinator.verifyRecord({})).isSound).toBe(false);
    });
    expect(await saysAgain(folder)).toEqual({ isReadOnly: false, kinds: [] });
    // Neither a later break nor an earlier one is the one that was accepted.
    const last = await insideFile(folder, (db) => db.prepare('select max(seq) from audit_entry').pluck().get());
    const other = newFolder();
    cpSync(folder, other, { recursive: true });
    await breakAt(folder, Number(last) - 1);
    expect(await saysAgain(folder)).toEqual({ isReadOnly: true, kinds: ['chain-broken'] });
    await breakAt(other, 8);
    expect(await saysAgain(other)).toEqual({ isReadOnly: true, kinds: ['chain-broken'] });
  });

  it('is done once: a second press and a lost answer find it done, two at once do it once', async () => {
    const { putBack } = await oldAndNew(false);
    await inside(putBack, async ({ as, again }) => {
      const coordinator = await as('coordina');
      const ends = await Promise.all([refusal(() => end(coordinator)), refusal(() => end(coordinator))]);
      expect(ends.toSorted()).toEqual(['none', 'rule-broken/not-read-only']);
      expect((await coordinator.getWitnessState({})).segment.segment).toBe(2);
      const key = crypto.randomUUID();
      expect(await refusal(() => again(key).endReadOnly({ second }, { password: passphrase }))).toBe(
        'rule-broken/not-read-only',
      );
    });
    const { putBack: other } = await oldAndNew(false);
    await inside(other, async ({ as, again }) => {
      await as('coordina');
      const key = crypto.randomUUID();
      const first = await again(key).endReadOnly({ second }, { password: passphrase });
      // The answer was lost: the same press is sent again under its key.
      expect(await again(key).endReadOnly({ second }, { password: passphrase })).toEqual(first);
    });
  });

  it('tells every window that the record may be written again', async () => {
    const { putBack } = await oldAndNew(false);
    await inside(putBack, async ({ as, told }) => {
      const coordinator = await as('coordina');
      await end(coordinator);
      expect(await told).toEqual({ kind: 'changed', topic: 'troubles' });
    });
  });
});
