import { get, type FieldValues } from 'react-hook-form';
import { Facts, Notice, PageTitle, Panel } from '../platform/ui/index.ts';
import { fieldLabel, useFieldValue } from './forms/field-words.ts';

type Props = { readonly title: string; readonly values: FieldValues; readonly order: readonly string[] };

/** A section its reader may not change: what was answered, as text, in the order of the paper. */
export function ReadOnlySection({ title, values, order }: Props) {
  const valueOf = useFieldValue();
  const rows = order
    .map((path) => ({ path, words: valueOf(path, get(values, path)) }))
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
