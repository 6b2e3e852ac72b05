/**
 * Keeps the pictures that README and the documents name: drawn anew by `npm run e2e`, made small and put into git. The
 * others of `docs/pictures` stay out of it.
 */
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { root, run } from './tools.ts';

const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })];
const names = new Set(
  pages
    .flatMap((page) => [...readFileSync(join(root, page), 'utf8').matchAll(/pictures\/([a-z0-9-]+\.png)/g)])
    .map((one) => one[1] ?? ''),
);
const files = [...names].toSorted().map((name) => join(root, 'docs/pictures', name));
const missing = files.filter((file) => !existsSync(file));
for (const file of missing) console.log(`missing: ${file}`);
let bytes = 0;
for (const file of files.filter((one) => !missing.includes(one))) {
  // A screen has few colours: a palette holds them at a third of the size.
  const small = await sharp(readFileSync(file))
    .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 })
    .toBuffer();
  if (small.length < statSync(file).size) writeFileSync(file, small);
  bytes += statSync(file).size;
}
await run('git', ['add', '-f', ...files.filter((file) => !missing.includes(file))]);
console.log(`${files.length - missing.length} pictures, ${(bytes / 1e6).toFixed(1)} MB, ${missing.length} missing`);
process.exitCode = missing.length === 0 ? 0 : 1;
