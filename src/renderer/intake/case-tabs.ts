/** Which tabs of a case a reader has, and the pages of each. */
import type { CaseOverview, SectionId } from '../../shared/intake/index.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import { hrefOf } from '../platform/routes.ts';
import {
  casePages,
  casePath,
  caseTabs,
  sectionPaths,
  sectionTitles,
  tabOfSection,
  type CasePage,
  type CaseTab,
} from './words.ts';

export type CaseLink = { readonly href: string; readonly title: string; readonly isCurrent: boolean };

export type TabOfCase = CaseLink & {
  readonly id: CaseTab;
  /** Somewhere below this tab. */
  readonly isOpen: boolean;
  /** What waits there, as the case itself says it; null where nothing does. */
  readonly waits: { readonly count: number; readonly words: string } | null;
  /** Its pages beside the one that the tab itself leads to. */
  readonly others: readonly CaseLink[];
};

/** Where the reader is: a section, a page, or below a tab on a page that is in no list. */
export type CasePlace = {
  readonly section: SectionId | null;
  readonly page: CasePage | null;
  readonly tab: CaseTab;
};

const isLettered = (id: SectionId) => id !== 'documents' && id !== 'validate';

type Found = CaseLink & { readonly tab: CaseTab; readonly isLettered?: boolean; readonly isRare?: boolean };

function pagesOf({ caseId, sections, state }: CaseOverview, actions: readonly string[], here: CasePlace): Found[] {
  const own = codesOf(casePages)
    // A closed ficha issues no referral.
    .filter((id) => actions.includes(casePages[id].may) && !(state === 'closed' && id === 'urgentReferral'))
    .map((id): Found => {
      const { tab, title, path } = casePages[id];
      return {
        tab,
        title,
        href: hrefOf(path, { caseId }),
        isCurrent: id === here.page,
        isRare: 'isRare' in casePages[id],
      };
    });
  const ofPaper = sections
    .filter(({ canRead }) => canRead)
    .map(({ id }): Found => {
      const href = hrefOf(sectionPaths[id], { caseId });
      const isCurrent = id === here.section;
      return { tab: tabOfSection(id), title: sectionTitles[id], href, isCurrent, isLettered: isLettered(id) };
    });
  const isStory = here.tab === 'story' && here.page === null;
  const story: Found = { tab: 'story', title: caseTabs.story, href: hrefOf(casePath, { caseId }), isCurrent: isStory };
  return [story, ...ofPaper, ...own];
}

/** Required answers of sections that were begun; persons who may be somebody else of the record. */
function waitsIn({ sections, unsettled }: CaseOverview, tab: CaseTab): TabOfCase['waits'] {
  if (tab === 'form') {
    const begun = sections.filter(({ canRead, state }) => canRead && state === 'inProgress');
    const count = begun.reduce((sum, { missing }) => sum + missing, 0);
    return count === 0 ? null : { count, words: `Faltan ${count} obligatorias` };
  }
  if (tab !== 'persons' || unsettled.length === 0) return null;
  return { count: unsettled.length, words: 'Identidad por confirmar' };
}

/** The tabs of the reader; one without a page that may be opened is not drawn. */
export function tabsOf(overview: CaseOverview, actions: readonly string[], here: CasePlace): TabOfCase[] {
  const pages = pagesOf(overview, actions, here).filter(({ isRare }) => isRare !== true);
  return codesOf(caseTabs).flatMap((id) => {
    const [first, ...rest] = pages.filter(({ tab }) => tab === id);
    if (first === undefined) return [];
    // The letters beside the tabs lead to the sections.
    const others = rest.filter((one) => one.isLettered !== true);
    return [{ id, ...first, title: caseTabs[id], isOpen: here.tab === id, others, waits: waitsIn(overview, id) }];
  });
}

/** Pages that are seldom opened. */
export function rarePagesOf(overview: CaseOverview, actions: readonly string[], here: CasePlace): CaseLink[] {
  return pagesOf(overview, actions, here).filter(({ isRare }) => isRare === true);
}
