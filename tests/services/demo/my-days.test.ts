/** The demonstration at 80 cases: each Mi día shows what it is for, and no more than fits a day. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApplication, type Application } from '../../../src/main/application.ts';
import type { CommandLine } from '../../../src/main/commands/command.ts';
import { demoCommand } from '../../../src/main/commands/demo.ts';
import { plainPorts } from '../../../src/main/platform/plain-ports.ts';
import { contract, type Contract } from '../../../src/shared/contract.ts';
import { linesAtOnce } from '../../../src/shared/day/index.ts';
import { makeClient } from '../../../src/shared/platform/client.ts';
import type { Client, OutputOf } from '../../../src/shared/platform/contract.ts';
import { cheapKdfPolicy } from '../../support/start-application.ts';

let folder = '';
let application: Application;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'demo-days-'));
  const out = join(folder, 'demo');
  const line = { options: { out }, print: () => undefined } as unknown as CommandLine;
  await demoCommand.run(line);
  application = await createApplication({
    dataFolder: join(out, 'registro'),
    host: 'direct',
    ports: plainPorts(),
    kdfPolicy: cheapKdfPolicy,
  });
}, 600_000);

afterAll(async () => {
  await application.close();
  rmSync(folder, { recursive: true });
});

async function as(login: string): Promise<Client<Contract>> {
  let token: string | null = null;
  const client = makeClient(contract, application, { token: () => token, newKey: () => crypto.randomUUID() });
  const password = readFileSync(join(folder, 'demo/frases', `${login}.txt`), 'utf8').trim();
  ({ token } = await client.signIn({ login, password }));
  return client;
}

type MyDay = OutputOf<Contract['readMyDay']>;
const pressing = ({ lines }: MyDay) => lines.filter(({ items: [first] }) => first?.group !== 'later');
const tasks = ({ lines }: MyDay) => lines.flatMap(({ items }) => items.map(({ task }) => task));

it.each(['psicologia', 'social', 'legal', 'coordinacion'])(
  'of %s has something, and no more than fits',
  async (login) => {
    const client = await as(login);
    // What the clock raises with the first sign-in of the day is told by the rule, not beside it.
    await client.remindDeadlines({});
    await client.remindReferrals({});
    const day = await client.readMyDay({});
    expect(day.lines.length).toBeGreaterThan(0);
    expect(pressing(day).length).toBeLessThanOrEqual(linesAtOnce);
    expect(tasks(day)).not.toContain('Primera entrevista');
    expect(tasks(day)).not.toContain('Empezar la atención');
  },
);

it('opens on a living board at the desk', async () => {
  const client = await as('admision');
  const { arrivals, earlier, visits, staff } = await client.openBoard({});
  // Made shortly after midnight, some of them came the day before.
  const here = [...arrivals, ...earlier];
  expect(here.map(({ state }) => state).filter((state) => state === 'waiting')).toHaveLength(6);
  expect(here.filter(({ isUrgent }) => isUrgent)).toHaveLength(1);
  expect(here.map(({ channel }) => channel)).toContain('call');
  expect(new Set(here.map(({ state }) => state))).toEqual(new Set(['waiting', 'called', 'attended']));
  expect(visits).toHaveLength(2);
  expect(staff.some(({ state }) => state === 'attending')).toBe(true);
  expect((await client.listInstitutionCalls({})).calls).toHaveLength(1);
});
