/** Keys that act on every page of a case. */
import { useEffect } from 'react';
import { formSectionIds, formSections, type CaseOverview, type SectionId } from '../../shared/intake/index.ts';
import { isDialogOpen, isPlainKey, sectionKeyOf } from '../platform/keys.ts';
import { useGo } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { useAnnotateKey } from './annotate-key.ts';
import { useEarlierKey } from './earlier-key.ts';
import { casePages, sectionPaths } from './words.ts';

export function useCaseKeys(overview: CaseOverview, section: SectionId | null): void {
  useSectionKeys(overview, section);
  useEarlierKey(overview.caseId);
  useUrgentKey(overview.caseId);
  useAnnotateKey(overview.caseId);
}

/** Alt+1…8 goes to the section with that letter of the paper, Ctrl+PgUp/PgDn to the page before or after. */
function useSectionKeys({ caseId, sections }: CaseOverview, section: SectionId | null): void {
  const go = useGo();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const key = sectionKeyOf(event);
      if (key === null || isDialogOpen()) return;
      const open = sections.filter((one) => one.canRead);
      const here = open.findIndex((one) => one.id === section);
      const target = 'to' in key ? withLetter(sections, key.to) : open[Math.max(here + key.by, 0)];
      if (target === undefined || !target.canRead || target.id === section) return;
      event.preventDefault();
      go(sectionPaths[target.id], { caseId });
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [caseId, go, section, sections]);
}

/** F2: an emergency does not wait until the link is found. */
function useUrgentKey(caseId: string): void {
  const go = useGo();
  const { path, may: action } = casePages.urgentReferral;
  const may = useMay(action);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isPlainKey(event, 'F2') || isDialogOpen()) return;
      event.preventDefault();
      go(path, { caseId });
    };
    if (!may) return undefined;
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [caseId, go, may, path]);
}

/** A = 1 … H = 8. */
function withLetter(sections: CaseOverview['sections'], letter: number) {
  const id = formSectionIds.find((one) => (formSections[one].digits as readonly number[]).includes(letter));
  return sections.find((section) => section.id === id);
}
