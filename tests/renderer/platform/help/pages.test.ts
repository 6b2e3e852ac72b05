/** The manual as the program carries it: every screen has its page, every link and picture its end. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { lexer, type MarkedToken, type Token } from 'marked';
import { expect, it } from 'vitest';
import { createApp } from '../../../../src/renderer/app.tsx';
import { pages as ofScreens, placeOfScreen } from '../../../../src/renderer/help-pages.tsx';
import {
  anchorsOf,
  chapters,
  findInManual,
  pageOf,
  parts,
  pictureOf,
  placeOf,
  type Page,
} from '../../../../src/renderer/platform/help/pages.ts';

const transport = { invoke: () => Promise.reject(new Error('not used')), subscribe: () => () => undefined };
const screens = createApp({ kind: 'loopback', transport }).parts.modules.flatMap((module) => module.screens);
const paths = screens.map(({ path }) => path);
const all = [...chapters, ...parts];

function tokensOf(tokens: readonly Token[]): MarkedToken[] {
  return (tokens as readonly MarkedToken[]).flatMap((token) => {
    const rows = token.type === 'table' ? [...token.header, ...token.rows.flat()].flatMap((cell) => cell.tokens) : [];
    const items = token.type === 'list' ? token.items.flatMap((item) => item.tokens) : [];
    const inside = 'tokens' in token ? (token.tokens ?? []) : [];
    return [token, ...tokensOf([...rows, ...items, ...inside])];
  });
}

const pictures = join(import.meta.dirname, '../../../../docs/pictures');
const isDrawn = (href: string) => existsSync(join(pictures, basename(href)));

const of = (page: Page) => tokensOf(lexer(page.text));

function isThere(place: { readonly page: string; readonly anchor: string | null } | null): boolean {
  const page = place === null ? null : pageOf(place.page);
  return page !== null && (place?.anchor === null || anchorsOf(page).includes(place?.anchor ?? ''));
}

it('has a page for each screen, and no page of a screen that is gone', () => {
  expect(paths.filter((path) => !isThere(placeOfScreen(path)))).toEqual([]);
  expect(Object.keys(ofScreens).filter((path) => !paths.includes(path))).toEqual([]);
});

it.each(['sign-in', 'first-run', 'recover', 'must-change'])('has a page for the door «%s»', (door) => {
  expect(isThere(placeOfScreen(door))).toBe(true);
});

it('tells a counterpart of its own sheets on its one screen', () => {
  expect(placeOfScreen('/')?.page).toBe('mi-dia.md');
  const place = placeOfScreen('/', true);
  expect(place?.page).toBe('contrapartes.md');
  expect(isThere(place)).toBe(true);
});

it('carries all of the manual', () => {
  expect(parts.length).toBeGreaterThan(30);
  expect(chapters.map(({ id }) => id)).toContain('centro-de-práctica');
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

it('follows every link that leads inside the manual', () => {
  const outside = ['audit.md', 'errors.md', 'keys.md', 'asvs.md', 'README.md'];
  const dead = all.flatMap((page) =>
    of(page)
      .flatMap((token) => (token.type === 'link' ? [token.href] : []))
      .filter((href) => !outside.some((name) => href.endsWith(name)) && !isThere(placeOf(href, page.id)))
      .map((href) => `${page.id}: ${href}`),
  );
  expect(dead).toEqual([]);
});

it('has every picture that a page names and that was drawn', () => {
  const missing = all.flatMap((page) =>
    of(page).flatMap((token) =>
      token.type === 'image' && isDrawn(token.href) && pictureOf(token.href) === null ? [token.href] : [],
    ),
  );
  expect(missing).toEqual([]);
});

it('reads nothing in the manual that it would draw as raw text', () => {
  const drawn = ['heading', 'paragraph', 'list', 'list_item', 'table', 'link', 'image', 'text', 'escape', 'space'];
  const known = [...drawn, 'code', 'codespan', 'strong', 'em'];
  const others = all.flatMap((page) => of(page).flatMap(({ type }) => (known.includes(type) ? [] : [type])));
  expect([...new Set(others)]).toEqual([]);
});

it('finds by words anywhere, without accents, and first what is named so', () => {
  expect(findInManual('orden llegada')[0]?.title).toBe('La orden de llegada');
  expect(findInManual('PAUSA')[0]?.page).toBe('pausa.md');
  expect(findInManual('contraseña olvidada').map(({ title }) => title)).toContain('Olvidó su contraseña');
  expect(findInManual('reposicion de la copia xyz')).toEqual([]);
  expect(findInManual('a')).toEqual([]);
});
