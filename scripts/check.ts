/** The quick gate: format, types, lint, layers, unused code, what ships, unit and service tests. */
import { runSteps, shipsStep, staticSteps } from './tools.ts';

const started = performance.now();
const tests = {
  name: 'tests',
  command: 'vitest',
  args: ['run', '--project', 'unit', '--project', 'services', '--project', 'mocked'],
};
const { passed, failed } = await runSteps([...staticSteps.slice(0, 2), tests, ...staticSteps.slice(2), shipsStep]);
console.log(`check: ${passed} passed, ${failed} failed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
process.exitCode = failed === 0 ? 0 : 1;
