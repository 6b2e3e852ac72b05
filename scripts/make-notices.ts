/**
 * Writes what ships with the program, from what was built: `npx electron-vite build && npx node scripts/make-notices.ts`.
 * With `--check` nothing is written: it fails when the lists in `resources/notices` say something else.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notices } from '../src/shared/program/index.ts';
import { whatShips, type Shipped } from './notices/collect.ts';
import { buildIfStale, root } from './tools.ts';

const folder = join(root, 'resources/notices');

function noticesOf(shipped: readonly Shipped[]): Notices {
  const texts = [...new Set(shipped.flatMap((one) => one.texts))];
  return {
    parts: shipped.map(({ name, version, licence, places, texts: own }) => ({
      ...{ name, version, licence, places: [...places] },
      texts: own.map((text) => texts.indexOf(text)),
    })),
    texts,
  };
}

/** Package URL: the «@» of a scope is written out. */
const purlOf = ({ name, version }: Pick<Shipped, 'name' | 'version'>) =>
  `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;

/** CycloneDX 1.6, without clock or chance: the same program always has the same list. */
function sbomOf(shipped: readonly Shipped[]) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const self = { type: 'application', 'bom-ref': `registro-cem@${version}`, name: 'registro-cem', version };
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: self },
    components: shipped.map((one) => ({
      type: one.places.includes('shell') ? 'framework' : 'library',
      'bom-ref': purlOf(one),
      name: one.name,
      version: one.version,
      purl: purlOf(one),
      ...(one.sha512 === null ? {} : { hashes: [{ alg: 'SHA-512', content: one.sha512 }] }),
      licenses: [/ /.test(one.licence) ? { expression: one.licence } : { license: { id: one.licence } }],
      properties: one.places.map((value) => ({ name: 'registro-cem:place', value })),
    })),
    dependencies: [{ ref: self['bom-ref'], dependsOn: shipped.map(purlOf) }],
  };
}

const isCheck = process.argv.includes('--check');
if (!(await buildIfStale())) process.exit(1);
const shipped = whatShips();
const files = { 'notices.json': noticesOf(shipped), 'sbom.cdx.json': sbomOf(shipped) };
for (const [name, content] of Object.entries(files)) {
  const path = join(folder, name);
  const text = `${JSON.stringify(content, null, 1)}\n`;
  if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
  if (isCheck) {
    console.error(`resources/notices/${name} is not what ships: npx node scripts/make-notices.ts`);
    process.exitCode = 1;
    continue;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, text);
}
console.log(`what ships: ${shipped.length} parts, ${new Set(shipped.map(({ licence }) => licence)).size} licences`);
