import { describe, expect, it } from 'vitest';
import districts from '../../../resources/places/districts.json' with { type: 'json' };
import { makeSearchIndex } from '../../../src/renderer/platform/ui/search-index.ts';
import { makePlaceIndex, placeLabel, searchPlaces, type PlaceRow } from '../../../src/shared/people/index.ts';
import { rankedRows, searchable } from '../../../src/shared/platform/search-rank.ts';

function ranked(labels: readonly string[], query: string): string[] {
  return rankedRows(labels.map(searchable), query, 50).flatMap((at) => labels[at] ?? []);
}

describe('a list searched by typing', () => {
  it('shows exact words before beginnings, and beginnings before parts', () => {
    const labels = ['Comadrona', 'Madre sola', 'Hogar de una madre', 'Madres del vaso', 'Casa de madres', 'Padre'];
    expect(ranked(labels, 'madre')).toEqual(['Madre sola', 'Hogar de una madre', 'Madres del vaso', 'Casa de madres']);
    expect(ranked(labels, 'adr')).toEqual([
      'Comadrona',
      'Madre sola',
      'Hogar de una madre',
      'Madres del vaso',
      'Casa de madres',
      'Padre',
    ]);
  });

  it('keeps the order of the list among equals, reads no accents, and wants every word', () => {
    expect(ranked(['Ñaña uno', 'Naná dos', 'Otra'], 'nana')).toEqual(['Ñaña uno', 'Naná dos']);
    expect(ranked(['Comisaría Huanta', 'Comisaría Lima'], 'huanta comisaria')).toEqual(['Comisaría Huanta']);
    expect(ranked(['Uno'], ' , ')).toEqual([]);
  });

  it('shows the list from its beginning when nothing is typed, 50 at most', () => {
    const options = Array.from({ length: 60 }, (_one, at) => ({ label: `Oficina ${at}` }));
    expect(makeSearchIndex(options)('  ')).toEqual(options.slice(0, 50));
    expect(makeSearchIndex(options)('oficina')).toHaveLength(50);
    // Row 59 stands behind the first fifty and is still the one meant.
    expect(makeSearchIndex(options)('59')).toEqual([options[59]]);
  });
});

describe('districts', () => {
  const index = makePlaceIndex(districts as unknown as PlaceRow[]);
  const options = index.places.map(({ code }) => ({ code, label: placeLabel(index, code) }));
  const inField = makeSearchIndex(options);

  it.each([
    ['huanta', 'Huanta, Huanta, Ayacucho'],
    ['huanta huanta', 'Huanta, Huanta, Ayacucho'],
    ['Huánta', 'Huanta, Huanta, Ayacucho'],
    ['san martin el dorado', 'San Martín, El Dorado, San Martín'],
    ['cusco', 'Cusco, Cusco, Cusco'],
    ['lima', 'Lima, Lima, Lima'],
    ['san juan de lurigancho', 'San Juan de Lurigancho, Lima, Lima'],
  ])('«%s» finds %s first, in the place field and in the search of places', (typed, label) => {
    expect(inField(typed)[0]?.label).toBe(label);
    expect(placeLabel(index, searchPlaces(index, typed)[0]?.code ?? '')).toBe(label);
  });

  it('every district is the first for its own whole name', () => {
    const lost = options.filter(({ label }) => inField(label)[0]?.label !== label);
    expect(lost.map(({ label }) => label)).toEqual([]);
  });
});
