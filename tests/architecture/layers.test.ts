import { mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** File with a deliberate violation → what it imports → rule that must name it. */
const violations: [string, string, string][] = [
  ['src/main/people/a.ts', '../risk/index.ts', 'domain-people'],
  ['src/main/care/a.ts', '../risk/service.ts', 'doors-only'],
  ['src/shared/platform/a.ts', '../people/index.ts', 'platform-knows-no-domain'],
  ['src/main/people/b.ts', 'electron', 'electron-is-an-adapter'],
  ['src/main/risk/migrations/0001-risk-x.ts', '../service.ts', 'migrations-are-frozen'],
  ['src/shared/people/c.ts', '../../main/risk/index.ts', 'shared-is-pure'],
  ['src/shared/people/d.ts', 'node:fs', 'shared-without-node'],
  ['src/renderer/people/a.ts', '../../main/people/a.ts', 'renderer-never-main'],
  ['src/main/index.ts', './loopback.ts', 'package-without-loopback'],
  ['src/main/risk/e.ts', '../application.ts', 'root-files-from-above'],
  ['src/main/risk/f.ts', '../database.ts', 'database-types-only'],
  ['src/main/risk/x.ts', './y.ts', 'no-cycles'],
];

describe('import rules', () => {
  it('name every deliberate violation', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'layers-'));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    };
    for (const name of [
      'main/risk/index',
      'main/risk/service',
      'shared/people/index',
      'main/loopback',
      'main/application',
      'main/database',
    ])
      write(`src/${name}.ts`, 'export const v = 1;');
    write('src/main/risk/y.ts', "import { v } from './x.ts';\nexport { v };");
    for (const [file, to] of violations) write(file, `import * as v from '${to}';\nexport { v };`);
    const { default: ruleSet } = (await import(pathToFileURL(join(root, '.dependency-cruiser.mjs')).href)) as {
      default: { forbidden: never[]; options: object };
    };
    const result = await cruise(['src'], { ...ruleSet.options, ruleSet, validate: true, baseDir: folder });
    const found = (result.output as ICruiseResult).summary.violations.map((one) => `${one.from} ${one.rule.name}`);
    for (const [file, , rule] of violations) expect(found).toContain(`${file} ${rule}`);
  });
});

describe('dependencies', () => {
  it('hold one driver, the encrypting one', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { name?: string }>;
    };
    const drivers = Object.entries(lock.packages).filter(([path]) => /node_modules\/better-sqlite3[^/]*$/.test(path));
    expect(drivers.map(([path, one]) => [path, one.name])).toEqual([
      ['node_modules/better-sqlite3', 'better-sqlite3-multiple-ciphers'],
    ]);
  });
  it('run no install script', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });
});
