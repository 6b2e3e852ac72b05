import { createContext, use, useCallback, useMemo } from 'react';
import { es } from '../es.ts';
import type { FieldWords } from './field.tsx';
import { SearchField } from './search-field.tsx';

/** «Distrito, provincia, departamento» under its INEI code of six digits. */
export type PlaceOption = { readonly code: string; readonly label: string };

const Places = createContext<readonly PlaceOption[]>([]);

/** Hands the list of districts to every place field; the people domain owns it. */
export const PlacesProvider = Places;

/** Words of a district by its code; null without one. */
export function usePlaceName(): (code: string | null) => string | null {
  const places = use(Places);
  const names = useMemo(() => new Map(places.map(({ code, label }) => [code, label])), [places]);
  return useCallback((code) => (code === null ? null : (names.get(code) ?? null)), [names]);
}

type Props = {
  readonly words: FieldWords;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: (() => void) | undefined;
};

export function PlaceField({ words, ...props }: Props) {
  const places = use(Places);
  const named = useMemo(() => ({ ...words, hint: words.hint ?? es.field.placeHint }), [words]);
  return <SearchField {...props} words={named} options={places} />;
}
