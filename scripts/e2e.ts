/** Journeys in a real browser; arguments go to Playwright. */
import { buildIfStale, run } from './tools.ts';

if (!(await buildIfStale())) process.exit(1);
const { ok } = await run('playwright', ['test', ...process.argv.slice(2)], { show: true });
process.exitCode = ok ? 0 : 1;
