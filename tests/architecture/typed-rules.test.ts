/** No rule that knows types is lost between the two programs that lint (docs/decisions/0100). */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { expect, it } from 'vitest';
import { root, run } from '../../scripts/tools.ts';

const rulesFile = join(root, '.oxlintrc.json');
const { rules } = ts.parseConfigFileTextToJson(rulesFile, readFileSync(rulesFile, 'utf8')).config as {
  rules: Record<string, unknown>;
};

/** Oxlint does not have them; the page of the decision says why they are not missed. */
const unknown = ['no-unsafe-class-instance-assignment', 'no-unsafe-enum-assignment'];

const own = '@typescript-eslint/';
const rulesOf = (set: typeof tseslint.configs.strict) =>
  set.flatMap(({ rules: some }) => Object.keys(some ?? {})).filter((name) => name.startsWith(own));

/** Line of code → rule that must name it. */
const violations: [string, string][] = [
  ['export function forgotten(work: Promise<void>) { work; }', 'no-floating-promises'],
  ['export function asked(work: Promise<boolean>) { return work ? 1 : 2; }', 'no-misused-promises'],
  ['export function told(text: string) { return text === undefined; }', 'no-unnecessary-condition'],
  [
    'export function word(kind: "a" | "b") { switch (kind) { case "a": return 1; } return 2; }',
    'switch-exhaustiveness-check',
  ],
  ['export const read: string = JSON.parse("1");', 'no-unsafe-assignment'],
  ['export function named(of: object) { return `${of}`; }', 'restrict-template-expressions'],
];

it('asks every rule of the strict set that knows types', () => {
  const withoutTypes = rulesOf(tseslint.configs.strict);
  const wanted = rulesOf(tseslint.configs.strictTypeChecked)
    .filter((name) => !withoutTypes.includes(name))
    .map((name) => name.replace(own, ''));
  expect(wanted.length).toBeGreaterThan(30);
  const asked = Object.keys(rules).map((name) => name.replace('typescript/', ''));
  expect(wanted.filter((name) => !asked.includes(name))).toEqual(unknown);
});

it('names each violation by its rule', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'registro-typed-'));
  writeFileSync(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "strict": true, "target": "ES2024" } }');
  writeFileSync(join(folder, 'a.ts'), `${violations.map(([line]) => line).join('\n')}\n`);
  const { ok, output } = await run('oxlint', ['--type-aware', '--format', 'unix', '-c', rulesFile, folder]);
  expect(ok).toBe(false);
  violations.forEach(([, rule], index) => {
    expect(output).toMatch(new RegExp(`a\\.ts:${index + 1}:.*typescript\\(${rule}\\)`));
  });
});
