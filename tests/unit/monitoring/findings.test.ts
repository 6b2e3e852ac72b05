/** What a month says, in words: nothing, one, several, half, all. */
import { describe, expect, it } from 'vitest';
import {
  indicatorOf,
  tileWords,
  type IndicatorId,
  type IndicatorView,
  type Tally,
} from '../../../src/shared/monitoring/index.ts';
import type { Month } from '../../../src/shared/platform/dates.ts';

const may = '2026-05' as Month;

function tally(id: IndicatorId, counts: Readonly<Record<string, number>>, more: Partial<Tally> = {}): Tally {
  const cells = Object.entries(counts).map(([kind, count]) => ({ kind, count, p50: null, p90: null }));
  const { kinds } = indicatorOf(id).measure;
  const own = cells.filter(({ kind }) => kinds === null || kinds.includes(kind));
  const count = own.reduce((sum, one) => sum + one.count, 0);
  return { month: may, figure: count, p90: null, count, cells, ...more };
}

const people: Record<string, string> = { luz: 'Luz I.', paula: 'Paula I.', legal: 'Legal' };
function said(id: IndicatorId, counts: Readonly<Record<string, number>>, more: Partial<Tally> = {}) {
  const { finding, beside } = indicatorOf(id);
  const labelOf = (kind: string) => people[kind] ?? kind;
  const of = tally(id, counts, more);
  return [finding(of, labelOf), beside(of, labelOf)];
}

