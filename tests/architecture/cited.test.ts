/** What a comment, a test or a document cites can be read: a section or row of docs/design, or a point of the rulebook. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const filesOf = (...globs: string[]) => globs.flatMap((glob) => globSync(glob, { cwd: root }));
const allOf = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** How a page of docs/design is called before a «§». */
const pages: Readonly<Record<string, string>> = {
  'security design': 'security',
  'reliability design': 'reliability',
  disclosure: 'disclosure',
  'law and deadlines': 'law-and-deadlines',
  'law-facts': 'law-facts',
  'register form': 'register-form',
  'monthly report': 'monthly-report',
  'service.md': 'service',
  filings: 'filings',
  referrals: 'referrals',
  'UX rules': 'ux',
  screens: 'screens',
  unconfirmed: 'unconfirmed',
};

/** Where a letter with a number is a row; H and W were never pages. */
const series: Readonly<Record<string, string>> = {
  ...{ B: 'filings', C: 'referrals', D: 'decisions', R: 'monthly-report', S: 'filings', T: 'monthly-report' },
  ...{ U: 'unconfirmed', H: 'none', P: 'none', W: 'none' },
};
/** The attacks on the published month and its tests cite its properties, attacks and measures. */
const ofReports = { ...series, P: 'disclosure', S: 'disclosure', U: 'disclosure' };

