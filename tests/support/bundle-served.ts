/** Before the journeys: the process that serves their centres, as one program; its sources take four times as long to load. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');
/** As deep below the project as `out/main`: the program finds its resources from where it stands. */
const folder = join(root, 'node_modules/.served');

export default async function bundleServed(): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const entries = ['tests/support/serve-centre.ts', ...globSync('src/main/**/*-worker.ts', { cwd: root })];
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: Object.keys(dependencies) },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      rolldownOptions: {
        input: Object.fromEntries(entries.map((file) => [basename(file, '.ts'), join(root, file)])),
        // Threads are looked for beside the code that starts them.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  process.env['REGISTRO_SERVED'] = join(folder, 'serve-centre.js');
}
