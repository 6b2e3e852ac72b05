/** The manual as the program carries it: one page a file of docs/manual, and one a chapter of docs/manual.md. */
import { fold } from '../../../shared/platform/text.ts';

export type Page = { readonly id: string; readonly title: string; readonly text: string };
/** A page, and where in it. */
export type Place = { readonly page: string; readonly anchor: string | null };

const files: Readonly<Record<string, string>> = import.meta.glob('../../../../docs/manual/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const [whole = '']: readonly string[] = Object.values(
  import.meta.glob('../../../../docs/manual.md', { query: '?raw', import: 'default', eager: true }),
);
const addresses: Readonly<Record<string, string>> = import.meta.glob('../../../../docs/pictures/*.png', {
  query: '?url',
  import: 'default',
  eager: true,
});

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** As the anchors of a page are made of its headings everywhere. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

const headingLine = /^(#+) (.+)$/;

/** Chapters without what stands before the first: that is the list of them. */
function chaptersOf(text: string): Page[] {
  return text.split(/^(?=## )/m).flatMap((chapter) => {
    const title = /^## (.+)$/m.exec(chapter)?.[1];
    return title === undefined ? [] : [{ id: anchorOf(title), title, text: chapter }];
  });
}

export const chapters: readonly Page[] = chaptersOf(whole);

export const parts: readonly Page[] = Object.entries(files)
  .map(([path, text]) => ({
    ...{ id: nameOf(path), text },
    title: /^# (.+)$/m.exec(text)?.[1] ?? nameOf(path),
  }))
  .sort((one, other) => one.title.localeCompare(other.title, 'es'));

const byId = new Map([...chapters, ...parts].map((page) => [page.id, page]));

export const pageOf = (id: string): Page | null => byId.get(id) ?? null;

export const anchorsOf = ({ text }: Page): string[] =>
  text.split('\n').flatMap((line) => {
    const title = headingLine.exec(line)?.[2];
    return title === undefined ? [] : [anchorOf(title)];
  });

/** Where a link of a page leads inside the manual; null for a page that the program does not carry. */
export function placeOf(href: string, from: string): Place | null {
  const [path = '', anchor = null] = decodeURIComponent(href).split('#');
  const name = nameOf(path);
  const isPart = byId.get(name) !== undefined;
  if (isPart) return { page: name, anchor };
  // A chapter is linked by its anchor; inside another file the anchor is of that file.
  const isOwnAnchor = name === '' && from.endsWith('.md');
  if (anchor === null || (name !== '' && name !== 'manual.md')) return null;
  if (isOwnAnchor) return { page: from, anchor };
  return byId.has(anchor) ? { page: anchor, anchor: null } : null;
}

/** Address of a picture that a page names. */
export const pictureOf = (href: string): string | null =>
  addresses[`../../../../docs/pictures/${nameOf(href)}`] ?? null;

type Section = Place & { readonly title: string; readonly pageTitle: string; readonly text: string };
export type Hit = Section;

/** As it is read: without marks, pictures and addresses. */
function plainOf(text: string): string {
  return text
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`|]|^\s*(?:-{3,}|#+ |- |\d+\. )/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const sections: readonly Section[] = [...chapters, ...parts].flatMap((page) =>
  page.text.split(/^(?=#+ )/m).flatMap((section) => {
    const [line = '', ...rest] = section.split('\n');
    const title = headingLine.exec(line)?.[2];
    const anchor = title === undefined || title === page.title ? null : anchorOf(title);
    return title === undefined
      ? []
      : [{ page: page.id, anchor, title, pageTitle: page.title, text: plainOf(rest.join('\n')) }];
  }),
);

const most = 12;

/** «olvidada» finds «olvidó»: the end of a long word is left out. */
const stemsOf = (query: string): string[] =>
  fold(query)
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.slice(0, Math.max(4, word.length - 3)));

const around = 60;

/** What stands about the first of the words. */
export function excerptOf({ text }: Hit, query: string): string {
  const whole = fold(text);
  const first = Math.max(0, ...stemsOf(query).map((word) => whole.indexOf(word)));
  const [from, to] = [Math.max(0, first - around), first + 2 * around];
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/** Sections with every word, those first that carry them in their titles. Small letters and accents do not matter. */
export function findInManual(query: string): Hit[] {
  const words = stemsOf(query);
  if (words.join('').length < 2) return [];
  const rank = ({ title, pageTitle }: Section) => {
    const heads = [fold(title), fold(`${pageTitle} ${title}`)];
    return heads.findIndex((head) => words.every((word) => head.includes(word))) >>> 0;
  };
  return sections
    .filter(({ title, pageTitle, text }) => {
      const all = fold(`${pageTitle} ${title} ${text}`);
      return words.every((word) => all.includes(word));
    })
    .map((section) => ({ section, rank: rank(section) }))
    .sort((one, other) => one.rank - other.rank)
    .slice(0, most)
    .map(({ section }) => section);
}