/** `security §5.2`, `decisions D4`, `bad-inputs 64`: all that may be cited. */
const anchors = new Set([
  ...filesOf('docs/design/*.md').flatMap((file) => {
    const text = read(file);
    const sections = allOf(text, /^#+ (\d[\d.]*?)\.? /gm).map((number) => `§${number}`);
    const groups = allOf(text, /^## ([A-I])\. /gm);
    const rows = allOf(text, /<a id="([\w-]+)">/g).map((id) => id.toUpperCase());
    return [...sections, ...groups, ...rows].map((anchor) => `${basename(file, '.md')} ${anchor}`);
  }),
  ...allOf(read('src/shared/rulebook/open-points.ts'), /^ +(U\d+): \[/gm).map((id) => `unconfirmed ${id}`),
  // Terms of law have numbers as well: rows of «Tablas y reglas».
  ...filesOf('src/shared/proceedings/terms-*.ts').flatMap((file) =>
    allOf(read(file), /'(D\d+)[a-c]*'/g).map((id) => `decisions ${id}`),
  ),
  ...filesOf('docs/decisions/*.md').map((file) => `decision ${basename(file).slice(0, 4)}`),
]);

type Cited = { readonly told: string; readonly anchors: readonly string[] };

const list = (one: string) => `${one}(?:(?:,? and |, | to |–)${one})*`;
const section = new RegExp(`(${Object.keys(pages).join('|')}),? (${list('§\\d+(?:\\.\\d+)*')})`, 'gi');

/** Pages by their name: «security design §5.2, §5.4». */
function sectionsIn(text: string): Cited[] {
  return [...text.matchAll(section)].map(([told, name = '', numbers = '']) => {
    const page = pages[name] ?? pages[name.toLowerCase()] ?? 'none';
    return { told, anchors: (numbers.match(/§[\d.]*\d/g) ?? []).map((number) => `${page} ${number}`) };
  });
}

/** What else is cited in its own words, the page it leads to, and what of the match is looked for there. */
const ways: readonly (readonly [pattern: RegExp, page: string, each: RegExp])[] = [
  [new RegExp(`bad inputs?(?:, rows?)? ${list('\\d+')}`, 'gi'), 'bad-inputs', /\d+/g],
  [new RegExp(`bad inputs, groups? ${list('[A-I]')}`, 'gi'), 'bad-inputs', /\b[A-I]\b/g],
  [new RegExp(`traps? ${list('F\\d+b?')}`, 'gi'), 'security', /F\d+b?/g],
  [/reliability A\d+/gi, 'reliability', /A\d+/g],
  [/rule U-\d/g, 'disclosure', /U-\d/g],
  [/decisions? \d{4}/g, 'decision', /\d{4}/g],
  // Not kept anywhere: a section without its page, and what somebody once found.
  [/(?<!RFC \d{4} )§\d[\d.]*/g, 'none', /./],
  [/findings? [A-Z]\d+/gi, 'none', /./],
];

const namedIn = (text: string): Cited[] => [
  ...sectionsIn(text),
  ...ways.flatMap(([pattern, page, each]) =>
    [...text.replace(section, '').matchAll(pattern)].map(([told]) => ({
      told,
      anchors: (told.match(each) ?? []).map((one) => `${page} ${one.toUpperCase()}`),
    })),
  ),
];

const row = /(?<![\w«/.'"`#-])([BCDHPRSTUW])(\d{1,2})[a-z]{0,2}(?![\w:])/g;

/** Letters with a number, where words are: code and data have their own D1 and T1. */
function rowsIn(words: string, of: Readonly<Record<string, string>>): Cited[] {
  return [...words.matchAll(row)].map(([told, letter = '', number = '']) => ({
    told,
    anchors: [`${of[letter] ?? 'none'} ${letter}${number}`],
  }));
}

const oneLine = (text: string) => text.replace(/\s*\n\s*(?:\*(?!\/)|\/\/)?\s*/g, ' ');

/** Comments, and titles of tests. */
function wordsOf(file: string, text: string): string {
  if (file.endsWith('.md')) return text;
  const comments = text.match(/\/\*[\s\S]*?\*\/|(?<![:'"`/\\])\/\/ .*$/gm) ?? [];
  const titles = file.startsWith('tests') ? (text.match(/\b(?:it|describe)[\w.]*\(\s*(['`])[\s\S]*?\1/g) ?? []) : [];
  return [...comments, ...titles.map((title) => title.replace(/^[^'`]*['`]/, ''))].join('\n');
}

/** A sentence for each citation of a file that leads nowhere. */
function lostIn(file: string, text: string): string[] {
  const of = /^(?:tests\/unit\/reports|scripts\/attack)\//.test(file) ? ofReports : series;
  return [...namedIn(oneLine(text)), ...rowsIn(oneLine(wordsOf(file, text)), of)]
    .filter((one) => one.anchors.some((anchor) => !anchors.has(anchor)))
    .map(({ told }) => `${file} cites «${told}», which no page of docs/design has`);
}

const files = filesOf(
  '{src,tests,scripts}/**/*.{ts,tsx,c}',
  '*.{ts,js}',
  '.dependency-cruiser.mjs',
  'README.md',
  'docs/*.md',
  'docs/manual/*.md',
  'docs/decisions/*.md',
)
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file !== 'tests/architecture/cited.test.ts');

describe('what is cited', () => {
  it('can be read in docs/design or in «Tablas y reglas»', () => {
    expect(files.flatMap((file) => lostIn(file, read(file)))).toEqual([]);
  });

  it('is found in every way of writing it', () => {
    const planted = [
      ...['security design §5.2, §99', 'law and deadlines §6.1 and §77', '(§5)', 'bad inputs 1 to 126', 'trap F99'],
      ...['bad inputs, groups A and I', 'reliability A99', 'rule U-9', 'decision 9999', 'finding X9', 'RFC 7748 §6.1'],
      ...['D99', 'S99', 'U99', 'P1', 'H3', 'D4', 'U23'],
    ].map((words) => `/** Why (${words}). */`);
    const lost = planted.flatMap((words) => lostIn('src/a.ts', words)).map((told) => /«(.*)»/.exec(told)?.[1]);
    expect(lost).toEqual([
      ...['security design §5.2, §99', 'law and deadlines §6.1 and §77', '§5', 'bad inputs 1 to 126'],
      ...['trap F99', 'reliability A99', 'rule U-9', 'decision 9999', 'finding X9', 'D99', 'S99', 'U99', 'P1', 'H3'],
    ]);
    expect(lostIn('tests/unit/reports/a.test.ts', '/** P1, S7, U2 */')).toEqual([]);
  });
});
