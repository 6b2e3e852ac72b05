import { use } from 'react';
import { get, type FieldValues } from 'react-hook-form';
import { Facts, Notice, PageTitle, Panel, PlacesProvider } from '../platform/ui/index.ts';
import { fieldLabel, fieldValue } from './forms/field-words.ts';

type Props = { readonly title: string; readonly values: FieldValues; readonly order: readonly string[] };

/** A section its reader may not change: what was answered, as text, in the order of the paper. */
export function ReadOnlySection({ title, values, order }: Props) {
  const places = use(PlacesProvider);
  const placeOf = (code: string) => places.find((place) => place.code === code)?.label ?? code;
  const rows = order
    .map((path) => ({ path, words: fieldValue(path, get(values, path), placeOf) }))
    .filter(({ words }) => words !== '—');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Notice>Solo lectura.</Notice>
      <Panel>
        {rows.length === 0 ? (
          <p>Todavía no hay respuestas.</p>
        ) : (
          <Facts of={rows.map(({ path, words }) => [fieldLabel(path), words])} />
        )}
      </Panel>
    </>
  );
}
