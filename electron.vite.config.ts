import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { globSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { listsPackages } from './scripts/bundled-packages.ts';

const root = import.meta.dirname;

/** The window's entry, the command line, and one per worker (`…-worker.ts`). */
function mainEntries(): Record<string, string> {
  const workers = globSync('src/main/**/*-worker.ts', { cwd: root });
  return {
    index: resolve(root, 'src/main/index.ts'),
    cli: resolve(root, 'src/main/cli.ts'),
    ...Object.fromEntries(workers.map((file) => [basename(file, '.ts'), resolve(root, file)])),
  };
}

export default defineConfig({
  main: {
    plugins: [listsPackages(root, 'main')],
    // `dependencies` stay outside the bundle, everything else goes in: electron-vite's own rule.
    build: {
      outDir: 'out/main',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        input: mainEntries(),
        // Beside the entries: code finds threads and resources from where it stands.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [listsPackages(root, 'preload')],
    build: {
      outDir: 'out/preload',
      minify: true,
      rolldownOptions: {
        input: { index: resolve(root, 'src/preload/index.ts') },
        // A sandboxed preload script must be CommonJS; the package is a module, hence `.cjs`.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src/renderer'),
    base: './',
    plugins: [react(), listsPackages(root, 'renderer')],
    build: {
      outDir: resolve(root, 'out/renderer'),
      emptyOutDir: true,
      minify: true,
      // Inlined `data:` files are refused by the content security policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: Object.fromEntries(
          ['index', 'public-board'].map((page) => [page, resolve(root, `src/renderer/${page}.html`)]),
        ),
      },
    },
  },
});
