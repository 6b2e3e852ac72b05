/** Hot reload in a browser: Vite serves the page, the loopback host runs on a practice centre of invented data. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, loadConfigFromFile, type UserConfig } from 'vite';
import { root, run } from './tools.ts';

const data = join(root, 'demo-out/dev');
const loopbackPort = 5174;

if (!existsSync(data)) {
  const seeded = await run('node', ['scripts/demo.ts', data], { show: true });
  if (!seeded.ok) process.exit(1);
}
const loaded = await loadConfigFromFile(
  { command: 'serve', mode: 'development' },
  join(root, 'electron.vite.config.ts'),
);
const { renderer } = (loaded?.config ?? {}) as { renderer?: UserConfig };
// The release policy holds for the build; hot reload needs its own, which Vite's server simply does not send.
const server = await createServer({
  ...renderer,
  configFile: false,
  server: { host: '127.0.0.1', port: 5173, strictPort: true },
});
await server.listen();
await run(
  'node',
  [
    '--watch',
    'src/main/loopback.ts',
    '--data',
    data,
    '--port',
    String(loopbackPort),
    '--page-origin',
    'http://127.0.0.1:5173',
  ],
  { show: true },
);
await server.close();
