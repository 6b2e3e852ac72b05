import { get, type FieldValues } from 'react-hook-form';
import type { CaseOverview } from '../../shared/intake/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { Facts, Notice, PageTitle, Panel } from '../platform/ui/index.ts';
import { fieldLabel, useFieldValue } from './forms/field-words.ts';

type Props = {
  readonly title: string;
  readonly overview: Pick<CaseOverview, 'state' | 'isFromOldList'>;
  readonly values: FieldValues;
  readonly order: readonly string[];
};

/** Why it may only be read, and how to have it mended. */
function Why({ overview: { state, isFromOldList } }: Pick<Props, 'overview'>) {
  const mayAsk = useMay('correction.ask');
  if (isFromOldList) return <Notice>Ficha de una lista antigua: solo se lee.</Notice>;
  if (state === 'closed') return <Notice>Ficha cerrada: solo se lee.</Notice>;
  return (
    <Notice>
      Solo lectura: la escribe el servicio que tiene el caso.{' '}
      {mayAsk && <a href={hrefOf('/correcciones')}>Pedir que se corrija</a>}
    </Notice>
  );
}

/** A section its reader may not change: what was answered, as text, in the order of the paper. */
export function ReadOnlySection({ title, overview, values, order }: Props) {
  const valueOf = useFieldValue();
  const rows = order
    .map((path) => ({ path, words: valueOf(path, get(values, path)) }))
    .filter(({ words }) => words !== '—');
  return (
    <>
      <PageTitle>{title}</PageTitle>
      <Why overview={overview} />
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
