/** What would break the scripts and tests on a Windows PC, looked for in every file that runs there. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const own = 'tests/architecture/portable.test.ts';
const files = globSync(['{src/main,scripts,tests}/**/*.{ts,tsx,mjs}', '*.{ts,mjs,js}'], { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== own);

const traps: readonly { readonly what: string; readonly pattern: RegExp; readonly instead: string }[] = [
  { what: 'a path from `pathname`', pattern: /import\.meta\.url\)\.pathname/, instead: 'fileURLToPath' },
  { what: 'a search path cut at «:»', pattern: /(?:split|join)\(':'\)|\}:\$\{process\.env/, instead: 'path.delimiter' },
  { what: 'a program by its place', pattern: /['"`]\/usr\/(?:local\/)?s?bin\//, instead: 'findProgram or browserOf' },
  { what: 'a script of `.bin`', pattern: /node_modules\/\.bin/, instead: 'planOf or nodeOf' },
  { what: 'a program through a shell', pattern: /\bshell: true\b|\bexecSync\(/, instead: 'planOf' },
  { what: 'an absolute import', pattern: /\bimport\((?:join|resolve)\(/, instead: 'pathToFileURL' },
  { what: 'rights in `mode`', pattern: /\.mode & 0o/, instead: 'tests/support/rights.ts' },
];
/** Where it is right, and why. */
const allowed: Readonly<Record<string, string>> = {
  'tests/support/rights.ts rights in `mode`': 'the one place that asks which system it is',
  'src/main/commands/command.ts rights in `mode`': 'asked only off Windows',
  'scripts/sign-update.ts rights in `mode`': 'asked only off Windows',
  'src/main/platform/places/folder-rights.ts rights in `mode`': 'what stands in for rights off Windows',
  'tests/unit/scripts/programs.test.ts a program by its place': 'an invented Linux computer',
};

describe('scripts and tests', () => {
  it.each(traps)('hold no $what', ({ what, pattern, instead }) => {
    expect(files.length).toBeGreaterThan(500);
    const found = files.flatMap((file) =>
      pattern.test(readFileSync(join(root, file), 'utf8')) && allowed[`${file} ${what}`] === undefined ? [file] : [],
    );
    expect(found, `use ${instead}`).toEqual([]);
  });

  it('name no exception that is not needed', () => {
    const needed = traps.flatMap(({ what, pattern }) =>
      files.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8'))).map((file) => `${file} ${what}`),
    );
    expect(Object.keys(allowed).filter((one) => !needed.includes(one))).toEqual([]);
  });

  it('are started by npm through Node or a program that npm finds by itself', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    // cmd.exe knows no single quotes, no variables before a command, no `rm`.
    const posixOnly = Object.entries(scripts).filter(([, line]) => /'|^\w+=|\b(?:rm|cp|mkdir|cat|sh)\b|;/.test(line));
    expect(posixOnly).toEqual([]);
  });

  it('keep their line ends on every system', () => {
    expect(readFileSync(join(root, '.gitattributes'), 'utf8')).toMatch(/^\* text=auto eol=lf$/m);
    const turned = [...files, 'package.json', 'README.md'].filter((file) =>
      readFileSync(join(root, file), 'utf8').includes('\r\n'),
    );
    expect(turned).toEqual([]);
  });
});
