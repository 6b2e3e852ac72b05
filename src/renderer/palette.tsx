/** «Buscar o hacer»: persons, fichas, acts, pages and help from every screen. Nothing that is typed is kept anywhere. */
import { useRouterState } from '@tanstack/react-router';
import { use, useEffect, useState } from 'react';
import { isOnlyDesk } from '../shared/access/index.ts';
import { documentKindLabels, typedSerialNumber } from '../shared/papers/index.ts';
import { codesOf } from '../shared/platform/codes-of.ts';
import type { CaseId } from '../shared/platform/ids.ts';
import { fold } from '../shared/platform/text.ts';
import { formatCivilDate } from '../shared/platform/typed-date.ts';
import { nextPaths } from './day/index.ts';
import { casePages, sectionPaths } from './intake/index.ts';
import { usePersonHits } from './people/index.ts';
import { openNovelty } from './proceedings/index.ts';
import { useClient } from './platform/client.ts';
import { es } from './platform/es.ts';
import { AskHelp, type Hit } from './platform/help/index.ts';
import type { Place } from './platform/entries.ts';
import { follow, type Area } from './platform/routes.ts';
import { asOfNow, useRead } from './platform/query.ts';
import { useMay, useSession, useSessionAccess } from './platform/session.tsx';
import {
  Icon,
  Palette,
  useDiscretion,
  type PaletteAct,
  type PaletteGroup,
  type PaletteItem,
} from './platform/ui/index.ts';
import css from './palette.module.css';
import { workplacesOf } from './workplaces.ts';

type Act = Pick<PaletteItem, 'icon' | 'label' | 'keys' | 'stays'> & {
  /** Row of the permission table; none where everybody may. */
  readonly may?: string;
  readonly path?: string;
  readonly run?: () => void;
};

/** Acts that are no page of a workplace. */
const acts: readonly Act[] = [
  { label: 'Registrar llegada', icon: 'queue', keys: 'Alt N', may: 'case.open', path: '/llegada' },
  { label: 'Preguntan por otra persona', icon: 'people', may: 'case.open', path: '/consulta-por-persona' },
  { label: 'Llama una institución', icon: 'people', may: 'case.open', path: '/instituciones' },
  {
    label: 'Avisar de un hecho nuevo',
    icon: 'warning',
    keys: 'Mayús F4',
    may: 'novelty.append',
    run: openNovelty,
    stays: true,
  },
  { label: 'Proponer a una persona del personal', icon: 'people', may: 'staff.create', path: '/personal/nuevo' },
  { label: 'Hacer una copia', icon: 'box', may: 'backup.run', path: '/ajustes/copias' },
  { label: 'Cambiar mi contraseña o mi PIN', icon: 'lock', path: '/ajustes/contrasena' },
  { label: 'Declarar un vínculo', icon: 'book', path: '/ajustes/vinculos' },
];

