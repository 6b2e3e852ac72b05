/**
 * Makes the Windows package and looks at it; the last line is `package: N checks passed, N failed`.
 *
 * On Windows the installer itself; elsewhere the folder that the installer would hold, with a stand-in for Electron.
 */
import { readFileSync } from 'node:fs';
import { inspectPackage } from './package/inspect.ts';
import type { Check } from './package/contents.ts';
import { pack, packageParts } from './package/pack.ts';
import { isSigned } from './package/placeholder.ts';
import { startUnderNode, startUnderWine, unpack } from './package/start-packed.ts';
import { buildIfStale } from './tools.ts';

const total = { passed: 0, failed: 0, skipped: 0 };
const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(0).padStart(3)} s`;

function count(checks: readonly Check[]): void {
  for (const { name, wrong } of checks) {
    total[wrong.length === 0 ? 'passed' : 'failed'] += 1;
    console.log(`${wrong.length === 0 ? 'ok  ' : 'FAIL'} ${seconds()}  ${name}`);
    for (const line of wrong) console.log(`              ${line}`);
  }
}

async function startPacked(): Promise<void> {
  const unpacked = await unpack(packageParts.archive);
  try {
    const underNode = await startUnderNode(unpacked);
    count(underNode);
    if (process.platform === 'win32' || underNode.some(({ wrong }) => wrong.length > 0)) return;
    const underWine = await startUnderWine(unpacked, packageParts.folder);
    if (typeof underWine !== 'string') count(underWine);
    else if (process.env['CI'] === 'true') count([{ name: 'Wine', wrong: [underWine] }]);
    else {
      total.skipped += 1;
      console.log(`skip ${seconds()}  Wine: ${underWine}`);
    }
  } finally {
    unpacked.remove();
  }
}

try {
  if (!(await buildIfStale())) throw new Error('The program does not build.');
  const { electron, installers } = await pack();
  console.log(`packed ${seconds()}  ${electron === 'electron' ? 'with Electron' : 'with a placeholder for Electron'}`);
  if (process.platform === 'win32') {
    count([{ name: 'the installer is made', wrong: installers.length > 0 ? [] : ['none'] }]);
  }
  count(await inspectPackage(packageParts));
  await startPacked();
  for (const file of installers) {
    console.log(`installer: ${file} (${isSigned(readFileSync(file)) ? 'signed' : 'NOT signed: for trials alone'})`);
  }
} catch (error) {
  count([{ name: 'packs', wrong: String(error).split('\n').slice(0, 12) }]);
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`package: ${total.passed} checks passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