describe('a finding', () => {
  it('of the cases by type', () => {
    expect(said('types', {})).toEqual(['Ningún caso en mayo', 'casos en mayo']);
    expect(said('types', { physical: 1 })).toEqual(['Un caso: violencia física', 'caso en mayo: 1 físico']);
    expect(said('types', { physical: 6, psychological: 12, sexual: 4, economic: 2 })).toEqual([
      'Violencia psicológica: la mitad',
      'casos en mayo: 12 psicológicos, 6 físicos, 4 sexuales, 2 económicos',
    ]);
    expect(said('types', { physical: 3 })[0]).toBe('Violencia física: todos los casos');
    expect(said('types', { physical: 5, sexual: 2 })[0]).toBe('Violencia física: 5 de 7');
    expect(said('types', { physical: 2, sexual: 2, economic: 1 })[0]).toBe('Violencia física y sexual: 2 cada una');
    expect(said('types', { physical: 2, sexual: 2, economic: 2 })[0]).toBe('6 casos: ningún tipo es mayor');
  });

  it('of the severe risks', () => {
    expect(said('severe', {})).toEqual(['Ningún riesgo severo por valorar', 'ninguno vencía en mayo']);
    expect(said('severe', { inTime: 2, late: 1 })).toEqual([
      'Todos los severos, valorados de nuevo',
      'de 3 que vencían en mayo',
    ]);
    expect(said('severe', { pending: 1 })).toEqual(['Un severo sin valorar de nuevo', 'de 1 que vencía en mayo']);
    expect(said('severe', { pending: 4, inTime: 5 })).toEqual([
      'Cuatro severos sin valorar de nuevo',
      'de 9 que vencían en mayo',
    ]);
  });

  it('of what comes back', () => {
    expect(said('repeats', {})).toEqual(['Ninguna pareja con dos hechos', 'y nadie denunciado por varias mujeres']);
    expect(said('repeats', { pair: 1, accused: 1 })).toEqual([
      'Una pareja con dos hechos o más',
      'y 1 persona denunciada por varias mujeres',
    ]);
    expect(said('repeats', { pair: 6, accused: 3 })).toEqual([
      'Seis parejas con dos hechos o más',
      'y 3 personas denunciadas por varias mujeres',
    ]);
  });

  it('of the waiting, «nueve de diez» only of ten and more', () => {
    const nobody = { figure: null, count: 0 };
    expect(said('waiting', {}, nobody)).toEqual(['Sin llegadas atendidas en mayo', 'nada que medir']);
    const few = { figure: 1, p90: 1, count: 1 };
    expect(said('waiting', {}, few)).toEqual(['La mitad espera 1 minuto o menos', 'minutos, de 1 llegada']);
    const many = { figure: 36, p90: 74, count: 10 };
    expect(said('waiting', {}, many)).toEqual([
      'La mitad espera 36 minutos o menos',
      'minutos; nueve de diez, hasta 74',
    ]);
  });

  it('of the measures', () => {
    const none = { figure: null };
    expect(said('measures', {}, none)).toEqual(['Sin pedidos de medidas en mayo', 'nada que medir; 0 en ejecución']);
    expect(said('measures', { granted: 1, executed: 1 }, none)[0]).toBe('Medidas: 0 pedidas, 1 concedida');
    expect(said('measures', { asked: 14, granted: 11, executed: 6 }, { figure: 3 })).toEqual([
      'Medidas: 14 pedidas, 11 concedidas',
      'días del ingreso al pedido; 6 en ejecución',
    ]);
    expect(said('measures', { asked: 1 }, { figure: 1 })[1]).toBe('día del ingreso al pedido; 0 en ejecución');
  });

  it('of what is overdue', () => {
    expect(said('overdue', {})).toEqual(['Ningún caso sin contacto hace 30 días', 'y ningún plazo pasado']);
    expect(said('overdue', { contact: 1, term: 1 })).toEqual(['Un caso sin contacto hace 30 días', 'y 1 plazo pasado']);
    expect(said('overdue', { contact: 9, term: 13 })).toEqual([
      'Nueve casos sin contacto hace 30 días',
      'y 13 plazos pasados',
    ]);
    expect(said('overdue', { contact: 36 })[0]).toBe('36 casos sin contacto hace 30 días');
  });

  it('of the integral attention', () => {
    expect(said('integral', {})).toEqual(['Atención integral: nadie en mayo', 'de 0; dos servicios o más: 0']);
    expect(said('integral', { less: 3 })[0]).toBe('Nadie tuvo atención integral');
    expect(said('integral', { integral: 3 })[0]).toBe('Todos tuvieron atención integral');
    expect(said('integral', { integral: 12, interdisciplinary: 7, less: 5 })).toEqual([
      'La mitad tuvo atención integral',
      'de 24; dos servicios o más: 19',
    ]);
    expect(said('integral', { integral: 1, less: 4 })[0]).toBe('Atención integral: 1 de 5');
  });

  it('of the referrals', () => {
    expect(said('referrals', {})).toEqual(['Ninguna derivación en mayo', 'de 0 respondidas']);
    expect(said('referrals', { answered: 1 })).toEqual(['Todas las derivaciones, respondidas', 'de 1 respondida']);
    expect(said('referrals', { answered: 2, late: 1 })[0]).toBe('Una derivación sin respuesta');
    expect(said('referrals', { answered: 13, late: 2, waiting: 2, closed: 1 })).toEqual([
      'Cinco derivaciones sin respuesta',
      'de 18 respondidas',
    ]);
  });

  it('of the workload: the most beside the least', () => {
    expect(said('workload', {})).toEqual(['Nadie tiene casos a cargo', 'casos a cargo; ninguna ficha en mayo']);
    expect(said('workload', { held: 1, luz: 1, complete: 1 })).toEqual([
      'Luz lleva 1 caso',
      'caso a cargo; 1 de 1 ficha del mes, completa',
    ]);
    expect(said('workload', { held: 33, luz: 31, paula: 14, legal: 22, missing: 2, complete: 22 })).toEqual([
      'Luz lleva 31 casos, el doble que Paula',
      'casos a cargo; 22 de 24 fichas del mes, completas',
    ]);
    expect(said('workload', { luz: 30, paula: 10 })[0]).toBe('Luz lleva 30 casos, el triple que Paula');
    expect(said('workload', { luz: 31, legal: 25 })[0]).toBe('Luz lleva 31 casos, Legal 25');
    expect(said('workload', { luz: 20, paula: 20 })[0]).toBe('Cada profesional lleva 20 casos');
  });
});

describe('a tile', () => {
  it('says a dash where there is nothing to measure', () => {
    const view: IndicatorView = {
      ...{ id: 'waiting', kinds: [], parts: [], whole: tally('waiting', {}) },
      tallies: Array.from({ length: 12 }, () => tally('waiting', {}, { figure: null, count: 0 })),
    };
    expect(tileWords(view).figure).toBe('–');
  });
});
