/** Small forms of a case page: one sending at a time under one key, what is wrong said above the fields. */
import { useRef, useState } from 'react';
import type { FieldValues, Path } from 'react-hook-form';
import { newKey } from '../platform/client.ts';
import { Controlled, summaryOf, useProblemFocus, type SectionForm } from '../platform/forms/index.ts';
import { ChoiceField, ErrorSummary, Problem, type FieldWords } from '../platform/ui/index.ts';

/**
 * Sends once however often the button is pressed: the key is the same until an answer came, so that what was stored
 * already is not stored again (a slow disk, Enter held).
 */
export function useOnce() {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const key = useRef(newKey());
  const run = async (work: (key: string) => Promise<unknown>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await work(key.current);
    } finally {
      key.current = newKey();
      running.current = false;
      setBusy(false);
    }
  };
  return { busy, run };
}

type HeadProps<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly order: readonly string[];
};

export function FormHead<Values extends FieldValues>({ form, order }: HeadProps<Values>) {
  const problem = useProblemFocus(form);
  return (
    <>
      <ErrorSummary items={summaryOf(form, order)} attempt={form.attempt} />
      {form.problem !== null && (
        <div ref={problem} tabIndex={-1}>
          <Problem words={form.problem} />
        </div>
      )}
    </>
  );
}

type ChoiceProps<Values extends FieldValues> = {
  readonly form: SectionForm<Values>;
  readonly name: Path<Values>;
  readonly words: Omit<FieldWords, 'error' | 'id' | 'onChanges' | 'warning'>;
  readonly options: readonly { readonly code: string; readonly label: string }[];
  readonly inline?: boolean;
};

/** One of a list that always ends up answered. */
export function Choice<Values extends FieldValues>({
  form,
  name,
  words,
  options,
  inline = false,
}: ChoiceProps<Values>) {
  return (
    <Controlled form={form} name={name} words={words}>
      {({ words: drawn, value, onChange, onBlur }) => (
        <ChoiceField
          inline={inline}
          clearable={false}
          words={drawn}
          options={options}
          value={value === '' ? null : (value as string | null)}
          onChange={onChange}
          onBlur={onBlur}
        />
      )}
    </Controlled>
  );
}
