/** That each kind of rule is asked where it should be (docs/decisions/0100). */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run } from '../../scripts/tools.ts';

const config = 'oxlint.config.ts';

/** Of a file at this place: a line of code, and the rule that must name it. */
const violations: Readonly<Record<string, readonly (readonly [code: string, rule: string])[]>> = {
  'src/shared/typed.ts': [
    ['export function forgotten(work: Promise<void>) { work; }', 'no-floating-promises'],
    ['export function asked(work: Promise<boolean>) { return work ? 1 : 2; }', 'no-misused-promises'],
    ['export function told(text: string) { return text === undefined; }', 'no-unnecessary-condition'],
    [
      'export function word(kind: "a" | "b") { switch (kind) { case "a": return 1; } return 2; }',
      'switch-exhaustiveness-check',
    ],
    ['export const read: string = JSON.parse("1");', 'no-unsafe-assignment'],
    ['export function named(of: object) { return `${of}`; }', 'restrict-template-expressions'],
    ['export let first: any;', 'no-explicit-any'],
    ['export const sure = (one: string | null) => one!.length;', 'no-non-null-assertion'],
    ['export function same(one: unknown) { return one == 1; }', 'eqeqeq'],
    ['console.log(1);', 'no-console'],
    ['const nobody = 1;', 'no-unused-vars'],
    ['export const run = (text: string): unknown => eval(text);', 'no-eval'],
    ["import { Blob as Bytes } from 'node:buffer'; export let bytes: Bytes;", 'consistent-type-imports'],
    ['export function many(a: 1, b: 1, c: 1, d: 1, e: 1) { return [a, b, c, d, e]; }', 'max-params'],
    [`export function nested(a: number) { ${'if (a === 1) return 1; '.repeat(12)} return 2; }`, 'complexity'],
    ["import { z } from 'zod'; export const one = z;", 'no-restricted-imports'],
    ["import Driver from 'better-sqlite3'; export const two = Driver;", 'no-restricted-imports'],
    ["import { app } from 'electron'; export const three = app;", 'no-restricted-imports'],
    ["import { write } from 'hucre'; export const four = write;", 'no-restricted-imports'],
    ['// oxlint-disable-next-line no-console', 'Unused oxlint-disable directive'],
  ],
  'src/main/traps.ts': [
    ['export const plain = (db: { serialize(): 1 }) => db.serialize();', 'no-restricted-properties'],
    ['export const copied = (db: { backup(): 1 }) => db.backup();', 'no-restricted-properties'],
    ['export const unsafe = (db: { unsafeMode(): 1 }) => db.unsafeMode();', 'no-restricted-properties'],
    ['export const killed = (db: { rekey(): 1 }) => db.rekey();', 'no-restricted-properties'],
    ['export const outside = (shell: { openExternal(): 1 }) => shell.openExternal();', 'no-restricted-properties'],
  ],
  'src/renderer/window.tsx': [
    ['import { useEffect, useRef, useState } from "react";', ''],
    ['export function Told({ a }: { a: boolean }) { if (a) useState(0); return null; }', 'rules-of-hooks'],
    ['export function Old({ a }: { a: number }) { useEffect(() => void a, []); return null; }', 'exhaustive-deps'],
    ['export function Read() { const ref = useRef(0); return <b>{ref.current}</b>; }', 'refs'],
    ['export function Set() { const [s, set] = useState(0); set(1); return <b>{s}</b>; }', 'set-state-in-render'],
    ['export function Again({ a }: { a: number }) { const [s, set] = useState(0); useEffect(() => { set(a); }, [a]); return <b>{s}</b>; }', 'set-state-in-effect'], // prettier-ignore
    ['export function Made() { const Inner = () => <b />; return <Inner />; }', 'static-components'],
    ['export function Thrown() { return <b>{Math.random()}</b>; }', 'purity'],
    ['export const kept = localStorage;', 'no-restricted-globals'],
    ['export const html = <b dangerouslySetInnerHTML={{ __html: "" }} />;', 'no-danger'],
    ['export const style = <style>{"b"}</style>;', 'forbid-elements'],
    ["import { Grid } from '@mantine/core'; export const five = Grid;", 'no-restricted-imports'],
    ["import { DateInput } from '@mantine/dates'; export const six = DateInput;", 'no-restricted-imports'],
    ['export const pressed = <div onClick={() => undefined} />;', 'no-static-element-interactions'],
    ['export const left = <div onBlur={() => undefined} />;', 'no-static-element-interactions'],
    ['export const unseen = <img src="a.png" />;', 'alt-text'],
    ['export const order = <b tabIndex={3} />;', 'tabindex-no-positive'],
    // A part of the library is the element that it draws.
    ['import { Image } from "@mantine/core"; export const drawn = <Image src="a.png" />;', 'alt-text'],
  ],
};

const lintedFiles = Object.keys(violations);

async function lint(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'registro-linted-'));
  copyFileSync(join(root, config), join(folder, config));
  const compiled = { strict: true, target: 'ES2024', module: 'preserve', jsx: 'react-jsx', noEmit: true };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: compiled, include: ['src'] }));
  for (const file of lintedFiles) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${(violations[file] ?? []).map(([code]) => code).join('\n')}\n`);
  }
  const { ok, output } = await run('oxlint', ['--type-aware', '--format', 'unix', '-c', join(folder, config), folder]);
  expect(ok).toBe(false);
  return output;
}

describe('the linter', () => {
  it('names each violation by its rule, at its line', async () => {
    const output = await lint();
    const missed = lintedFiles.flatMap((file) =>
      (violations[file] ?? []).flatMap(([code, rule], index) => {
        const found = output.split('\n').filter((line) => line.includes(`${file}:${index + 1}:`));
        return rule === '' || found.some((line) => line.includes(rule)) ? [] : [`${rule}: ${code}`];
      }),
    );
    expect(missed).toEqual([]);
  });

  it('asks every rule that knows types, but those named here', async () => {
    const { output } = await run('oxlint', ['--rules', '--format', 'json']);
    const rules = JSON.parse(output) as { scope: string; value: string; category: string; type_aware: boolean }[];
    const text = readFileSync(join(root, config), 'utf8');
    const left = rules
      .filter(({ scope, type_aware: isTyped }) => scope === 'typescript' && isTyped)
      .filter(({ category }) => category !== 'correctness')
      .filter(({ value }) => !new RegExp(`[\\s/]${value}[\\s'\`]`).test(text));
    expect(rules.length).toBeGreaterThan(500);
    expect(left.map(({ value }) => value)).toEqual([
      ...['consistent-return', 'consistent-type-exports', 'dot-notation', 'no-unnecessary-qualifier'],
      // Two numbers of the key derivation are an enum of its library.
      'no-unsafe-enum-assignment',
      ...['no-unsafe-type-assertion', 'non-nullable-type-assertion-style', 'prefer-find', 'prefer-includes'],
      ...['prefer-nullish-coalescing', 'prefer-optional-chain', 'prefer-readonly', 'prefer-readonly-parameter-types'],
      ...['prefer-regexp-exec', 'prefer-string-starts-ends-with', 'promise-function-async'],
      ...['strict-boolean-expressions', 'strict-void-return'],
    ]);
  });
});
