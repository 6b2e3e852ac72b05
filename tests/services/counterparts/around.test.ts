/** What stands around a hand-over: «Lo que sigue», how long it waits, who may have the function, the command line. */
import { afterEach, describe, expect, it } from 'vitest';
import { caseCommand, tasksCommand } from '../../../src/main/commands/case.ts';
import type { Command, CommandLine } from '../../../src/main/commands/command.ts';
import { counterpart, handOver, handing, switchOn } from '../../support/counterparts.ts';
import { closeCentres, startCentre, type TestCentre } from '../../support/start-application.ts';
import { again, memberOf } from '../access/people.ts';
import { brother, declare } from '../reception/at-the-door.ts';
import { refusal } from '../refusal.ts';
import { seal } from '../reserve/sealing.ts';

afterEach(closeCentres);

const complaint = {
  kind: 'complaint',
  ...{ number: '204-2026', on: '2026-06-10', time: '08:30', office: 'Comisaría Inventada' },
} as const;

async function tasks(centre: TestCentre, caseId: string): Promise<string[]> {
  const { items } = await (await centre.as('psico')).readCaseNext({ caseId });
  return items.map(({ task }) => task);
}

describe('«Lo que sigue»', () => {
  it('asks for the answer from the first day until it comes, however slow the urgency', async () => {
    const centre = await startCentre();
    const account = await counterpart(centre, 'police');
    const { caseId } = await centre.aCase();
    const { handOverId } = await handOver(centre, caseId, 'police', { options: { urgency: 'scheduled' } });
    expect(await tasks(centre, caseId)).toContain('Pedir la respuesta de la derivación');
    await account.noteAsCounterpart({ caseId, handOverId, note: complaint });
    expect(await tasks(centre, caseId)).not.toContain('Pedir la respuesta de la derivación');
  });

  it('tells of what differs until somebody looked at it', async () => {
    const centre = await startCentre();
    const account = await counterpart(centre, 'police');
    const { caseId } = await centre.aCase();
    const { handOverId } = await handOver(centre, caseId, 'police');
    const measures = { kind: 'measures', step: 'notified', on: '2026-06-10', time: null } as const;
    // No measure stands in the case: nothing is invented.
    expect(await account.noteAsCounterpart({ caseId, handOverId, note: measures })).toEqual({ outcome: 'differs' });
    expect(await tasks(centre, caseId)).toContain('Revisar lo que anotó la contraparte');
    const psychologist = await centre.as('psico');
    const [handed] = (await psychologist.listHandOvers({ caseId })).handOvers;
    await psychologist.settleCounterpartNote({ caseId, noteId: handed?.notes[0]?.id ?? '' });
    expect(await tasks(centre, caseId)).not.toContain('Revisar lo que anotó la contraparte');
  });
});

describe('the measures', () => {
  it('are noted of all that are in force, once', async () => {
    const centre = await startCentre();
    const account = await counterpart(centre, 'police');
    const { caseId } = await centre.aCase();
    const lawyer = await centre.as('legal');
    const measure = (kind: 'removal-from-home' | 'no-contact') => ({ kind, outcome: 'granted' as const, detail: null });
    await lawyer.recordEvent({
      caseId,
      event: {
        ...{ kind: 'measuresDecided', act: null, at: { on: '2026-06-09', time: null }, authorityId: null },
        ...{ office: 'Juzgado Inventado', district: null, fileNumber: null, document: 'Resolución 1', source: null },
        ...{
          notification: null,
          fixedOn: null,
          favours: null,
          instance: null,
          words: null,
          note: null,
          measures: [measure('removal-from-home')],
        },
      },
    });
    const { handOverId } = await handOver(centre, caseId, 'police');
    const note = { kind: 'measures', step: 'notified', on: '2026-06-10', time: '08:00' } as const;
    expect(await account.noteAsCounterpart({ caseId, handOverId, note })).toEqual({ outcome: 'kept' });
    expect(await account.noteAsCounterpart({ caseId, handOverId, note })).toEqual({ outcome: 'same' });
    const { measures } = await lawyer.getProceedings({ caseId });
    expect(measures).toMatchObject([{ kind: 'removal-from-home', state: 'accusedNotified' }]);
  });
});

describe('the wait', () => {
  it('runs from the hand-over to the first act, and leaves what is reserved out', async () => {
    const centre = await startCentre();
    const account = await counterpart(centre, 'police');
    const { caseId } = await centre.aCase();
    const { handOverId } = await handOver(centre, caseId, 'police');
    const coordinator = await centre.as('coordina');
    expect((await coordinator.readCounterpartWaits({})).waits[0]).toMatchObject({ answered: 0, waiting: 1 });
    centre.clock.advance(4 * 60_000);
    await account.noteAsCounterpart({ caseId, handOverId, note: complaint });
    await coordinator.keepSession({});
    centre.clock.advance(3 * 60_000);
    await account.noteAsCounterpart({ caseId, handOverId, note: { ...complaint, number: '9' } });
    const police = { side: 'police', answered: 1, waiting: 0, middle: 4, longest: 4 };
    expect((await coordinator.readCounterpartWaits({})).waits[0]).toEqual(police);
    await seal(centre, caseId, { members: ['coordina', 'psico'] });
    expect((await coordinator.readCounterpartWaits({})).waits[0]).toMatchObject({ answered: 0, waiting: 0 });
  });

  it('leaves out what a conflict closes to the reader', async () => {
    const centre = await startCentre();
    await switchOn(centre, 'police');
    const { caseId } = await centre.aCase({ aggressor: brother });
    await handOver(centre, caseId, 'police');
    await declare(centre, 'coordina', brother);
    const coordinator = await centre.as('coordina');
    expect((await coordinator.readCounterpartWaits({})).waits[0]).toMatchObject({ answered: 0, waiting: 0 });
  });
});

