/** The quick gate: format, types, lint, layers, unused code, what ships, unit and service tests but the long ones. */
import { runQueue, runStep, shipsStep, staticSteps } from './tools.ts';

const started = performance.now();
const tests = {
  name: 'tests',
  command: 'vitest',
  args: ['run', '--project', 'unit', '--project', 'services', '--project', 'mocked'],
  env: { QUICK_TESTS: '1' },
};
const count = { passed: 0, failed: 0 };
const steps = [...staticSteps.slice(0, 2), tests, ...staticSteps.slice(2), shipsStep];
await runQueue(steps.map((step) => async () => void (count[(await runStep(step)) ? 'passed' : 'failed'] += 1)));
const { passed, failed } = count;
console.log(`check: ${passed} passed, ${failed} failed in ${((performance.now() - started) / 1000).toFixed(0)} s`);
process.exitCode = failed === 0 ? 0 : 1;
