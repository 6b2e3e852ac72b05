/** Opening the register, without what the key derivation costs on purpose. */
import { migrations } from '../../src/main/migrations/index.ts';
import { derive } from '../../src/main/platform/crypto/kdf.ts';
import { runSelfTest } from '../../src/main/platform/crypto/self-test.ts';
import { Strongroom } from '../../src/main/platform/storage/strongroom.ts';
import { fixedClock } from '../support/fixed-clock.ts';
import { cheapKdfPolicy, passphrase, testPorts } from '../support/start-application.ts';
import { freshFolder } from './growing-centre.ts';
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

export async function unlockRows(small: string, large: string, cases: number): Promise<Row[]> {
  const selfTest = await repeat(() => timeOf(() => runSelfTest()), repeats);
  return [
    await unlockRow(small, 1),
    await unlockRow(large, cases),
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
