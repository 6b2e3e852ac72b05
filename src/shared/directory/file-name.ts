/** How a desk wants the file called: words of its own and places for the numbers of the writ, never for a name. */

const places = ['expediente', 'escrito', 'numero', 'fecha'] as const;
export type FileNamePlaces = Readonly<Record<(typeof places)[number], string | null>>;

const place = new RegExp(`\\{(${places.join('|')})\\}`, 'g');

/** Letters, digits and hyphens, with at least one place: the same name for every writ would be another's. */
export function isFileNamePattern(pattern: string): boolean {
  return pattern.search(place) !== -1 && /^[a-zñáéíóúü0-9-]*$/.test(pattern.replace(place, ''));
}

/** «{expediente}-escrito-{escrito}» → the words of the name; a number that the writ does not have yet is left out. */
export function nameByPattern(pattern: string, values: FileNamePlaces): string {
  return pattern.replace(place, (_whole, name: keyof FileNamePlaces) => values[name] ?? '');
}