/** The button at the head of the navigation, and what it opens; `areas` are the pages of every domain. */
export function PaletteDoor({ areas }: { readonly areas: readonly Area[] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button id="app-search" type="button" className={css.door} title={es.search.label} onClick={() => setOpen(true)}>
        <Icon name="search" size={18} />
        <span>{es.search.label}</span>
        <kbd aria-hidden="true">{es.search.key}</kbd>
      </button>
      {isOpen && <Opened areas={areas} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Fewer letters tell nothing apart: nothing is asked, and all that can be done is shown. */
const fewest = 2;

type Kind = 'all' | 'persons' | 'cases' | 'acts' | 'papers' | 'help';

/** What each looks for, and what is said where nothing is shown. */
const kindWords: Readonly<Record<Kind, { readonly label: string; readonly hint: string }>> = {
  all: { label: 'Todo', hint: 'Ninguna acción ni página coincide con lo escrito.' },
  persons: { label: 'Personas', hint: 'Escriba un nombre, un documento o un teléfono.' },
  cases: { label: 'Fichas', hint: 'Escriba un nombre o el número de una ficha.' },
  acts: { label: 'Acciones', hint: 'Ninguna acción ni página coincide con lo escrito.' },
  papers: { label: 'Papeles', hint: 'Escriba el número que está en el papel: E-2026-000001.' },
  help: { label: 'Ayuda', hint: 'Escriba una palabra de lo que busca.' },
};

function Opened({ areas, onClose }: { readonly areas: readonly Area[]; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const { kinds, mayFind, isPaper } = useKinds();
  const persons = usePersonHits(text, useCaseActs());
  const papers = usePaperHits(text);
  const places = usePlaces(areas);
  const help = useHelpHits(text);
  const isTyped = text.trim().length >= fewest;
  const typed = (items: readonly PaletteItem[]) => (isTyped ? items : []);
  const all: readonly (PaletteGroup & { readonly of: Kind })[] = [
    { of: 'persons', title: 'Personas y fichas', items: typed(persons.items) },
    { of: 'cases', title: 'Fichas', items: typed(persons.items.filter(({ run }) => run !== null)) },
    { of: 'papers', title: 'Papeles', items: typed(papers.items) },
    ...places.map(({ title, items }) => ({
      ...{ of: 'acts' as const, title, items: isTyped ? items.filter(fits(text)) : items },
    })),
    { of: 'help', title: 'Ayuda', items: typed(help) },
  ];
  const groups = all.filter(({ of, items }) => items.length > 0 && isShown(kind, of));
  const first = groups.flatMap(({ items }) => items).find(({ run }) => run !== null)?.run ?? null;
  const searchAll = papers.asks ? null : persons.searchAll;
  const asksPersons = isTyped && asksFor(kind, papers);
  return (
    <Palette
      text={text}
      onText={(next) => {
        setText(next);
        persons.type(isPaper(next) ? '' : next);
      }}
      groups={groups}
      says={asksPersons && mayFind ? persons.says : saysOf(kind, papers, groups.length === 0)}
      foot={searchAll === null ? footWithout : footWith}
      note={mayFind ? noteWords : ''}
      kinds={{
        chips: kinds.map((one) => [one, kindWords[one].label]),
        chosen: kind,
        onChoose: (id) => setKind(kinds.find((one) => one === id) ?? 'all'),
      }}
      onEnter={isTyped ? ((asksPersons ? searchAll : null) ?? first) : null}
      onClose={onClose}
    />
  );
}

/** Where no persons are asked for. */
function saysOf(kind: Kind, papers: PaperHits, isEmpty: boolean): readonly string[] {
  const asksPapers = papers.asks && (kind === 'all' || kind === 'papers');
  const said = asksPapers ? papers.says : isEmpty ? kindWords[kind].hint : null;
  return said === null ? [] : [said];
}

const personKinds: readonly Kind[] = ['all', 'persons', 'cases'];
const asksFor = (kind: Kind, papers: PaperHits): boolean => !papers.asks && personKinds.includes(kind);

/** What this person can look for. */
function useKinds() {
  const isDesk = isOnlyDesk(useSession().staff.roles);
  const mayFind = useMay('person.findByName') && !isDesk;
  const mayPapers = useMay('document.list');
  const isPaper = (text: string) => mayPapers && typedSerialNumber(text) !== null;
  const may: Partial<Record<Kind, boolean>> = { persons: mayFind, cases: mayFind, papers: mayPapers };
  return { kinds: codesOf(kindWords).filter((kind) => may[kind] ?? true), mayFind, isPaper };
}

/** A ficha that was found stands under its person already. */
const isShown = (kind: Kind, of: Kind) => (kind === 'all' ? of !== 'cases' : of === kind);

const footWith = '↑ ↓ marca, Enter abre. Sin marcar, Enter busca personas. También Ctrl B y F3.';
const footWithout = '↑ ↓ marca, Enter abre. Sin marcar, Enter abre lo primero.';
const noteWords = 'Solo aparecen fichas que usted puede abrir. La búsqueda queda en la bitácora, sin lo escrito.';

/** What can be done with a ficha that was found, without opening it first. */
function useCaseActs(): (caseId: CaseId) => readonly PaletteAct[] {
  const client = useClient();
  const [mayNext, mayRisk, mayPapers] = [useMay('alert.read'), useMay('risk.assess'), useMay('document.list')];
  const next = async (caseId: CaseId) => {
    const open = '/casos/$caseId';
    const [item] = await client.readCaseNext({ caseId }).then(
      ({ items }) => items,
      () => [],
    );
    follow(item === undefined ? open : nextPaths[item.page], { caseId });
  };
  const alt = (key: string) => ({ key, ctrlKey: false, altKey: true });
  return (caseId) => [
    ...(mayNext
      ? [
          {
            ...{ keys: 'Ctrl Enter', stroke: { key: 'Enter', ctrlKey: true, altKey: false }, label: 'Lo que sigue' },
            run: () => void next(caseId),
          },
        ]
      : []),
    ...(mayRisk
      ? [
          {
            keys: 'Alt R',
            stroke: alt('r'),
            label: 'Valorar el riesgo',
            run: () => follow(sectionPaths.risk, { caseId }),
          },
        ]
      : []),
    ...(mayPapers
      ? [{ keys: 'Alt P', stroke: alt('p'), label: 'Papeles', run: () => follow(sectionPaths.documents, { caseId }) }]
      : []),
  ];
}

const noPaper = 'No hay un papel con ese número entre los que usted puede ver.';

type PaperHits = {
  readonly items: readonly PaletteItem[];
  /** A number of a paper was typed: nobody is called so. */
  readonly asks: boolean;
  readonly says: string | null;
};

/** A paper by the number that stands on it; what was typed is kept under no key once the palette closes. */
function usePaperHits(text: string): PaperHits {
  const number = typedSerialNumber(text);
  const may = useMay('document.list');
  const { data } = useRead(['papers', 'number', number], (client) => client.findPaper({ number: number ?? '' }), {
    ...asOfNow,
    enabled: may && number !== null,
  });
  const items = (data?.papers ?? []).map((paper): PaletteItem => ({
    ...{ id: paper.id, icon: 'file', label: documentKindLabels[paper.kind], also: paper.number },
    below: `Ficha ${paper.caseNumber} · emitido el ${formatCivilDate(paper.issuedOn)}`,
    run: () => follow(sectionPaths.documents, { caseId: paper.caseId }),
    opens: 'Abrir los papeles de su ficha',
  }));
  return { items, asks: may && number !== null, says: data !== undefined && items.length === 0 ? noPaper : null };
}

/** Every word of what was typed, in any order, without accents. */
function fits(text: string): (item: PaletteItem) => boolean {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return ({ label }) => words.every((word) => fold(label).includes(word));
}

/** What this person may do and where she may go, the ficha in sight first. */
function usePlaces(areas: readonly Area[]): readonly PaletteGroup[] {
  const { actions, isReadOnly, staff } = useSession();
  const { storing } = useSessionAccess();
  const discretion = useDiscretion();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const caseId = /^\/casos\/([0-9a-f-]{36})(?:\/|$)/.exec(path)?.[1] ?? null;
  const may = (action: string | undefined) =>
    action === undefined || (actions.includes(action) && !(isReadOnly && storing.has(action)));
  const ofCase: PaletteItem[] =
    caseId === null
      ? []
      : Object.values(casePages)
          .filter((one) => may(one.may))
          .map((one) => ({
            ...{ id: one.path, icon: 'file', label: one.title, run: () => follow(one.path, { caseId }) },
          }));
  const done: PaletteItem[] = acts
    .filter((act) => may(act.may))
    .map(({ may: _right, path: to, run, ...act }) => ({
      ...act,
      id: act.label,
      run: run ?? (() => follow(to ?? '/')),
    }));
  const words = discretion.isOn ? 'Quitar la discreción' : 'Poner la discreción';
  const hide: PaletteItem = {
    ...{ id: 'discretion', icon: 'hidden', label: words, keys: es.discretion.key, run: discretion.toggle, stays: true },
  };
  const pages = areas.filter((area) => may(area.action));
  const itemOf = ({ path: to, label }: Area, place: Place | null): PaletteItem => ({
    ...{ id: to, icon: place?.icon ?? 'file', label, run: () => follow(to) },
    ...(place === null || place.label === label ? {} : { keys: place.label }),
  });
  // In the order of the navigation; last what stands under her own name.
  const places = workplacesOf(staff.roles);
  const placed = places.flatMap((place) =>
    place.pages.flatMap((to) => pages.filter((area) => area.path === to).map((area) => itemOf(area, place))),
  );
  const own = pages.filter(({ path: to }) => !placed.some(({ id }) => id === to)).map((area) => itemOf(area, null));
  return [
    { title: 'En esta ficha', items: ofCase },
    { title: 'Hacer', items: [...done, hide] },
    { title: 'Ir a', items: [...placed, ...own] },
  ];
}

const mostHelp = 3;

/** The manual comes when the palette opens; what it does not have while it comes is not found yet. */
function useHelpHits(text: string): readonly PaletteItem[] {
  const ask = use(AskHelp);
  const [find, setFind] = useState<((query: string) => readonly Hit[]) | null>(null);
  useEffect(() => {
    import('./platform/help/pages.ts').then(
      ({ findInManual }) => setFind(() => findInManual),
      () => undefined,
    );
  }, []);
  return (find?.(text) ?? []).slice(0, mostHelp).map((hit) => ({
    ...{ id: `${hit.page} ${hit.anchor ?? ''}`, icon: 'book', label: hit.title, below: hit.pageTitle, stays: true },
    run: () => ask(hit),
  }));
}
