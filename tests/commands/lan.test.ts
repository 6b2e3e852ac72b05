/** `npm run lan` in its small counts: three companions, thirty things done, a kill of either side. */
import { spawn } from 'node:child_process';
import { expect, it } from 'vitest';
import { node } from '../crash/node-program.ts';

it('nothing that was answered over a bad line is lost or doubled', async () => {
  const child = spawn(node, ['tests/lan/run.ts', '--small'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  const code = await new Promise((ended) => child.on('close', ended));
  const lines = Buffer.concat(pieces).toString('utf8').trim().split('\n');
  expect(lines.filter((line) => line.startsWith('FAULT'))).toEqual([]);
  expect(lines.at(-1)).toMatch(/^lan: seed 1; times in ms, over the bad lines; 0 faults$/);
  const figures = (lines.at(-2) ?? '').trim().split(/\s+/).map(Number);
  const [companions, operations, cuts, , kills, acknowledged, once, doubled, lost] = figures;
  expect({ companions, kills, doubled, lost }).toEqual({ companions: 3, kills: 2, doubled: 0, lost: 0 });
  expect(operations).toBeGreaterThanOrEqual(30);
  expect(cuts).toBeGreaterThan(0);
  expect(acknowledged).toBeGreaterThan(8);
  expect(once).toBe(acknowledged);
  expect(code).toBe(0);
});
