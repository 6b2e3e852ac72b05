/** From workplaces and the pages somebody may open to what the frame draws. */
import type { Area } from './routes.ts';
import type { IconName } from './ui/icons.tsx';

export type Place = {
  readonly label: string;
  readonly icon: IconName;
  /** Paths of its pages in the order of their bar; the first is where the entry leads. */
  readonly pages: readonly string[];
  /** What its first page is called among the tabs of the bar; without it only the others stand there. */
  readonly firstTab?: string | undefined;
  /** Of these none has a link of its own: their content stands on another page. */
  readonly silent?: readonly string[];
};

export type PageLink = {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
  readonly isSilent: boolean;
};

export type Entry = Pick<Place, 'icon' | 'firstTab'> &
  Omit<PageLink, 'isSilent'> & { readonly links: readonly PageLink[] };

const isBelow = (path: string, place: string) => path === place || (place !== '/' && path.startsWith(`${place}/`));

/** The page of these that a path belongs to: the longest, since one may stand below another. */
function pageOf(path: string, pages: readonly string[]): string | undefined {
  return pages.filter((page) => isBelow(path, page)).sort((one, other) => other.length - one.length)[0];
}

/** Entries with the pages she may open; one without any is not drawn. */
export function entriesOf(
  places: readonly Place[],
  {
    areas,
    actions,
    path,
  }: { readonly areas: readonly Area[]; readonly actions: readonly string[]; readonly path: string },
): Entry[] {
  const open = new Map(
    areas
      .filter(({ action }) => action === undefined || actions.includes(action))
      .map((area) => [area.path, area.label] as const),
  );
  const shown = places
    .map((place) => ({ ...place, pages: place.pages.filter((page) => open.has(page)) }))
    .filter(({ pages }) => pages.length > 0);
  const here = pageOf(
    path,
    shown.flatMap(({ pages }) => pages),
  );
  return shown.map(({ label, icon, pages, firstTab, silent = [] }) => {
    const current = here !== undefined && pages.includes(here);
    const links = pages.map((page) => ({
      ...{ href: `#${page}`, label: open.get(page) ?? page, current: page === here, isSilent: silent.includes(page) },
    }));
    return { label, icon, href: links[0]?.href ?? '#/', current, links, firstTab };
  });
}
