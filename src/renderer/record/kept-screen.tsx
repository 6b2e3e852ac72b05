import { Button } from '@mantine/core';
import { useState } from 'react';
import { fold } from '../../shared/platform/text.ts';
import type { ChoiceField, Fields, Kept, RecordOf } from '../../shared/record/index.ts';
import { announce } from '../platform/announce.ts';
import { useMay } from '../platform/session.tsx';
import {
  DataTable,
  FilteredEmpty,
  EmptyState,
  look,
  PageTitle,
  QueryState,
  SearchField,
  StateBadge,
  TextField,
  TickField,
  type Column,
} from '../platform/ui/index.ts';
import { KeptForm } from './kept-form.tsx';
import { KeptPane, PaneTitle } from './kept-pane.tsx';
import { activeLabel, useKept, useValueWords, type KeptThing } from './kept-thing.ts';
import css from './record.module.css';

type Chosen = { readonly id: string | null; readonly isChanging: boolean };
type Filter = { readonly text: string; readonly code: number | string | null; readonly withRetired: boolean };

/** A kept thing as a list with what is chosen beside it; while it is written, its form alone. */
export function KeptScreen<K extends Kept>({ of }: { readonly of: KeptThing<K> }) {
  const { thing, words } = of;
  const records = useKept(of);
  const mayWrite = useMay(of.write);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const add = mayWrite ? () => setChosen({ id: null, isChanging: true }) : null;
  const open = (id: string) => setChosen({ id, isChanging: false });
  const valueWords = useValueWords();
  const nameOf = (record: RecordOf<K>) => valueWords(thing.fields[thing.name], record[thing.name as keyof RecordOf<K>]);
  const draw = (all: readonly RecordOf<K>[]) => {
    const record = all.find(({ id }) => id === chosen?.id) ?? null;
    const title = <PaneTitle>{record === null ? words.add : nameOf(record)}</PaneTitle>;
    if (chosen?.isChanging === true)
      return (
        <section className={css.pane}>
          {title}
          <KeptForm
            {...{ of, record }}
            onCancel={() => (record === null ? setChosen(null) : open(record.id))}
            onKept={({ id }) => {
              announce(record === null ? 'Agregado.' : 'Cambios guardados.');
              open(id);
            }}
          />
        </section>
      );
    if (all.length === 0)
      return <EmptyState {...(add && { action: { label: words.add, onClick: add } })}>{words.none}</EmptyState>;
    return (
      <div className={record === null ? look.stack : css.panes}>
        <KeptList {...{ of, all, add }} onOpen={({ id }) => open(id)} />
        {record !== null && (
          <section className={css.pane} key={record.id}>
            {title}
            <KeptPane {...{ of, record }} onChange={() => setChosen({ id: record.id, isChanging: true })} />
          </section>
        )}
      </div>
    );
  };
  return (
    <div className={look.stack}>
      <PageTitle>{words.title}</PageTitle>
      <p>{words.lead}</p>
      <QueryState query={records}>{draw}</QueryState>
    </div>
  );
}

type ListProps<K extends Kept> = {
  readonly of: KeptThing<K>;
  readonly all: readonly RecordOf<K>[];
  readonly add: (() => void) | null;
  readonly onOpen: (record: RecordOf<K>) => void;
};

function KeptList<K extends Kept>({ of: { thing, words }, all, add, onOpen }: ListProps<K>) {
  const valueWords = useValueWords();
  const [filter, setFilter] = useState<Filter>({ text: '', code: null, withRetired: false });
  const { name, columns, order } = thing;
  const fields: Fields = thing.fields;
  const grouped = Object.entries(fields).find((entry): entry is [string, ChoiceField] => entry[1].kind === 'choice');
  const read = (record: RecordOf<K>, field: string) => valueWords(fields[field], record[field as keyof RecordOf<K>]);
  const fits = (record: RecordOf<K>) => {
    if (!record.isActive && !filter.withRetired) return false;
    if (filter.code !== null && grouped !== undefined && record[grouped[0] as keyof RecordOf<K>] !== filter.code)
      return false;
    const own = fold([name, ...columns].map((field) => read(record, field)).join(' '));
    return fold(filter.text)
      .split(/\s+/)
      .every((word) => own.includes(word));
  };
  const rank = (record: RecordOf<K>) => order.map((field) => read(record, field)).join(' ');
  const shown = all
    .filter(fits)
    .toSorted((one, other) => rank(one).localeCompare(rank(other), 'es', { numeric: true }));
  const drawn: Column<RecordOf<K>>[] = [name, ...columns].map((id) => ({
    ...{ id, title: fields[id]?.label ?? id, cell: (record) => read(record, id) },
  }));
  if (filter.withRetired)
    drawn.push({
      ...{ id: 'isActive', title: activeLabel },
      cell: ({ isActive }) => (
        <StateBadge tone={isActive ? 'done' : 'neutral'}>{isActive ? 'En uso' : 'Ya no se usa'}</StateBadge>
      ),
    });
  const codeWords = grouped?.[1].options.find(({ code }) => code === filter.code)?.label;
  return (
    <div className={look.stack}>
      <div className={css.filter}>
        <TextField
          words={{ label: 'Buscar', optional: true }}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.target.value })}
        />
        {grouped !== undefined && (
          <SearchField
            words={{ label: grouped[1].label, optional: true }}
            options={grouped[1].options}
            value={filter.code}
            onChange={(code) => setFilter({ ...filter, code })}
          />
        )}
        <TickField
          words={{ label: 'Mostrar lo que ya no se usa' }}
          value={filter.withRetired}
          onChange={(withRetired) => setFilter({ ...filter, withRetired })}
        />
        {add !== null && <Button onClick={add}>{words.add}</Button>}
      </div>
      {shown.length === 0 ? (
        <FilteredEmpty
          none="Ninguna entrada"
          filters={[
            ...(filter.text.trim() === '' ? [] : [filter.text.trim()]),
            ...(codeWords === undefined ? [] : [codeWords]),
            ...(filter.withRetired ? [] : ['en uso']),
          ]}
          onClear={() => setFilter({ text: '', code: null, withRetired: true })}
        />
      ) : (
        <DataTable
          caption={shown.length === 1 ? '1 entrada' : `${shown.length} entradas`}
          columns={drawn}
          rows={shown}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}
