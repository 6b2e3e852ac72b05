import { use, type ReactNode } from 'react';
import { caseStateLabels, plainSectionIds, type CaseOverview, type SectionId } from '../../shared/intake/index.ts';
import { OthersHere } from '../companions/index.ts';
import { hrefOf, type ScreenRoute } from '../platform/routes.ts';
import { ClosedContext, useSession } from '../platform/session.tsx';
import {
  Disclosure,
  Icon,
  Notice,
  PersonName,
  QueryState,
  ReadOnlyContext,
  Secret,
  RiskWord,
  sectionWords,
  StateBadge,
} from '../platform/ui/index.ts';
import css from './case-frame.module.css';
import { useCaseKeys } from './case-keys.ts';
import { rarePagesOf, tabsOf, type CaseLink, type CasePlace } from './case-tabs.ts';
import { useCase } from './queries.ts';
import {
  casePages,
  casePath,
  riskWord,
  sectionLetters,
  sectionPaths,
  sectionState,
  sectionTitles,
  tabOfSection,
  type CasePage,
  type CaseTab,
} from './words.ts';

type Props = {
  readonly caseId: string;
  /** The section shown; null on a page that is none. */
  readonly section?: SectionId | null;
  /** The page shown when it is none of the sections. */
  readonly page?: CasePage;
  /** Of a page that stands in no list; left out: «Historia». */
  readonly tab?: CaseTab;
  readonly children: (overview: CaseOverview) => ReactNode;
};

/** A page of a case: its bar, which stays, and below it the page itself. */
export function CaseFrame({ caseId, section = null, page, tab = 'story', children }: Props) {
  const overview = useCase(caseId);
  const here: CasePlace = {
    section,
    page: page ?? null,
    tab: section !== null ? tabOfSection(section) : page !== undefined ? casePages[page].tab : tab,
  };
  return (
    <QueryState query={overview}>
      {(data) => (
        <div className={css.case}>
          <CaseBar overview={data} here={here} />
          <div className={css.main}>
            <AsItIs isClosed={data.state === 'closed'} page={page ?? null}>
              {children(data)}
            </AsItIs>
          </div>
        </div>
      )}
    </QueryState>
  );
}

type Drawn = (overview: CaseOverview) => ReactNode;

/** A screen inside the frame of its case. */
export function caseScreen(path: string, place: Omit<Props, 'caseId' | 'children'>, draw: Drawn): ScreenRoute {
  const Screen: ScreenRoute['Screen'] = ({ params: { caseId = '' } }) => (
    <CaseFrame caseId={caseId} {...place}>
      {draw}
    </CaseFrame>
  );
  return { path, Screen, writes: null };
}

/** A section of a case, also one that another domain draws. */
export const caseSection = (section: SectionId, draw: Drawn) => caseScreen(sectionPaths[section], { section }, draw);

/** A page of a case that is none of the sections. */
export const casePage = (page: CasePage, draw: Drawn) => caseScreen(casePages[page].path, { page }, draw);

/** Where a closed ficha still takes something: what the court says, what comes back, who opens it. */
const takes: readonly (CasePage | null)[] = [
  'closing',
  'proceeding',
  'referrals',
  'custody',
  'files',
  'reserve',
  'ownData',
];

type AsItIsProps = { readonly isClosed: boolean; readonly page: CasePage | null; readonly children: ReactNode };

function AsItIs({ isClosed, page, children }: AsItIsProps) {
  const above = use(ReadOnlyContext);
  const here = isClosed && !takes.includes(page) ? <Notice>Ficha cerrada: solo se lee.</Notice> : above;
  return (
    <ClosedContext value={isClosed}>
      <ReadOnlyContext value={above ?? here}>{children}</ReadOnlyContext>
    </ClosedContext>
  );
}

type BarProps = { readonly overview: CaseOverview; readonly here: CasePlace };

