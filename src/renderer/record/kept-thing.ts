/** What the screens of a kept thing are given: its description, its procedures and its words. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import type { Action } from '../../shared/access/index.ts';
import type { CivilDate } from '../../shared/platform/dates.ts';
import type { Field, FormOf, Kept, KeptChange, RecordOf } from '../../shared/record/index.ts';
import type { ReadClient } from '../platform/client.ts';
import type { ActClient } from '../platform/forms/index.ts';
import { useRead } from '../platform/query.ts';
import { usePlaceName } from '../platform/ui/index.ts';

export type KeptThing<K extends Kept> = {
  readonly thing: K;
  /** Permission that changes it. */
  readonly write: Action;
  readonly list: (client: ReadClient) => Promise<{ readonly records: readonly RecordOf<K>[] }>;
  readonly changes: (client: ReadClient, id: RecordOf<K>['id']) => Promise<{ readonly changes: readonly KeptChange[] }>;
  readonly keep: (
    client: ActClient,
    input: { id: string | null; version: number | null; form: FormOf<K> },
  ) => Promise<RecordOf<K>>;
  readonly retire: (
    client: ActClient,
    input: { id: string; version: number; isActive: boolean },
  ) => Promise<RecordOf<K>>;
  readonly words: {
    readonly title: string;
    readonly lead: string;
    readonly add: string;
    /** While there is none, and who writes it. */
    readonly none: string;
    readonly retired: string;
    readonly whyRetire: string;
    readonly whyReturn: string;
  };
};

/** Every one, those no longer used too: lists and fields choose from it. */
export function useKept<K extends Kept>({ thing, list }: KeptThing<K>) {
  return useRead([thing.kind, 'list'], async (client) => (await list(client)).records);
}

export function useKeptChanges<K extends Kept>({ thing, changes }: KeptThing<K>, { id, version }: RecordOf<K>) {
  return useRead([thing.kind, 'changes', id, version], async (client) => (await changes(client, id)).changes);
}

/** Puts the answer of a change into the list: nothing is asked again. */
export function useTakeIn<K extends Kept>({ thing }: KeptThing<K>): (record: RecordOf<K>) => void {
  const queries = useQueryClient();
  return useCallback(
    (record) => {
      queries.setQueryData<readonly RecordOf<K>[]>([thing.kind, 'list'], (all) =>
        all === undefined ? all : [...all.filter(({ id }) => id !== record.id), record],
      );
    },
    [queries, thing.kind],
  );
}

export const activeLabel = 'En uso';

type Words = (field: Field | undefined, value: unknown) => string;

function plainWords(field: Field | undefined, value: number | string): string {
  switch (field?.kind) {
    case 'yesNo':
      return value === 1 ? 'Sí' : 'No';
    case 'choice':
      return field.options.find(({ code }) => code === value)?.label ?? String(value);
    case 'date':
      return formatCivilDate(String(value) as CivilDate);
    case 'number':
      return field.unit === undefined ? String(value) : `${value} ${field.unit}`;
    default:
      return String(value);
  }
}

/** A value as it is read; «—» while there is none. */
export function useValueWords(): Words {
  const placeName = usePlaceName();
  return (field, value) => {
    if (typeof value === 'boolean') return value ? 'Sí' : 'No';
    if (typeof value !== 'number' && typeof value !== 'string') return '—';
    return (field?.kind === 'place' ? placeName(String(value)) : null) ?? plainWords(field, value);
  };
}
