/** Districts (INEI codes) found by words and shown by name. The caller loads the table; this only computes. */

export type Place = { code: string; district: string; province: string; department: string };

/** As stored: code, district, province, department, RENIEC code. */
export type PlaceRow = readonly [code: string, district: string, province: string, department: string, reniec: string];

export type PlaceIndex = {
  readonly places: readonly Place[];
  readonly keys: readonly string[];
  readonly byCode: ReadonlyMap<string, Place>;
  readonly byReniec: ReadonlyMap<string, Place>;
};

/** UBIGEO of a residence abroad. */
export const abroadCode = '999999';

function searchKey(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export function makePlaceIndex(rows: readonly PlaceRow[]): PlaceIndex {
  const places = rows.map(([code, district, province, department]) => ({ code, district, province, department }));
  const byCode = new Map(places.map((place) => [place.code, place]));
  const byReniec = new Map<string, Place>();
  for (const row of rows) {
    const place = byCode.get(row[0]);
    if (place !== undefined) byReniec.set(row[4], place);
  }
  const keys = places.map((place) => searchKey(`${place.district} ${place.province} ${place.department}`));
  return { places, keys, byCode, byReniec };
}

/** Districts in which every typed word occurs, without regard to accents; table order; nothing typed finds nothing. */
export function searchPlaces(index: PlaceIndex, text: string, limit = 50): Place[] {
  const words = searchKey(text)
    .split(/[\s,]+/)
    .filter((word) => word !== '');
  const found: Place[] = [];
  if (words.length === 0) return found;
  for (const [position, key] of index.keys.entries()) {
    if (found.length >= limit) break;
    const place = index.places[position];
    if (place !== undefined && words.every((word) => key.includes(word))) found.push(place);
  }
  return found;
}

/** «Distrito, provincia, departamento»; an unknown code is shown as it is, never lost. */
export function placeLabel(index: PlaceIndex, code: string): string {
  if (code === abroadCode) return 'Otro país';
  const place = index.byCode.get(code);
  return place === undefined ? `${code} (no encontrado)` : `${place.district}, ${place.province}, ${place.department}`;
}
