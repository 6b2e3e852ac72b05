/** Makes the demonstration in ./demo-out, replacing only an earlier one made by this script. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './tools.ts';

const folder = join(root, 'demo-out');

/** The files only a demonstration has; any other folder of that name is left alone and refused. */
const isDemo = ['personal.json', 'frases', 'registro'].every((name) => existsSync(join(folder, name)));
if (isDemo) rmSync(folder, { recursive: true });

const { ok } = await run('node', ['src/main/cli.ts', 'demo', '--out', folder, '--seed', 'demo'], { show: true });
process.exitCode = ok ? 0 : 1;
