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
