/** «Buscar o hacer»: persons, fichas, acts, pages and help from every screen. Nothing that is typed is kept anywhere. */
import { useRouterState } from '@tanstack/react-router';
import { use, useEffect, useState } from 'react';
import { fold } from '../shared/platform/text.ts';
import { casePages } from './intake/index.ts';
import { usePersonHits } from './people/index.ts';
import { openNovelty } from './proceedings/index.ts';
import { es } from './platform/es.ts';
import { AskHelp, type Hit } from './platform/help/index.ts';
import type { Place } from './platform/entries.ts';
import { follow, type Area } from './platform/routes.ts';
import { useSession, useSessionAccess } from './platform/session.tsx';
import { Icon, Palette, useDiscretion, type PaletteGroup, type PaletteItem } from './platform/ui/index.ts';
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

function Opened({ areas, onClose }: { readonly areas: readonly Area[]; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const persons = usePersonHits(text);
  const places = usePlaces(areas);
  const help = useHelpHits(text);
  const isTyped = text.trim().length >= fewest;
  const groups: readonly PaletteGroup[] = [
    { title: 'Personas y fichas', items: isTyped ? persons.items : [] },
    ...places.map(({ title, items }) => ({ title, items: isTyped ? items.filter(fits(text)) : items })),
    { title: 'Ayuda', items: isTyped ? help : [] },
  ];
  const first = groups.flatMap(({ items }) => items).find(({ run }) => run !== null)?.run ?? null;
  return (
    <Palette
      text={text}
      onText={(next) => {
        setText(next);
        persons.type(next);
      }}
      groups={groups.filter(({ items }) => items.length > 0)}
      says={isTyped ? persons.says : []}
      foot={persons.searchAll === null ? footWithout : footWith}
      onEnter={isTyped ? (persons.searchAll ?? first) : null}
      onClose={onClose}
    />
  );
}

const footWith =
  '↓ marca, Enter abre. Sin marcar, Enter busca personas. La búsqueda queda en la bitácora, sin lo escrito.';
const footWithout = '↓ marca, Enter abre. Sin marcar, Enter abre lo primero.';

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
