/** Before the journeys: the process that serves their centres, as one program; its sources take four times as long to load. */
import { globSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from '../../scripts/bundle.ts';
import { root } from '../../scripts/tools.ts';

/** As deep below the project as `out/main`: the program finds its resources from where it stands. */
const folder = join(root, 'node_modules/.served');

export default async function bundleServed(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await bundle(['tests/support/serve-centre.ts', ...globSync('src/main/**/*-worker.ts', { cwd: root })], folder);
  process.env['REGISTRO_SERVED'] = join(folder, 'serve-centre.js');
}
