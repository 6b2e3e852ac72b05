/** What the documents say of the project must be so. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dependencyPage } from '../../scripts/make-dependencies.ts';
import { errorPage, placedReasons } from '../../scripts/make-error-page.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = ['README.md', ...globSync('docs/**/*.md', { cwd: root })]
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

/** Anchors of a page as they are made of its headings. */
function anchorsOf(page: string): string[] {
  const headings = [...read(page).matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? '');
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Text without fenced blocks: what is shown as an example is not a link. */
function proseOf(page: string): string {
  return read(page).replace(/^```[\s\S]*?^```$/gm, '');
}

describe('links', () => {
  it('lead to a file that exists', () => {
    const broken = pages.flatMap((page) =>
      [...proseOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
        .map((match) => match[1] ?? '')
        .filter((to) => !/^[a-z]+:/.test(to) && !to.includes('pictures/'))
        .filter((to) => {
          const [path, anchor] = to.split('#');
          const file = path === '' || path === undefined ? page : join(dirname(page), path);
          if (!existsSync(join(root, file))) return true;
          return anchor !== undefined && !anchorsOf(file.replaceAll('\\', '/')).includes(anchor);
        })
        .map((to) => `${page} → ${to}`),
    );
    expect(broken).toEqual([]);
  });

  it('name pictures by the screen and the width they show', () => {
    const pictures = pages.flatMap((page) =>
      [...read(page).matchAll(/pictures\/([^)\s`]+)\)/g)].map((match) => match[1]),
    );
    expect(pictures.filter((name) => !/^[a-z-]+-\d{3,4}\.png$/.test(name ?? ''))).toEqual([]);
  });
});

describe('names of files in the documents', () => {
  it('are files of the tree', () => {
    const named = pages
      .filter((page) => !page.startsWith('docs/decisions/'))
      .flatMap((page) =>
        [...read(page).matchAll(/`((?:src|tests|scripts|docs|resources)\/[\w./-]+?\.(?:ts|tsx|md|json|mjs))`/g)].map(
          (match) => [page, match[1] ?? ''] as const,
        ),
      );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, file]) => !existsSync(join(root, file)))).toEqual([]);
  });
});

describe('commands', () => {
  const section = /## Commands\n([\s\S]*?)\n## /.exec(read('README.md'))?.[1] ?? '';
  const told = [...section.matchAll(/^\| `npm (?:run )?(?:-s )?([\w:]+)/gm)].map((match) => match[1] ?? '');

  it('are those of package.json, each told in README', () => {
    expect(told.toSorted()).toEqual(scripts.toSorted());
  });

  it('exist wherever a page says so', () => {
    const used = pages.flatMap((page) =>
      [...read(page).matchAll(/npm run (?:-s )?([\w:]+)/g)].map((match) => [page, match[1] ?? ''] as const),
    );
    expect(used.filter(([, name]) => !scripts.includes(name))).toEqual([]);
  });
});

describe('errors.md', () => {
  it('says what the code says', () => {
    expect(read('docs/errors.md'), 'npx node scripts/make-error-page.ts').toBe(errorPage());
  });

  it('finds the words of a reason in one place', () => {
    const places = new Map<string, string[]>();
    for (const [place, words] of placedReasons) {
      for (const reason of Object.keys(words)) places.set(reason, [...(places.get(reason) ?? []), place]);
    }
    expect([...places].filter(([, where]) => where.length > 1)).toEqual([]);
  });
});

describe('dependencies.md', () => {
  it('names every dependency, with its reason and what replaces it', () => {
    expect(read('docs/dependencies.md'), 'npx node scripts/make-dependencies.ts').toBe(dependencyPage());
  });
});

describe('words of reasons', () => {
  it('are kept only for a reason that something gives', () => {
    // One is given by the window, before it asks: a draft that is not in sight.
    const inWindow = 'src/renderer/intake/use-draft-saving.ts';
    const text = globSync(['src/{shared,main}/**/*.ts', 'scripts/match/*.ts', inWindow], { cwd: root })
      .filter((file) => !/(?:labels|reason-words)\.ts$/.test(file))
      .map((file) => read(file))
      .join('\n');
    const words = placedReasons.flatMap(([, table]) => Object.keys(table));
    expect(words.filter((reason) => !text.includes(`'${reason}'`))).toEqual([]);
  });
});

describe('glossary.md', () => {
  it('names nothing that the code does not', () => {
    const text = globSync('src/**/*.{ts,tsx}', { cwd: root })
      .map((file) => read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ''))
      .join('\n');
    const words = new Set(text.match(/[A-Za-z_][\w-]*/g));
    const named = [...read('docs/glossary.md').matchAll(/^\|[^|]+\|([^|]+)\|/gm)]
      .flatMap((row) => [...(row[1] ?? '').matchAll(/`([^`]+)`/g)])
      .map((match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((name) => !words.has(name))).toEqual([]);
  });
});

describe('decisions', () => {
  const names = globSync('docs/decisions/*.md', { cwd: root }).map((file) => file.split(/[\\/]/).at(-1) ?? '');

  it('are numbered without a gap, each under its number', () => {
    expect(names.toSorted().map((name) => Number(name.slice(0, 4)))).toEqual(names.map((_, index) => index + 1));
    for (const name of names) expect(read(`docs/decisions/${name}`)).toMatch(new RegExp(`^# ${name.slice(0, 4)} \\S`));
  });
});

describe('release check-list', () => {
  const rows = read('docs/release-checklist.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| subject'));

  it('holds a row for everything that needs Windows or Electron', () => {
    const needed = [
      /fuses/,
      /cryptography in Electron/,
      /sandbox/,
      /Windows/,
      /content protection/,
      /antivirus/,
      /printers/,
      /sleep, hibernation/,
      /OneDrive/,
      /installer/,
      /native modules/,
      /old computer/,
    ];
    expect(needed.filter((subject) => !rows.some((row) => subject.test(row))).map(String)).toEqual([]);
  });

  it('keeps the columns that whoever checks fills in', () => {
    for (const row of rows) expect(row.split('|').length).toBe(8);
  });
});
