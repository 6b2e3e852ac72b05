/** `demo`: a practice centre with a month of invented cases, made by doing the work. */
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { demoStaff, inventMonth } from '../../shared/demo/index.ts';
import { monthOf, todayIn } from '../../shared/platform/clock.ts';
import { addMonths, type CivilDate } from '../../shared/platform/dates.ts';
import { createApplication } from '../application.ts';
import { nameLists } from '../people/index.ts';
import { productKdfPolicy, withTarget } from '../platform/crypto/kdf.ts';
import { plainPorts } from '../platform/plain-ports.ts';
import { optionOf, required, UsageError, word, type Command, type Given } from './command.ts';
import { foundDemo, startKeyFile } from './demo-centre.ts';
import { DemoClock, demoDays, workMonth } from './demo-days.ts';
import { closeMonth } from './demo-work.ts';

const usualCases = 80;
const mostCases = 2000;
/** Where the invented people live: three districts of one city. */
const districts = ['150132', '150103', '150137'] as const;

export const demoCommand: Command = {
  usage: `--out CARPETA [--cases N] [--seed TEXTO]

  La carpeta debe estar vacía o no existir. Todas las personas son inventadas; los DNI empiezan en 00. La misma
  semilla da los mismos casos. Muestra los archivos, los usuarios y sus frases, y los segundos que tomó (JSON).`,
  options: { out: word, cases: word, seed: word },
  run: async (line) => {
    const folder = newFolder(required(line, 'out'));
    const count = caseCount(line);
    line.print(await makeDemo(folder, { count, seed: optionOf(line, 'seed') ?? 'demo' }));
  },
};

function caseCount({ options }: Given): number {
  const given = options['cases'];
  if (given === undefined) return usualCases;
  const count = Number(given);
  if (!Number.isInteger(count) || count < 1 || count > mostCases) {
    throw new UsageError(`Escriba --cases como un número de 1 a ${String(mostCases)}.`);
  }
  return count;
}

/** @throws UsageError when there is something in it already */
function newFolder(path: string): string {
  const folder = resolve(path);
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0) {
      throw new UsageError('La carpeta de --out no está vacía. Elija otra.');
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError('No se puede usar la carpeta de --out.');
  }
  return folder;
}

async function makeDemo(folder: string, { count, seed }: { count: number; seed: string }) {
  const started = performance.now();
  const { clock: real, ...ports } = plainPorts();
  const clock = new DemoClock(real);
  const today = todayIn(real);
  const month = addMonths(monthOf(today), -1);
  const days = demoDays(month, today);
  clock.moveTo(days.admitting[0] ?? null);
  const application = await createApplication({
    dataFolder: join(folder, 'registro'),
    host: 'direct',
    ports: { ...ports, clock },
    // The cheapest key the product accepts: everybody signs in before anything can be shown.
    kdfPolicy: withTarget(productKdfPolicy, productKdfPolicy.floor),
  });
  try {
    for (const name of ['escritos', 'derivaciones', 'reporte']) mkdirSync(join(folder, name), { mode: 0o700 });
    const { team, leave } = await foundDemo(application, folder);
    const goTo = (day: CivilDate | null) => {
      clock.moveTo(day);
      leave();
    };
    const invented = inventMonth(seed, nameLists, { month, count, districts });
    const { cases, drafts, filings, referrals } = await workMonth(team, { days, goTo, invented, folder });
    const report = await closeMonth(team, month, folder);
    return {
      folder,
      dataFolder: join(folder, 'registro'),
      month,
      cases,
      drafts,
      filings,
      referrals,
      report,
      recoveryKeyFile: 'clave-de-recuperacion.txt',
      startKeyFile,
      staff: demoStaff.map(({ login, role }) => ({
        login,
        role,
        passphrase: team[login].password,
        passphraseFile: join('frases', `${login}.txt`),
      })),
      seconds: Math.round((performance.now() - started) / 100) / 10,
    };
  } finally {
    await application.close();
  }
}
