import { useEffect, type ReactNode } from 'react';
import {
  caseStateLabels,
  formSectionIds,
  formSections,
  plainSectionIds,
  type CaseOverview,
  type SectionId,
} from '../../shared/intake/index.ts';
import { codesOf } from '../../shared/platform/codes-of.ts';
import { isDialogOpen, sectionKeyOf } from '../platform/keys.ts';
import { hrefOf, useGo } from '../platform/routes.ts';
import { useMay, useSession } from '../platform/session.tsx';
import { QueryState, RiskWord, SectionList, StateBadge } from '../platform/ui/index.ts';
import { useEarlierKey } from './earlier-key.ts';
import css from './intake.module.css';
import { useCase } from './queries.ts';
import { casePages, riskWord, sectionPaths, sectionState, sectionTitles, stateTones, type CasePage } from './words.ts';

type Props = {
  readonly caseId: string;
  /** The section shown; null on the page of the case itself. */
  readonly section: SectionId | null;
  /** The page shown when it is none of the sections. */
  readonly page?: CasePage;
  readonly children: (overview: CaseOverview) => ReactNode;
};

/** A page of a case: identity bar that stays, sections at the left, the page itself. */
export function CaseFrame({ caseId, section, page, children }: Props) {
  const overview = useCase(caseId);
  return (
    <QueryState query={overview}>
      {(data) => (
        <>
          <IdentityBar overview={data} />
          <div className={css.case}>
            <Sections overview={data} section={section} page={page ?? null} />
            <div className={css.main}>{children(data)}</div>
          </div>
        </>
      )}
    </QueryState>
  );
}

function IdentityBar({ overview }: { readonly overview: CaseOverview }) {
  const risk = riskWord(overview.riskLevel);
  return (
    <section className={css.bar} aria-label="Persona y caso">
      <span className={css.who}>{overview.userName}</span>
      <a href={hrefOf('/casos/$caseId', { caseId: overview.caseId })}>{`Ficha ${overview.number}`}</a>
      <span>{overview.userAge === null ? 'Edad sin registrar' : `${overview.userAge} años`}</span>
      <RiskWord level={risk.level} word={risk.word} />
      {overview.isSealed && <StateBadge tone="warning">Ficha reservada</StateBadge>}
      {overview.isAddressReserved && <StateBadge tone="warning">Domicilio reservado</StateBadge>}
      {overview.reopened.length > 0 && <StateBadge tone="warning">Condición abierta otra vez</StateBadge>}
      {overview.unsettled.length > 0 && <StateBadge tone="warning">Identidad por confirmar</StateBadge>}
      {overview.isFromOldList && <StateBadge tone="neutral">De lista antigua</StateBadge>}
      <StateBadge tone={stateTones[overview.state]}>{caseStateLabels[overview.state]}</StateBadge>
    </section>
  );
}

type SectionsProps = {
  readonly overview: CaseOverview;
  readonly section: SectionId | null;
  readonly page: CasePage | null;
};

function Sections({ overview, section, page }: SectionsProps) {
  const { caseId } = overview;
  useSectionKeys(overview, section);
  useEarlierKey(caseId);
  useUrgentKey(caseId);
  const items = overview.sections
    .filter((one) => one.canRead)
    .map((one) => ({
      href: hrefOf(sectionPaths[one.id], { caseId }),
      title: sectionTitles[one.id],
      state: sectionState(one),
      current: one.id === section,
    }));
  return (
    <div className={css.side}>
      <SectionList label="Secciones de la ficha" items={items} />
      <MorePages caseId={caseId} page={page} />
    </div>
  );
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
      const isPlain = !event.ctrlKey && !event.altKey && !event.shiftKey && !event.metaKey;
      if (event.key !== 'F2' || !isPlain || isDialogOpen()) return;
      event.preventDefault();
      go(path, { caseId });
    };
    if (!may) return undefined;
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [caseId, go, may, path]);
}

function MorePages({ caseId, page }: { readonly caseId: string; readonly page: CasePage | null }) {
  const { actions } = useSession();
  const shown = codesOf(casePages).filter((id) => actions.includes(casePages[id].may));
  if (shown.length === 0) return null;
  return (
    <nav className={css.more} aria-label="Más de esta ficha">
      <ul>
        {shown.map((id) => (
          <li key={id}>
            <a href={hrefOf(casePages[id].path, { caseId })} aria-current={id === page ? 'page' : undefined}>
              {casePages[id].title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** A = 1 … H = 8. */
function withLetter(sections: CaseOverview['sections'], letter: number) {
  const id = formSectionIds.find((one) => (formSections[one].digits as readonly number[]).includes(letter));
  return sections.find((section) => section.id === id);
}

/**
 * The page that comes after this one for the reader; null after the last. Sections C to H are filled once the case
 * counts: until then the way goes on to the risk form and the validation.
 */
export function sectionAfter(overview: CaseOverview, section: SectionId): SectionId | null {
  const at = overview.sections.findIndex((one) => one.id === section);
  const later: readonly SectionId[] = overview.state === 'draft' ? plainSectionIds : [];
  return overview.sections.slice(at + 1).find((one) => one.canRead && !later.includes(one.id))?.id ?? null;
}
