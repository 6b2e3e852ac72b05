/** Which pages make up the workplace of each role: nobody has more than seven entries. A new page joins one of them. */
import { isOnlyDesk, type Role } from '../shared/access/index.ts';
import { codesOf } from '../shared/platform/codes-of.ts';
import type { Place } from './platform/entries.ts';

type PlaceId = keyof typeof places;

/** In the order of the navigation; two roles in one person are joined in it. */
const places = {
  day: { label: 'Mi día', icon: 'home' },
  state: { label: 'Estado', icon: 'gear' },
  reception: { label: 'Recepción', icon: 'people' },
  agenda: { label: 'Agenda y plazos', icon: 'calendar', firstTab: 'Citas' },
  cases: { label: 'Casos', icon: 'box' },
  writs: { label: 'Escritos', icon: 'scales' },
  month: { label: 'Mes', icon: 'chart', firstTab: 'Cierre' },
  prevention: { label: 'Prevención', icon: 'horn' },
  papers: { label: 'Papeles y directorio', icon: 'file' },
  log: { label: 'Bitácora', icon: 'shield' },
  prints: { label: 'Impresiones', icon: 'print' },
  links: { label: 'Vínculos', icon: 'book' },
  staff: { label: 'Personal', icon: 'people' },
  centre: { label: 'Centro', icon: 'gear' },
} as const satisfies Readonly<Record<string, Pick<Place, 'label' | 'icon' | 'firstTab'>>>;

/** What the desk alone calls them. */
const deskLabels: Partial<Record<PlaceId, string>> = { agenda: 'Agenda', cases: 'Fichas' };

type Line = Partial<Readonly<Record<PlaceId, readonly string[]>>>;

const agenda = ['/citas', '/semana', '/llamadas', '/plazos'];
const papers = ['/directorio', '/papeles-en-blanco', '/registro-de-impresiones', '/verificar'];
const cases = ['/casos', '/buscar', '/derivaciones', '/registro-central'];
const professional: Line = {
  day: ['/', '/aprobaciones', '/correcciones', '/llegadas', '/cerrar-dia'],
  agenda,
  cases,
  papers,
};

/** Pages of each role, the one an entry opens first. What she may not open is not shown. */
const lines: Readonly<Record<Role, Line>> = {
  admission: { day: ['/', '/llegadas', '/cerrar-dia'], agenda, cases: ['/casos', '/buscar', '/correcciones'], papers },
  psychologist: professional,
  socialWorker: professional,
  lawyer: { ...professional, writs: ['/cargos', '/ajustes/tablas'] },
  preventionOfficer: { day: ['/', '/aprobaciones'], prevention: ['/prevencion'], papers },
  coordinator: {
    day: ['/', '/aprobaciones', '/correcciones'],
    reception: ['/llegadas', '/espera', '/cerrar-dia'],
    agenda,
    cases: [...cases, '/cargos'],
    month: ['/reporte', '/monitoreo', '/tablas', '/prevencion', '/serie-anual'],
    papers,
    centre: ['/personal', '/ajustes', '/importar', '/conflictos', '/auditoria', '/puesta-en-marcha'],
  },
  technicalSupport: { state: ['/ajustes'], staff: ['/personal'], log: ['/auditoria'] },
  auditor: {
    log: ['/auditoria'],
    prints: ['/registro-de-impresiones', '/verificar'],
    links: ['/conflictos'],
    staff: ['/personal'],
  },
  // Of another institution: what was handed over to it, and nothing else of the centre.
  policeCounterpart: { day: ['/'] },
  healthCounterpart: { day: ['/'] },
};

/** Entries whose pages the coordinator has within others. */
const single: readonly PlaceId[] = ['state', 'log', 'prints', 'links', 'staff'];
const most = 7;

function joined(roles: readonly Role[]): Map<PlaceId, string[]> {
  const pages = new Map<PlaceId, string[]>();
  for (const id of codesOf(places)) {
    const own = new Set(roles.flatMap((role) => lines[role][id] ?? []));
    if (own.size > 0) pages.set(id, [...own]);
  }
  // A page stands in one entry, the first that has it; those of one page alone give way.
  const taken = new Set<string>();
  const order = [...pages.keys()].sort((one, other) => Number(single.includes(one)) - Number(single.includes(other)));
  for (const id of order) {
    const left = (pages.get(id) ?? []).filter((page) => !taken.has(page));
    for (const page of left) taken.add(page);
    if (left.length === 0) pages.delete(id);
    else pages.set(id, left);
  }
  const writs = pages.get('writs');
  if (pages.size > most && writs !== undefined) {
    pages.set('cases', [...(pages.get('cases') ?? []), ...writs]);
    pages.delete('writs');
  }
  return pages;
}

/** The entries of somebody with these roles, each with its pages. */
export function workplacesOf(roles: readonly Role[]): Place[] {
  const isDesk = isOnlyDesk(roles);
  return [...joined(roles)].map(([id, pages]) => {
    const { label, icon, firstTab }: Pick<Place, 'label' | 'icon' | 'firstTab'> = places[id];
    const silent = isDesk && id === 'day' ? ['/llegadas'] : [];
    return { label: (isDesk && deskLabels[id]) || label, icon, pages, silent, firstTab };
  });
}
