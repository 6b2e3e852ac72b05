import { useMemo, useState } from 'react';
import type { FormOf, Kept, RecordOf } from '../../shared/record/index.ts';
import { announce } from '../platform/announce.ts';
import { useMay } from '../platform/session.tsx';
import { Dialog, PlainButton, QueryState, SearchField, type FieldWords } from '../platform/ui/index.ts';
import { KeptForm } from './kept-form.tsx';
import { useKept, useValueWords, type KeptThing } from './kept-thing.ts';
import css from './record.module.css';

type Props<K extends Kept> = {
  readonly of: KeptThing<K>;
  readonly words: FieldWords;
  readonly value: RecordOf<K>['id'] | null;
  /** The record comes along, so that a form may take what it says. */
  readonly onChange: (value: RecordOf<K>['id'] | null, record: RecordOf<K> | null) => void;
  readonly onBlur?: () => void;
  /** Which may be chosen here; all in use without it. */
  readonly fits?: (record: RecordOf<K>) => boolean;
  /** What one that is added here begins with. */
  readonly start?: Partial<FormOf<K>>;
};

/** Chooses one by typing part of what a list says of it; adds a missing one for whoever may. */
export function KeptField<K extends Kept>({ of, fits, start, value, onChange, ...field }: Props<K>) {
  const { thing, words } = of;
  const records = useKept(of);
  const mayWrite = useMay(of.write);
  const valueWords = useValueWords();
  const [isAdding, setIsAdding] = useState(false);
  const options = useMemo(() => {
    const shown = [thing.name, ...thing.columns.filter((name) => thing.fields[name]?.kind !== 'text')];
    const wordsOf = (record: RecordOf<K>) =>
      shown
        .map((name) => valueWords(thing.fields[name], record[name as keyof RecordOf<K>]))
        .filter((text) => text !== '—')
        .join(' · ');
    return (records.data ?? [])
      .filter((record) => (record.isActive && (fits?.(record) ?? true)) || record.id === value)
      .map((record) => ({ code: record.id, label: `${wordsOf(record)}${record.isActive ? '' : ' (ya no se usa)'}` }));
  }, [records.data, fits, thing, value, valueWords]);
  return (
    <QueryState query={records}>
      {(all) => (
        <div className={css.field}>
          <SearchField
            {...field}
            width="full"
            options={options}
            value={value}
            onChange={(id) => onChange(id, all.find((one) => one.id === id) ?? null)}
          />
          {mayWrite && (
            <PlainButton small onClick={() => setIsAdding(true)}>
              {words.add}
            </PlainButton>
          )}
          {isAdding && (
            <Dialog
              {...{ isWide: true, beginsAtField: true, title: words.add }}
              cancel={{ label: 'Cancelar', onClick: () => setIsAdding(false) }}
            >
              <KeptForm
                {...{ of, record: null, ...(start !== undefined && { start }) }}
                onKept={(kept) => {
                  setIsAdding(false);
                  announce('Agregado.');
                  onChange(kept.id, kept);
                }}
              />
            </Dialog>
          )}
        </div>
      )}
    </QueryState>
  );
}
