/** Vitest at its whole length: what `npm test` has no time for. Its last lines are those of Vitest. */
import { run } from './tools.ts';

const env = { LONG_RUNS: '1', FLIP_RUNS: '1000', CRASH_RUN: '1' };
const { ok } = await run('vitest', ['run', '--testTimeout=1200000', '--hookTimeout=1200000'], { show: true, env });
process.exitCode = ok ? 0 : 1;
