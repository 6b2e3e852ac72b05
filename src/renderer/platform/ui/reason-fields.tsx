import { optionsOf } from '../../../shared/record/index.ts';
import { OneOfField } from './option-fields.tsx';
import { TextField } from './text-fields.tsx';

export type Reason<Code extends string> = { readonly code: Code | null; readonly words: string };

/** What stands in the way of a reason from the list; null when nothing does. */
export function reasonProblem({ code, words }: Reason<string>): string | null {
  if (code === null) return 'Elija un motivo.';
  return code === 'other' && words.trim() === '' ? 'Escriba el motivo.' : null;
}

/** As it travels: words only for «Otro» (D6). */
export function reasonOf<Code extends string>({ code, words }: Reason<Code>) {
  return { reason: code as Code, words: code === 'other' ? words.trim() : null };
}

type Props<Code extends string> = {
  readonly id: string;
  readonly label?: string;
  readonly labels: Readonly<Record<Code, string>>;
  readonly value: Reason<Code>;
  readonly onChange: (value: Reason<Code>) => void;
  /** Whether it was tried to go on. */
  readonly tried: boolean;
};

export function ReasonFields<Code extends string>(props: Props<Code>) {
  const { id, label = 'Motivo', labels, value, onChange, tried } = props;
  const problem = tried ? reasonProblem(value) : null;
  return (
    <>
      <OneOfField
        words={{ label, id, error: value.code === null ? (problem ?? undefined) : undefined }}
        options={optionsOf(labels)}
        value={value.code}
        onChange={(code) => onChange({ ...value, code })}
      />
      {value.code === 'other' && (
        <TextField
          words={{ label: 'Escriba el motivo', id: `${id}-words`, error: problem ?? undefined }}
          maxLength={300}
          value={value.words}
          onChange={(event) => onChange({ ...value, words: event.target.value })}
        />
      )}
    </>
  );
}
