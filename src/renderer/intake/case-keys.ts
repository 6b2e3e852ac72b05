/** Keys that act on every page of a case. */
import { formSectionIds, formSections, type CaseOverview, type SectionId } from '../../shared/intake/index.ts';
import { isPlainKey, sectionKeyOf, useScreenKey } from '../platform/keys.ts';
import { follow } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { useClient, type Output } from '../platform/client.ts';
import { useAnnotateKey } from './annotate-key.ts';
import { casePages, sectionPaths, pairPath } from './words.ts';

export function useCaseKeys(overview: CaseOverview, section: SectionId | null): void {
  useSectionKeys(overview, section);
  useEarlierKey(overview.caseId);
  useUrgentKey(overview.caseId);
  useAnnotateKey(overview);
}

const byLetter: Readonly<Record<string, SectionId>> = { r: 'risk', p: 'documents' };

/** Alt R and Alt P; with Ctrl it would be AltGr. */
function letterOf(event: KeyboardEvent): SectionId | undefined {
  const isAltAlone = event.altKey && !event.ctrlKey && !event.shiftKey && !event.metaKey;
  return isAltAlone ? byLetter[event.key.toLowerCase()] : undefined;
}

/**
 * Alt+1…8 goes to the section with that letter of the paper, Alt+R to the risk, Alt+P to the papers, Ctrl+PgUp/PgDn to the
 * page before or after.
 */
function useSectionKeys({ caseId, sections }: CaseOverview, section: SectionId | null): void {
  const meant = (event: KeyboardEvent) => {
    const target = targetOf(event, sections, section);
    return target === undefined || !target.canRead || target.id === section ? null : target.id;
  };
  useScreenKey(
    (event) => meant(event) !== null,
    (event) => {
      const id = meant(event);
      if (id !== null) follow(sectionPaths[id], { caseId });
    },
  );
}

/** F2: an emergency does not wait until the link is found. */
function useUrgentKey(caseId: string): void {
  const { path, may: action } = casePages.urgentReferral;
  const may = useMay(action);
  useScreenKey(
    (event) => may && isPlainKey(event, 'F2'),
    () => follow(path, { caseId }),
  );
}

/** A = 1 … H = 8. */
function withLetter(sections: CaseOverview['sections'], letter: number) {
  const id = formSectionIds.find((one) => (formSections[one].digits as readonly number[]).includes(letter));
  return sections.find((section) => section.id === id);
}

type Sections = CaseOverview['sections'];

function targetOf(event: KeyboardEvent, sections: Sections, section: SectionId | null): Sections[number] | undefined {
  const letter = letterOf(event);
  if (letter !== undefined) return sections.find(({ id }) => id === letter);
  const key = sectionKeyOf(event);
  if (key === null) return undefined;
  if ('to' in key) return withLetter(sections, key.to);
  const open = sections.filter((one) => one.canRead);
  return open[Math.max(open.findIndex((one) => one.id === section) + key.by, 0)];
}

/** The newest other ficha of this pair that the reader may open; null when there is none. */
function earlierOf({ fichas }: Output<'readPairHistory'>): string | null {
  const after = fichas.slice(fichas.findIndex((one) => one.isThis) + 1);
  return after.find((one) => one.aggressor === 'same' && one.caseId !== null)?.caseId ?? null;
}

/** F8: the earlier ficha of the same pair, or the list of all where there is none to open. */
function useEarlierKey(caseId: string): void {
  const client = useClient();
  const may = useMay('registerForm.readB');
  const open = async () => {
    const found = await client.readPairHistory({ caseId });
    const earlier = earlierOf(found);
    if (earlier === null) follow(pairPath, { caseId });
    else follow('/casos/$caseId', { caseId: earlier });
  };
  useScreenKey(
    (event) => may && isPlainKey(event, 'F8'),
    // What fails here fails on that page too, where there is room for its words.
    () => void open().catch(() => follow(pairPath, { caseId })),
  );
}
