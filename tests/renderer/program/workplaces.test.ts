/** The navigation of every role: at most seven entries, and every page she may open stands in one place. */
import { describe, expect, it } from 'vitest';
import { createApp } from '../../../src/renderer/app.tsx';
import { entriesOf } from '../../../src/renderer/platform/entries.ts';
import { workplacesOf } from '../../../src/renderer/workplaces.ts';
import { mayEver, roles, type Role } from '../../../src/shared/access/index.ts';

const transport = { invoke: () => Promise.reject(new Error('not used')), subscribe: () => () => undefined };
const areas = createApp({ kind: 'direct', transport } as never).parts.modules.flatMap((module) => module.areas);

function entries(own: readonly Role[], path = '/') {
  const actions = areas.flatMap(({ action }) =>
    action !== undefined && mayEver(own, action as never) ? [action] : [],
  );
  return entriesOf(workplacesOf(own), { areas, actions, path });
}

const told = (own: readonly Role[]) =>
  entries(own).map(({ label, links }) => `${label}: ${links.map((link) => link.label).join(', ')}`);

const agenda = 'Citas, Semana, Llamadas, Plazos';
const papers = 'Papeles y directorio: Directorio, Papeles en blanco, Registro de impresiones, Verificar código';

describe('navigation', () => {
  it('shows each role its workplace', () => {
    const professional = [
      'Mi día: Mi día, Aprobaciones, Correcciones pedidas, Orden de llegada, Cerrar el día',
      `Agenda y plazos: ${agenda}`,
      'Casos: Casos, Buscar, Derivaciones, Registro central',
    ];
    expect(told(['admission'])).toEqual([
      'Mi día: Mi día, Orden de llegada, Cerrar el día',
      'Agenda: Citas, Semana, Plazos',
      'Fichas: Casos, Buscar, Correcciones pedidas',
      papers,
    ]);
    expect(told(['psychologist'])).toEqual([...professional, papers]);
    expect(told(['socialWorker'])).toEqual([...professional, papers]);
    expect(told(['lawyer'])).toEqual([...professional, 'Escritos: Cargos de hoy, Tablas y reglas', papers]);
    expect(told(['coordinator'])).toEqual([
      'Mi día: Mi día, Aprobaciones, Correcciones pedidas',
      'Recepción: Orden de llegada, Espera, Cerrar el día',
      `Agenda y plazos: ${agenda}`,
      'Casos: Casos, Buscar, Derivaciones, Registro central, Cargos de hoy',
      'Mes: Reporte mensual, Monitoreo, Tablas, Prevención, Serie anual',
      papers,
      'Centro: Personal, Ajustes, Importar lista, Conflictos, Auditoría, Puesta en marcha',
    ]);
    expect(told(['preventionOfficer'])).toEqual([
      'Mi día: Mi día',
      'Prevención: Prevención',
      'Papeles y directorio: Directorio',
    ]);
    expect(told(['technicalSupport'])).toEqual(['Estado: Ajustes', 'Bitácora: Auditoría', 'Personal: Personal']);
    expect(told(['auditor'])).toEqual([
      'Bitácora: Auditoría',
      'Impresiones: Registro de impresiones, Verificar código',
      'Vínculos: Conflictos',
      'Personal: Personal',
    ]);
    expect(told(['policeCounterpart'])).toEqual(['Mi día: Mi día']);
    expect(told(['healthCounterpart'])).toEqual(['Mi día: Mi día']);
  });

  it('has at most seven entries for any two functions in one person, and each page once', () => {
    for (const one of roles)
      for (const other of roles) {
        const found = entries([one, other]);
        expect(found.length, `${one} ${other}`).toBeLessThanOrEqual(7);
        const pages = found.flatMap(({ links }) => links.map(({ href }) => href));
        expect(new Set(pages).size, `${one} ${other}`).toBe(pages.length);
      }
  });

  it('has a place for every page of the program', () => {
    const placed = new Set(roles.flatMap((role) => workplacesOf([role]).flatMap(({ pages }) => pages)));
    expect(areas.map(({ path }) => path).filter((path) => !placed.has(path))).toEqual([]);
  });

  it('says where one is: on a page, below one, in a case, and nowhere', () => {
    const here = (path: string) => {
      const at = entries(['coordinator'], path).filter(({ current }) => current);
      return at.map(({ label, links }) => [label, ...links.filter(({ current }) => current).map((link) => link.label)]);
    };
    expect(here('/')).toEqual([['Mi día', 'Mi día']]);
    expect(here('/personal/nuevo')).toEqual([['Centro', 'Personal']]);
    expect(here('/casos/x/riesgo')).toEqual([['Casos', 'Casos']]);
    expect(here('/no-existe')).toEqual([]);
  });

  it('leaves out what she may not open', () => {
    expect(
      entriesOf(workplacesOf(['coordinator']), { areas, actions: [], path: '/' }).map(({ label }) => label),
    ).toEqual(['Mi día']);
  });
});
