/** Opening the register, without what the key derivation costs on purpose. */
import { migrations } from '../../src/main/migrations/index.ts';
import { derive } from '../../src/main/platform/crypto/kdf.ts';
import { runSelfTest } from '../../src/main/platform/crypto/self-test.ts';
import { Strongroom } from '../../src/main/platform/storage/strongroom.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { cheapKdfPolicy, passphrase, testPorts, type Login } from '../support/start-application.ts';
import { freshFolder, openCopy } from './growing-centre.ts';
import { repeat, timeOf, type Row } from './measure.ts';

const common = { policy: cheapKdfPolicy, calibrates: false, migrations };
const repeats = { warmUp: 3, runs: 11 };

async function unlockRow(snapshot: string, cases: number): Promise<Row> {
  const folder = freshFolder(snapshot);
  const clock = fixedClock();
  const { drives } = testPorts(clock);
  const side = async () => {
    const strongroom = new Strongroom({ ...common, folder, drives, clock });
    const derivation = await timeOf(() => derive(passphrase, cheapKdfPolicy.target, Buffer.alloc(16, 7)));
    const whole = await timeOf(() => strongroom.unlock('coordina', passphrase));
    await strongroom.release();
    return whole - derivation;
  };
  const figure = await repeat(side, repeats);
  const note = 'key derivation measured beside and taken off; the self-test of the libraries is inside';
  return { what: `unlock, ${cases} case(s)`, figure, unit: 'ms', aim: '≤ 150 ms', ours: figure, other: null, note };
}

/** What the first screen of a service asks, as `tests/e2e/reads.spec.ts` reads it off the page. */
const firstScreen = [
  ...['readMyDay', 'listDangers', 'openBoard', 'listMyDrafts', 'listProposals', 'listCorrections', 'countDeadlines'],
  ...['countWaitingReferrals', 'countExceptionalReviews', 'getExceptionalAccess', 'getDayPaperState'],
] as const;

/** Milliseconds of processor, of every thread of this process. */
async function processorOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function firstScreenRow(snapshot: string, login: Login, cases: number): Promise<Row> {
  const centre = await openCopy(snapshot);
  const client = await centre.as(login);
  const figure = await repeat(
    () =>
      processorOf(async () => {
        for (const name of firstScreen) await client[name]({});
      }),
    repeats,
  );
  const note = 'the signed-in application answers every read of the first screen; the page that draws it is not in it';
  const what = `first screen of ${login}, ${cases} cases: processor of the application`;
  return { what, figure, unit: 'ms', aim: '≤ 150 ms', ours: figure, other: null, note };
}

export async function unlockRows(small: string, large: string, cases: number): Promise<Row[]> {
  const selfTest = await repeat(() => timeOf(() => runSelfTest()), repeats);
  return [
    await unlockRow(small, 1),
    await unlockRow(large, cases),
    await firstScreenRow(large, 'psico', cases),
    await firstScreenRow(large, 'coordina', cases),
    {
      what: 'of it, self-test',
      figure: selfTest,
      unit: 'ms',
      aim: null,
      ours: selfTest,
      other: null,
      note: 'holds one full Argon2id vector (64 MiB, 3 passes)',
    },
  ];
}
