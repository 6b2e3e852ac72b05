/** Rules about the tree and its files that no linter holds (docs/architecture.md, «What enforces it»). */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const list = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const lines = (file: string) => read(file).trimEnd().split('\n');
const code = list('{src,tests,scripts}/**/*.{ts,tsx}');
const source = list('src/**/*.{ts,tsx}');

/** `{shared: [access, …]}` from the files there are: an empty folder does not count. */
function foldersOf(process: string): string[] {
  const names = list(`src/${process}/*/**/*.{ts,tsx}`).map((file) => file.split('/')[2] ?? '');
  return [...new Set(names)];
}

describe('domains', () => {
  const shared = foldersOf('shared');

  it('stand under the same names in every process', () => {
    const technical = ['platform', 'commands', 'computers', 'migrations'];
    for (const process of ['main', 'renderer']) {
      const foreign = foldersOf(process).filter((name) => !shared.includes(name) && !technical.includes(name));
      expect(foreign, process).toEqual([]);
    }
  });

  it('are carried out in main wherever shared declares procedures', () => {
    const declared = shared.filter(
      (name) => name !== 'platform' && existsSync(join(root, `src/shared/${name}/contract.ts`)),
    );
    expect(declared.length).toBeGreaterThan(10);
    const answers = (name: string) =>
      list(`src/main/${name}/*.ts`).some(
        (file) => !file.endsWith('index.ts') && read(file).includes(`${name}Contract`),
      );
    expect(declared.filter((name) => !answers(name))).toEqual([]);
  });

  it('have a door', () => {
    const doorless = ['shared', 'main', 'renderer'].flatMap((process) =>
      foldersOf(process)
        .filter((name) => !['platform', 'commands', 'computers'].includes(name))
        .map((name) => `src/${process}/${name}/index.ts`)
        .filter((door) => !existsSync(join(root, door))),
    );
    expect(doorless).toEqual([]);
  });
});

describe('files', () => {
  it('are named for what they hold, in kebab-case', () => {
    const drawer = /^(utils?|helpers?|misc|common|stuff|types|constants|shared|lib)$/;
    const names = code.map(
      (file) => [file, basename(file).replace(/(\.(?:test|spec|d|worker|config))?\.tsx?$/, '')] as const,
    );
    expect(names.filter(([, name]) => drawer.test(name)).map(([file]) => file)).toEqual([]);
    expect(names.filter(([, name]) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)).map(([file]) => file)).toEqual([]);
    const folders = new Set(code.flatMap((file) => file.split('/').slice(0, -1)));
    expect([...folders].filter((name) => drawer.test(name) && name !== 'shared')).toEqual([]);
  });

  it('stay below their limits even where the linter is told to look away', () => {
    const exempt = /\/(labels|codes[^/]*|[^/]*-list)\.ts$|^src\/shared\/intake\/section-[^/]*\.ts$/;
    const long = code
      .filter((file) => !exempt.test(file))
      .filter((file) => lines(file).length > (file.startsWith('tests/') ? 600 : 400));
    expect(long).toEqual([]);
  });

  it('give no address of a file to the driver: it can leave the key in a file name (trap F7)', () => {
    const address = /['"`}]file:/;
    expect("new Driver('file:a')").toMatch(address);
    expect(list('src/main/**/*.ts').filter((file) => address.test(read(file)))).toEqual([]);
  });

  it('keep the Electron edge small: shell, entry and preload together', () => {
    const edge = [...list('src/main/platform/shell/**/*.ts'), ...list('src/preload/**/*.ts'), 'src/main/index.ts'];
    expect(edge.length).toBeGreaterThan(5);
    expect(edge.reduce((sum, file) => sum + lines(file).length, 0)).toBeLessThanOrEqual(700);
  });
});

describe('comments', () => {
  const each = (pattern: RegExp, files: readonly string[]) =>
    files.flatMap((file) =>
      lines(file).flatMap((line, index) => (pattern.test(line) ? [{ at: `${file}:${index + 1}`, line }] : [])),
    );

  it('give a reason beside every rule that is switched off', () => {
    const off = each(/^\s*(?:\{?\/[/*]).*\b(?:es|ox)lint-disable/, code);
    expect(off.length).toBeGreaterThan(0);
    expect(
      off.filter(({ line }) => !/(?:es|ox)lint-disable(?:-next-line|-line)? [\w@/, -]+? -- \S.{4,}/.test(line)),
    ).toEqual([]);
  });

  it('never silence the compiler', () => {
    expect(each(/@ts-(?:ignore|nocheck|expect-error)|\bas any\b|:\s*any\b(?!thing)/, source).filter(isCode)).toEqual(
      [],
    );
  });

  it('go around the types at few places, each with its reason', () => {
    const casts = (words: RegExp) => each(words, source).filter(isCode).length;
    // One more takes the place of another.
    expect(casts(/\bas unknown as\b/)).toBeLessThanOrEqual(15);
    expect(casts(/\bas never\b/)).toBeLessThanOrEqual(10);
    // Other names of what is imported are none.
    expect(casts(/^(?!import|export (?:type )?[{*]|\s+(?:type )?\w+ as \w+,$).*\bas [A-Z]/)).toBeLessThanOrEqual(290);
  });

  it('leave no work without a number', () => {
    expect(each(/\b(?:TODO|FIXME|HACK|XXX)\b(?!\(#\d+\))/, source)).toEqual([]);
  });
});

describe('tests', () => {
  it('that replace a module say so in their name: they run apart from the others (vitest.config.ts)', () => {
    const replacing = list('tests/**/*.test.{ts,tsx}').filter((file) => /\bvi\.(?:do)?[mM]ock\(/.test(read(file)));
    const own = 'tests/architecture/source.test.ts';
    expect(replacing.filter((file) => file !== own && !/-mocked\.test\.tsx?$/.test(file))).toEqual([]);
  });
});

function isCode({ line }: { line: string }): boolean {
  return !/^\s*(?:\*|\/\/|\/\*)/.test(line);
}

describe('console', () => {
  it('is written to by the command line alone', () => {
    const writers = source.filter((file) => /\bconsole\.\w+\(/.test(read(file)));
    expect(
      writers.filter(
        (file) => !['src/main/cli.ts', 'src/main/loopback.ts', 'src/main/platform/console.ts'].includes(file),
      ),
    ).toEqual([]);
  });
});

describe('migrations', () => {
  const files = list('src/main/**/migrations/[0-9]*.ts');

  it('belong to the domain they are named after', () => {
    const known = foldersOf('shared');
    const parts = files.map((file) => basename(file).split('-')[1] ?? '');
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('import kysely and nothing else; the baseline, its own parts', () => {
    for (const file of [...files, ...list('src/main/migrations/baseline/*.ts')]) {
      const imported = [...read(file).matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'/gm)].map(
        (match) => match[1] ?? '',
      );
      const own = file.includes('/baseline/') ? /^\.\/columns\.ts$/ : /^\.\/baseline\/[a-z-]+\.ts$/;
      const foreign = imported.filter((name) => name !== 'kysely' && !(/baseline/.test(file) && own.test(name)));
      expect(foreign, file).toEqual([]);
    }
  });
});