describe('the function', () => {
  it('is nobody else’s: alone in its account, not given while the centre has it off', async () => {
    const centre = await startCentre();
    const coordinator = await centre.as('coordina');
    const details = { login: 'comisaria', fullName: 'Inventada', profession: null, college: null, collegeNumber: null };
    const propose = (roles: ('policeCounterpart' | 'admission')[]) =>
      refusal(() =>
        coordinator.proposeStaffChange({ staffChange: { change: 'create', details: { ...details, roles } } }),
      );
    expect(await propose(['policeCounterpart'])).toBe('rule-broken/counterpart-off');
    await switchOn(centre, 'police');
    expect(await propose(['policeCounterpart', 'admission'])).toMatch(/^invalid/);
    const { id: staffId, version } = await memberOf(coordinator, 'admision');
    await switchOn(centre, 'police', false);
    const change = { change: 'roles' as const, staffId, version, roles: ['policeCounterpart' as const] };
    expect(await refusal(() => coordinator.proposeStaffChange({ staffChange: change }))).toBe(
      'rule-broken/counterpart-off',
    );
    // Switched off between proposal and approval.
    await switchOn(centre, 'police');
    const { proposalId } = await coordinator.proposeStaffChange({ staffChange: change });
    await switchOn(centre, 'police', false);
    const approver = await centre.as('psico');
    expect(await refusal(() => approver.approveStaffChange({ proposalId }, again))).toBe('rule-broken/counterpart-off');
  });

  it('is switched by Coordinación alone, and two at once do not undo each other', async () => {
    const centre = await startCentre();
    const psychologist = await centre.as('psico');
    const change = { side: 'police' as const, isOn: true, establishment: 'Comisaría Inventada', version: 0 };
    expect(await refusal(() => psychologist.changeCounterpartPost(change))).toBe('forbidden/');
    const coordinator = await centre.as('coordina');
    await coordinator.changeCounterpartPost(change);
    expect(await refusal(() => coordinator.changeCounterpartPost(change))).toBe('conflict/');
  });
});

describe('the hand-over', () => {
  it('is of the team: nobody else hands over, closes or settles', async () => {
    const centre = await startCentre();
    await switchOn(centre, 'police');
    const { caseId } = await centre.aCase();
    const { handOverId } = await handOver(centre, caseId, 'police');
    const input = await handing(centre, caseId, 'police');
    for (const login of ['admision', 'promocion', 'soporte', 'visita'] as const) {
      const other = await centre.as(login);
      expect(await refusal(() => other.handToCounterpart(input)), login).toBe('forbidden/');
      expect(await refusal(() => other.closeHandOver({ caseId, handOverId, version: 1 })), login).toBe('forbidden/');
      expect(await refusal(() => other.listHandOvers({ caseId })), login).toBe('forbidden/');
    }
  });

  it('goes to the institution of the centre, whatever the form says', async () => {
    const centre = await startCentre();
    const account = await counterpart(centre, 'police');
    const { caseId } = await centre.aCase();
    const receiver = { post: 'Jefatura', establishment: 'Otra Institución' };
    const { handOverId } = await handOver(centre, caseId, 'police', { options: { receiver } });
    const said = JSON.stringify((await account.readSheet({ caseId, handOverId })).blocks);
    expect(said).toContain('Comisaría Inventada');
    expect(said).not.toContain('Otra Institución');
  });

  it('tells the safe contact only where it was included', async () => {
    const centre = await startCentre();
    const account = await counterpart(centre, 'police');
    const { caseId } = await centre.aCase();
    const without = await handOver(centre, caseId, 'police');
    expect(JSON.stringify(await account.readSheet({ caseId, handOverId: without.handOverId }))).not.toContain(
      'Contacto seguro',
    );
  });
});

it('opens nothing on the command line', async () => {
  const centre = await startCentre();
  const account = await counterpart(centre, 'police');
  const { caseId, number } = await centre.aCase();
  await handOver(centre, caseId, 'police');
  const run = (command: Command, options: Record<string, string>) => {
    const line = {
      ...{ options: { ...options, user: 'comisaria' }, client: account, print: () => undefined },
      signIn: () => Promise.resolve({ staff: { login: 'comisaria', roles: ['policeCounterpart'] } }),
    };
    return refusal(() => command.run(line as unknown as CommandLine));
  };
  for (const one of [caseId, number]) expect(await run(caseCommand, { case: one })).toMatch(/^(forbidden|not-found)/);
  expect(await run(tasksCommand, { staff: 'comisaria' })).toMatch(/^(forbidden|not-found)/);
});
