import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

process.env['TZ'] = 'America/Lima';

/** The program on Node for Windows, driven from Linux: `npm run windows` alone makes what it needs. */
export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    name: 'windows',
    environment: 'node',
    include: ['tests/windows/**/*.test.ts'],
    // Each is one journey in order: after a failed step the others say nothing more.
    bail: 1,
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
