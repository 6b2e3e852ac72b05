/** Districts (INEI codes) found by words and shown by name. The caller loads the table; this only computes. */
import { rankedRows, searchable, type Searchable } from '../platform/search-rank.ts';

export type Place = { code: string; district: string; province: string; department: string };

/** As stored: code, district, province, department, RENIEC code. */
export type PlaceRow = readonly [code: string, district: string, province: string, department: string, reniec: string];

export type PlaceIndex = {
  readonly places: readonly Place[];
  /** Beside `places`, ready to be searched. */
  readonly rows: readonly Searchable[];
  readonly byCode: ReadonlyMap<string, Place>;
  readonly byReniec: ReadonlyMap<string, Place>;
};

/** UBIGEO of a residence abroad. */
export const abroadCode = '999999';

export function makePlaceIndex(rows: readonly PlaceRow[]): PlaceIndex {
  const places = rows.map(([code, district, province, department]) => ({ code, district, province, department }));
  const byCode = new Map(places.map((place) => [place.code, place]));
  const byReniec = new Map<string, Place>();
  for (const row of rows) {
    const place = byCode.get(row[0]);
    if (place !== undefined) byReniec.set(row[4], place);
  }
  const searchRows = places.map(({ district, province, department }) =>
    searchable(`${district}, ${province}, ${department}`),
  );
  return { places, rows: searchRows, byCode, byReniec };
}

/** Districts in which every typed word occurs: exact words, then beginnings, then parts; nothing typed finds nothing. */
export function searchPlaces({ places, rows }: PlaceIndex, text: string, limit = 50): Place[] {
  return rankedRows(rows, text, limit).flatMap((at) => places[at] ?? []);
}

/**
 * What is odd about a code of the register; null when it is in the INEI table or abroad. A document carries RENIEC codes,
 * so a code that only RENIEC knows is told with its district (bad inputs, row 35).
 */
export function placeDoubt(index: PlaceIndex, code: string): string | null {
  if (code === abroadCode || index.byCode.has(code)) return null;
  const meant = index.byReniec.get(code);
  if (meant === undefined) return 'Este código de distrito no se encontró en la tabla. Se guarda como está; revise.';
  return `Este código es de RENIEC: corresponde a ${placeLabel(index, meant.code)} (${meant.code}). Elija ese distrito.`;
}

/** «Distrito, provincia, departamento»; an unknown code is shown as it is, never lost. */
export function placeLabel(index: PlaceIndex, code: string): string {
  if (code === abroadCode) return 'Otro país';
  const place = index.byCode.get(code);
  return place === undefined ? `${code} (no encontrado)` : `${place.district}, ${place.province}, ${place.department}`;
}
