import { useMemo } from 'react';
import { blankValues, formSchema, type FormOf, type Kept, type RecordOf } from '../../shared/record/index.ts';
import { FormHead, LeaveGuard, useSectionForm } from '../platform/forms/index.ts';
import { look, PlainButton, ButtonRow } from '../platform/ui/index.ts';
import { FormFields } from './form-fields.tsx';
import { useTakeIn, type KeptThing } from './kept-thing.ts';

type Props<K extends Kept> = {
  readonly of: KeptThing<K>;
  /** Null for a new one. */
  readonly record: RecordOf<K> | null;
  /** What a new one begins with. */
  readonly start?: Partial<FormOf<K>>;
  readonly onKept: (record: RecordOf<K>) => void;
  /** Absent inside a dialog, which has its own way out. */
  readonly onCancel?: () => void;
};

/** The form of a kept thing; no `form` element, so that it may stand in a dialog over another form. */
export function KeptForm<K extends Kept>({ of, record, start, onKept, onCancel }: Props<K>) {
  const { thing, keep, words } = of;
  const takeIn = useTakeIn(of);
  const schema = useMemo(() => formSchema<Kept>(thing), [thing]);
  const names = Object.keys(thing.fields);
  const { id = null, version = null } = record ?? {};
  const values = { ...blankValues(thing.fields), ...start, ...record };
  const form = useSectionForm<FormOf<Kept>>({
    schema,
    defaultValues: Object.fromEntries(names.map((name) => [name, values[name as keyof typeof values]])) as FormOf<Kept>,
    ...{ id: thing.kind, sentAs: 'form' },
  });
  const save = () =>
    form.send((sent, client) => keep(client, { id, version, form: sent as FormOf<K> }), {
      done: (kept) => {
        takeIn(kept);
        onKept(kept);
      },
    });
  return (
    <div className={look.stack}>
      <FormHead form={form} order={names} />
      <FormFields fields={thing.fields} form={form} />
      <ButtonRow busy={form.busy} label={record === null ? words.add : 'Guardar cambios'} onClick={() => void save()}>
        {onCancel !== undefined && <PlainButton onClick={onCancel}>Cancelar</PlainButton>}
      </ButtonRow>
      <LeaveGuard form={form} />
    </div>
  );
}
