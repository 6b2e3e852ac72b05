import { EmptyState } from './parts.tsx';

type Props = {
  /** «Ningún caso», «Nada de la historia». */
  readonly none: string;
  /** What was asked of the list, in words. */
  readonly filters: readonly string[];
  readonly onClear: () => void;
};

const listed = new Intl.ListFormat('es-PE', { type: 'conjunction' });

/** A list that a filter left empty: which one, and the way out of it. */
export function FilteredEmpty({ none, filters, onClear }: Props) {
  const words = listed.format(filters.map((filter) => `«${filter}»`));
  return (
    <EmptyState
      action={{ label: 'Quitar filtros', onClick: onClear, reads: true }}
    >{`${none} con ${words}.`}</EmptyState>
  );
}
