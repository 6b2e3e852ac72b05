import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rightsOfOthers } from '../../support/rights.ts';
import { UsageError, type CommandLine } from '../../../src/main/commands/command.ts';
import surnames from '../../../resources/names/surnames.json' with { type: 'json' };
import givenNames from '../../../resources/names/given-names.json' with { type: 'json' };
import type { DemoTeam } from '../../../src/main/commands/demo-centre.ts';
import { workCases } from '../../../src/main/commands/demo-work.ts';
import { demoCommand } from '../../../src/main/commands/demo.ts';
import { inventMonth, type NameLists } from '../../../src/shared/demo/index.ts';
import { blankConditionAnswers } from '../../../src/shared/intake/index.ts';
import type { Month } from '../../../src/shared/platform/dates.ts';
import { closeCentres, passphrase, startCentre } from '../../support/start-application.ts';
import { refusal } from '../refusal.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'demo-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Only what the command reads of a command line; it makes its own application. */
async function run(options: Record<string, string>): Promise<unknown> {
  let printed: unknown = null;
  const line = { options, print: (value: unknown) => void (printed = value) } as unknown as CommandLine;
  await demoCommand.run(line);
  return printed;
}

async function teamOf(centre: Awaited<ReturnType<typeof startCentre>>): Promise<DemoTeam> {
  const roles = { admision: 'admision', psicologia: 'psico', social: 'social', legal: 'legal' } as const;
  return Object.fromEntries(
    await Promise.all(
      Object.entries(roles).map(async ([name, login]) => {
        return [name, { client: await centre.as(login), password: passphrase }] as const;
      }),
    ),
  ) as unknown as DemoTeam;
}

const params = { month: '2026-05' as Month, districts: ['150132'] };
const month = inventMonth('prueba', { surnames, givenNames } as unknown as NameLists, params);
const plain = { wantsFiling: false, wantsReferral: false, staysDraft: false };

describe('an invented case whose condition nobody can propose', () => {
  it('ends the work at it: none is made up, and the case stays a draft', async () => {
    const centre = await startCentre();
    const team = await teamOf(centre);
    const again = month.find(({ repeats }) => repeats !== null);
    const first = month.find(({ index }) => index === again?.repeats);
    if (first === undefined || again === undefined) throw new Error('nobody comes twice');
    // Without its day nobody but her can say whether it is another event.
    const { incident } = again.sectionB;
    const sectionB = { ...again.sectionB, incident: { ...incident, occurredOn: null } };
    const cases = [
      { ...first, ...plain },
      { ...again, ...plain, sectionB, condition: blankConditionAnswers },
    ];
    expect(await refusal(() => workCases(team, cases, folder))).toBe('rule-broken/condition-undecidable');
    const kept = await (await centre.as('psico')).listMyCases({});
    expect(kept.cases.map(({ state }) => state).sort()).toEqual(['draft', 'validated']);
    await closeCentres();
  });
});

describe('a woman of the demonstration who comes again', () => {
  it('answers the form otherwise than before, and says why', async () => {
    const centre = await startCentre();
    const again = month.find((one) => one.repeats !== null && one.risk !== null);
    const first = month.find(({ index }) => index === again?.repeats);
    const risk = again?.risk ?? null;
    if (first === undefined || again === undefined || risk === null) throw new Error('nobody comes twice with a form');
    const answered = (strangulation: 'yes' | 'no') => ({ ...risk, items: { ...risk.items, strangulation } });
    const cases = [
      { ...first, ...plain, risk: answered('yes') },
      { ...again, ...plain, risk: answered('no') },
    ];
    expect(await workCases(await teamOf(centre), cases, folder)).toMatchObject({ cases: 2 });
    await closeCentres();
  });
});

describe('the demo command', () => {
  it('works a month from the founding to the report, with files only their owner reads', async () => {
    const printed = await run({ out: folder, cases: '8', seed: 'prueba' });
    expect(printed).toMatchObject({ cases: 8 });
    const secret = ['clave-de-recuperacion.txt', 'clave-inicial-de-la-bitacora.txt'];
    expect(readdirSync(folder).sort()).toEqual([
      ...[...secret, 'derivaciones', 'escritos', 'frases', 'personal.json', 'registro', 'reporte'],
    ]);
    expect(readdirSync(join(folder, 'frases'))).toHaveLength(6);
    expect(readFileSync(join(folder, 'escritos/escrito-01.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readFileSync(join(folder, 'derivaciones/derivacion-01.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    expect(readdirSync(join(folder, 'reporte')).some((name) => name.endsWith('.xlsx'))).toBe(true);
    const secrets = [...secret, 'frases/legal.txt', 'escritos/escrito-01.pdf'];
    for (const name of secrets) expect(rightsOfOthers(join(folder, name))).toBe(0);
  });

  it('refuses a folder with something in it and touches nothing', async () => {
    writeFileSync(join(folder, 'nota.txt'), 'mía');
    await expect(run({ out: folder })).rejects.toThrow(UsageError);
    expect(readdirSync(folder)).toEqual(['nota.txt']);
  });

  it.each(['0', '-3', '2.5', 'ocho', '2001'])('refuses %s cases', async (cases) => {
    await expect(run({ out: folder, cases })).rejects.toThrow(UsageError);
  });
});
