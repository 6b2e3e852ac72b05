/** `case` and `tasks` of the command line, over a real record: what each person gets of it, and what is left out. */
import { afterEach, describe, expect, it } from 'vitest';
import { caseCommand, tasksCommand } from '../../../src/main/commands/case.ts';
import type { Command, CommandLine } from '../../../src/main/commands/command.ts';
import { fail } from '../../../src/shared/platform/failures.ts';
import { closeCentres, startCentre, type Login, type TestCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

afterEach(closeCentres);

/** Runs a command as somebody who signed in; answers what it printed. */
async function printed(centre: TestCentre, login: Login, command: Command, options: Record<string, string>) {
  const printedValues: unknown[] = [];
  const line: Partial<CommandLine> = {
    options: { ...options, user: login },
    client: await centre.as(login),
    signIn: () => centre.sessionOf(login),
    print: (value) => void printedValues.push(value),
  };
  await command.run(line as CommandLine);
  return printedValues[0] as Record<string, unknown>;
}

async function withStep() {
  const centre = await startCentre();
  const { caseId, number } = await centre.aCase();
  const step = {
    action: 'other',
    words: 'Cambiar la chapa',
    service: 'social',
    staffId: null,
    dueOn: '2026-06-11',
  } as const;
  await (await centre.as('social')).putPlanStep({ caseId, step });
  return { centre, caseId, number };
}

describe('case', () => {
  it('holds what that person may read, by id or number, and leaves out the rest', async () => {
    const { centre, caseId, number } = await withStep();
    const whole = ['case', 'next', 'plan', 'safetyPlan', 'closing', 'attentions', 'history'];
    expect(Object.keys(await printed(centre, 'psico', caseCommand, { case: caseId }))).toEqual(whole);
    expect(Object.keys(await printed(centre, 'legal', caseCommand, { case: number }))).toEqual(whole);
    const led = await printed(centre, 'coordina', caseCommand, { case: caseId, format: 'json' });
    expect(Object.keys(led)).toEqual(whole.filter((name) => name !== 'safetyPlan'));
  });

  it('is nothing for who may not open the case, and takes no other format', async () => {
    const { centre, caseId } = await withStep();
    for (const login of ['soporte', 'promocion'] as const)
      expect(await refusal(() => printed(centre, login, caseCommand, { case: caseId }))).toMatch(
        /^(forbidden|not-found)/,
      );
    await expect(printed(centre, 'psico', caseCommand, { case: caseId, format: 'xml' })).rejects.toThrow(/solo admite/);
  });
});

it('ends where a part fails for another reason than a right', async () => {
  const { centre, caseId } = await withStep();
  const client = await centre.as('psico');
  const failing = { ...client, readTimeline: () => Promise.reject(fail('damaged')) };
  const line = {
    options: { case: caseId },
    client: failing,
    signIn: () => centre.sessionOf('psico'),
    print: () => undefined,
  };
  await expect(caseCommand.run(line as unknown as CommandLine)).rejects.toMatchObject({ failure: { code: 'damaged' } });
});

describe('tasks', () => {
  it('are those of that person or her service, by number of ficha and without a name', async () => {
    const { centre, number } = await withStep();
    const { tasks } = await printed(centre, 'social', tasksCommand, { staff: 'social' });
    expect(tasks).toContainEqual({
      ...{ case: number, task: 'Cambiar la chapa', why: 'Plan de atención', group: 'soon', who: 'Social' },
      due: { on: '2026-06-11', time: null },
    });
    const led = await printed(centre, 'coordina', tasksCommand, { staff: 'social' });
    expect(led['tasks']).toEqual(tasks);
    const others = await printed(centre, 'coordina', tasksCommand, { staff: 'legal' });
    expect(JSON.stringify(others)).not.toContain('Cambiar la chapa');
    expect(JSON.stringify(led)).not.toContain('Quispe');
  });

  it('of somebody else are for who leads the centre, and of nobody are refused', async () => {
    const { centre } = await withStep();
    expect(await refusal(() => printed(centre, 'social', tasksCommand, { staff: 'legal' }))).toMatch(/^forbidden/);
    expect(await refusal(() => printed(centre, 'coordina', tasksCommand, { staff: 'nadie' }))).toBe('not-found/');
  });
});
