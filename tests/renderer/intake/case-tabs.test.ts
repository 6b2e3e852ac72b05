import { describe, expect, it } from 'vitest';
import { rarePagesOf, tabsOf } from '../../../src/renderer/intake/case-tabs.ts';
import { casePages, caseTabs } from '../../../src/renderer/intake/words.ts';
import { sectionIds, type CaseOverview, type SectionId } from '../../../src/shared/intake/index.ts';

const overview = (readable: readonly SectionId[]) =>
  ({
    caseId: 'case',
    unsettled: [],
    sections: sectionIds.map((id) => ({ id, canRead: readable.includes(id) })),
  }) as unknown as CaseOverview;

const everything = Object.values(casePages).map(({ may }) => may);
const story = { section: null, page: null, tab: 'story' } as const;

describe('tabs of a case', () => {
  it('hold every page once, a rare one behind «···»', () => {
    const whole = overview(sectionIds);
    const tabs = tabsOf(whole, everything, story);
    expect(tabs.map(({ title }) => title)).toEqual(Object.values(caseTabs));
    const shown = [...tabs, ...tabs.flatMap(({ others }) => others), ...rarePagesOf(whole, everything, story)];
    for (const { path } of Object.values(casePages))
      expect(
        shown.filter(({ href }) => href === `#${path.replace('$caseId', 'case')}`),
        path,
      ).toHaveLength(1);
    expect(rarePagesOf(whole, everything, story).map(({ title }) => title)).toEqual([
      ...['Inserción y reintegración', 'Sus datos: pedidos y copia', 'Actas de recepción', 'Historial de esta ficha'],
      'Quién abrió este caso',
      ...['Reserva de esta ficha', 'Cierre de la ficha', 'Corregir esta ficha'],
    ]);
  });

  it('count what waits there: answers of sections that were begun and may be read, identities to confirm', () => {
    const whole = overview(['a', 'b']);
    const sections = whole.sections.map((one) => ({
      ...one,
      missing: 3,
      state: one.id === 'b' ? 'notStarted' : 'inProgress',
    }));
    const counted = { ...whole, sections, unsettled: [{}] } as CaseOverview;
    const waits = tabsOf(counted, everything, story).map(({ id, waits: found }) => [id, found?.count ?? null]);
    expect(waits).toEqual([
      ['story', null],
      ['form', 3],
      ['persons', 1],
      ['proceeding', null],
      ['papers', null],
    ]);
    expect(tabsOf(whole, everything, story).every(({ waits: none }) => none === null)).toBe(true);
  });

  it('are those of which the reader may open a page', () => {
    const tabs = tabsOf(overview(['a']), ['registerForm.readA'], story);
    expect(tabs.map(({ title }) => title)).toEqual(['Historia', 'Ficha', 'Personas']);
    expect(tabs.flatMap(({ others }) => others)).toEqual([]);
  });

  it('say where one is, also below a page that stands in no list', () => {
    const open = (place: Parameters<typeof tabsOf>[2]) =>
      tabsOf(overview(sectionIds), everything, place).find(({ isOpen }) => isOpen);
    expect(open(story)).toMatchObject({ title: 'Historia', isCurrent: true });
    expect(open({ section: null, page: 'files', tab: 'papers' })).toMatchObject({ title: 'Papeles', isCurrent: false });
    expect(open({ section: null, page: null, tab: 'persons' })).toMatchObject({ title: 'Personas', isCurrent: false });
  });
});
