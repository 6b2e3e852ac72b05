/**
 * `npm run fuzz -- [--messages N] [--flips N] [--seed S] [--from N]`: a million messages at the gate and ten thousand
 * flipped bits.
 *
 * Every line of what went wrong names its seed and stands as soon as it is known; `--seed S` with the same numbers repeats
 * it, and `--from N` goes on after the first N messages of that run: a long one can be cut into parts. The last line is
 * the figure; any failure ends the command with an exit code that is not zero.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fuzzFlips } from './flips.ts';
import { fuzzMessages } from './messages.ts';

// As the tests have it: the people of a centre live five hours behind UTC.
process.env['TZ'] = 'America/Lima';

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000000' },
    flips: { type: 'string', default: '10000' },
    seed: { type: 'string' },
    from: { type: 'string', default: '0' },
  },
});
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(values.seed);
const [messages, flips, from] = [Number(values.messages), Number(values.flips), Number(values.from)];
if (![seed, messages, flips, from].every((one) => Number.isSafeInteger(one) && one >= 0)) {
  console.error('--messages, --flips, --seed and --from take whole numbers');
  process.exit(2);
}

// Every folder of the run inside one, so that nothing stays behind.
const workFolder = mkdtempSync(join(tmpdir(), 'registro-fuzz-'));
process.env['TMPDIR'] = workFolder;
process.once('exit', () => rmSync(workFolder, { recursive: true, force: true }));

console.log(`seed ${seed}`);
const started = performance.now();
const since = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
const told = await fuzzMessages({
  messages,
  seed,
  from,
  onRound: (sent, wrong) => {
    for (const line of wrong) console.log(line);
    if (sent % 25_000 === 0 || sent === from + messages) console.log(`${sent} messages after ${since()}`);
  },
});
console.log(
  `answers ${JSON.stringify(told.answers)}; ${told.answered.size} procedures answered; p99 ${told.p99.toFixed(1)} ms`,
);
const flipped = await fuzzFlips({
  flips,
  seed,
  onRound: (done) => {
    if (done % 1000 === 0) console.log(`${done} flips after ${since()}`);
  },
});
console.log(`outcomes ${JSON.stringify(flipped.outcomes)}`);
for (const line of flipped.silent) console.log(`silent: ${line}`);
for (const line of flipped.lockedOut) console.log(`locked out: ${line}`);

process.exitCode = told.wrong.length + flipped.silent.length + flipped.lockedOut.length === 0 ? 0 : 1;
console.log(
  `fuzz: ${told.sent} messages, ${told.wrong.length} unexpected; ${flipped.done} flips, ${flipped.silent.length} silent, ${flipped.lockedOut.length} locked out`,
);