function CaseBar({ overview, here }: BarProps) {
  useCaseKeys(overview, here.section);
  const risk = riskWord(overview.riskLevel);
  return (
    <section className={css.bar} aria-label="Persona y caso">
      <div className={css.who}>
        <span className={css.name}>
          <PersonName>{overview.userName}</PersonName>
        </span>
        <span>{overview.userAge === null ? 'Edad sin registrar' : `${overview.userAge} años`}</span>
        <a href={hrefOf(casePath, { caseId: overview.caseId })}>{`Ficha ${overview.number}`}</a>
        <RiskWord level={risk.level} word={risk.word} />
        <SafeContact contact={overview.contact} />
        {overview.isAddressReserved && (
          <span className={css.reserved}>
            <Icon name="lock" size={16} />
            Domicilio en reserva
          </span>
        )}
        <States overview={overview} />
        <OthersHere caseId={overview.caseId} />
        <RarePages overview={overview} here={here} />
      </div>
      <div className={css.second}>
        <Tabs overview={overview} here={here} />
        <Letters overview={overview} section={here.section} />
      </div>
    </section>
  );
}

/** How she may be called, before anybody does. */
function SafeContact({ contact }: Pick<CaseOverview, 'contact'>) {
  if (contact === null) return null;
  return (
    <span className={css.safe}>
      <Icon name="phone" size={16} />
      <Secret instead="Contacto con reserva">{contact}</Secret>
    </span>
  );
}

/** What changes how the case is worked with; what it is otherwise stands in «Historia». */
function States({ overview }: Pick<BarProps, 'overview'>) {
  return (
    <>
      {overview.isSealed && <StateBadge tone="warning">Ficha reservada</StateBadge>}
      {overview.reopened.length > 0 && <StateBadge tone="warning">Condición abierta otra vez</StateBadge>}
      {overview.unsettled.length > 0 && <StateBadge tone="warning">Identidad por confirmar</StateBadge>}
      {overview.isFromOldList && <StateBadge>De lista antigua</StateBadge>}
      {overview.state === 'closed' && <StateBadge>{caseStateLabels.closed}</StateBadge>}
    </>
  );
}

function RarePages({ overview, here }: BarProps) {
  const { actions } = useSession();
  const rare = rarePagesOf(overview, actions, here);
  if (rare.length === 0) return null;
  const label = 'Más de esta ficha';
  return (
    <div className={css.rare}>
      <Disclosure isBelow title={label} label={label} face={<Icon name="more" size={18} />}>
        <PageLinks links={rare} />
      </Disclosure>
    </div>
  );
}

function PageLinks({ links }: { readonly links: readonly CaseLink[] }) {
  return (
    <ul className={css.links}>
      {links.map(({ href, title, isCurrent }) => (
        <li key={href}>
          <a href={href} aria-current={isCurrent ? 'page' : undefined}>
            {title}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Tabs({ overview, here }: BarProps) {
  const { actions } = useSession();
  const tabs = tabsOf(overview, actions, here);
  const others = tabs.find(({ isOpen }) => isOpen)?.others ?? [];
  return (
    <>
      <nav aria-label="Partes de la ficha">
        <ul className={css.tabs}>
          {tabs.map(({ id, href, title, isOpen, isCurrent, waits }) => (
            <li key={id}>
              <a href={href} title={waits?.words} aria-current={isCurrent ? 'page' : isOpen ? 'true' : undefined}>
                {title}
                {waits !== null && <small aria-hidden="true">{waits.count}</small>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {others.length > 0 && (
        <nav aria-label={`Más de ${tabs.find(({ isOpen }) => isOpen)?.title ?? ''}`}>
          <PageLinks links={others} />
        </nav>
      )}
    </>
  );
}

type LettersProps = { readonly overview: CaseOverview; readonly section: SectionId | null };

/** The sections of the paper by their letter: underlined full where complete, short where begun. */
function Letters({ overview: { caseId, sections }, section }: LettersProps) {
  const shown = sectionLetters.flatMap(([id, letter]) => {
    const one = sections.find((any) => any.id === id);
    return one?.canRead === true ? [{ ...one, letter }] : [];
  });
  return (
    <nav className={css.letters} aria-label="Secciones de la ficha">
      <kbd aria-hidden="true">Alt 1–8</kbd>
      {shown.map((one) => {
        const name = `${sectionTitles[one.id]} ${sectionWords(sectionState(one))}`;
        return (
          <a
            key={one.id}
            href={hrefOf(sectionPaths[one.id], { caseId })}
            data-state={one.state}
            aria-current={one.id === section ? 'page' : undefined}
            aria-label={name}
            title={name}
          >
            {one.letter}
          </a>
        );
      })}
    </nav>
  );
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
