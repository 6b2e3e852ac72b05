import { useState, type KeyboardEvent } from 'react';
import { es } from '../es.ts';
import { Field, type FieldWords } from './field.tsx';
import css from './fields.module.css';
import { SearchField } from './search-field.tsx';

type YesNoProps = {
  readonly words: FieldWords;
  readonly value: 0 | 1 | null;
  readonly onChange: (value: 0 | 1 | null) => void;
  readonly onBlur?: () => void;
  /** Sentences instead of Sí and No where the instrument has them. */
  readonly sentences?: { readonly yes: string; readonly no: string };
};

/** Two options, none chosen at first; empty is not No. Keys S, N and Supr while it has the focus. */
export function YesNoField({ words, value, onChange, onBlur, sentences }: YesNoProps) {
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const answers = new Map<string, 0 | 1 | null>([
      ['s', 1],
      ['n', 0],
      ['delete', null],
    ]);
    const answer = answers.get(event.key.toLowerCase());
    if (answer === undefined) return;
    event.preventDefault();
    onChange(answer);
  };
  const options = [
    { code: 1, label: sentences?.yes ?? es.field.yes },
    { code: 0, label: sentences?.no ?? es.field.no },
  ] as const;
  return (
    <Field {...words} kind="group">
      {(aria) => (
        <div className={sentences ? css.options : css.inline}>
          {options.map((option, index) => (
            <label key={option.code} className={css.option}>
              <input
                type="radio"
                id={index === 0 ? aria.id : `${aria.id}-${option.code}`}
                name={aria.id}
                checked={value === option.code}
                onChange={() => onChange(option.code)}
                onBlur={onBlur}
                onKeyDown={keys}
              />
              {option.label}
            </label>
          ))}
          {value !== null && <ClearButton onClear={() => onChange(null)} field={aria.id} />}
        </div>
      )}
    </Field>
  );
}

function ClearButton({ onClear, field }: { readonly onClear: () => void; readonly field: string }) {
  return (
    <button
      type="button"
      className={css.plain}
      onClick={() => {
        onClear();
        document.getElementById(field)?.focus();
      }}
    >
      {es.field.clear}
    </button>
  );
}

export type ChoiceOption = { readonly code: number | string; readonly label: string };

type ChoiceProps<Code extends number | string> = {
  readonly words: FieldWords;
  readonly options: readonly { readonly code: Code; readonly label: string }[];
  readonly value: Code | null;
  readonly onChange: (value: Code | null) => void;
  readonly onBlur?: () => void;
  readonly inline?: boolean;
  /** False where the field always has a value (shift, state of a document). */
  readonly clearable?: boolean;
};

/** A list that says Sí and No is answered like any yes or no (D32). */
const yesNoKeys: Readonly<Record<string, string>> = { [es.field.yes]: 's', [es.field.no]: 'n' };

/** From here on a list is searched, never scrolled. */
const searchFrom = 8;

/** Radio buttons below eight options, a search field from there on. */
export function ChoiceField<Code extends number | string>({ inline, clearable = true, ...props }: ChoiceProps<Code>) {
  if (props.options.length >= searchFrom) return <SearchField {...props} />;
  const { words, options, value, onChange, onBlur } = props;
  return (
    <Field {...words} kind="group">
      {(aria) => (
        <div className={inline ? css.inline : css.options}>
          {options.map((option, index) => (
            <label key={option.code} className={css.option}>
              <input
                type="radio"
                id={index === 0 ? aria.id : `${aria.id}-${String(option.code)}`}
                name={aria.id}
                checked={value === option.code}
                onChange={() => onChange(option.code)}
                onBlur={onBlur}
                onKeyDown={(event) => {
                  if (event.ctrlKey || event.altKey || event.metaKey) return;
                  if (event.key === 'Delete' && clearable) onChange(null);
                  const answer = options.find(({ label }) => yesNoKeys[label] === event.key.toLowerCase());
                  if (answer !== undefined) onChange(answer.code);
                }}
              />
              {option.label}
            </label>
          ))}
          {clearable && value !== null && <ClearButton onClear={() => onChange(null)} field={aria.id} />}
        </div>
      )}
    </Field>
  );
}

type TicksProps = {
  readonly words: FieldWords;
  readonly ticks: readonly { readonly name: string; readonly label: string }[];
  /** The tick that excludes all others. */
  readonly none?: string | undefined;
  /** null: the question was not asked. */
  readonly value: readonly string[] | null;
  readonly onChange: (value: string[] | null) => void;
  readonly onBlur?: () => void;
};

/** Check boxes in the order of the form; «Ninguno» clears and excludes the rest, and that can be undone. */
export function TicksField({ words, ticks, none, value, onChange, onBlur }: TicksProps) {
  const [cleared, setCleared] = useState<readonly string[] | null>(null);
  const ticked = value ?? [];
  const toggle = (name: string) => {
    const others = ticked.filter((other) => other !== name);
    const removing = others.length < ticked.length;
    if (name === none && !removing) {
      setCleared(others.length > 0 ? others : null);
      onChange([name]);
      return;
    }
    setCleared(null);
    const kept = removing ? others : [...others.filter((other) => other !== none), name];
    const inOrder = ticks.map((tick) => tick.name).filter((tick) => kept.includes(tick));
    onChange(inOrder.length === 0 ? null : inOrder);
  };
  return (
    <Field {...words} kind="group">
      {(aria) => (
        <>
          <div className={ticks.length > 6 ? css.columns : css.options}>
            {ticks.map((tick, index) => (
              <label key={tick.name} className={css.option}>
                <input
                  type="checkbox"
                  id={index === 0 ? aria.id : `${aria.id}-${tick.name}`}
                  checked={ticked.includes(tick.name)}
                  onChange={() => toggle(tick.name)}
                  onBlur={onBlur}
                />
                {tick.label}
              </label>
            ))}
          </div>
          <div className={css.state} role="status">
            {value === null && es.field.notAsked}
            {value?.length === 0 && es.field.askedNone}
            {cleared && (
              <>
                {es.field.noneChosen}
                <button
                  type="button"
                  className={css.plain}
                  onClick={() => {
                    onChange([...cleared]);
                    setCleared(null);
                  }}
                >
                  {es.field.undo}
                </button>
              </>
            )}
          </div>
          {/* A list with «Ninguno» has its own way to say so; here empty must not read as No. */}
          {none === undefined && ticked.length === 0 && (
            <button type="button" className={css.plain} onClick={() => onChange(value === null ? [] : null)}>
              {value === null ? es.field.markNone : es.field.clear}
              <span className="visually-hidden">: {words.label}</span>
            </button>
          )}
        </>
      )}
    </Field>
  );
}

type TickProps = {
  readonly words: FieldWords;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  readonly onBlur?: () => void;
};

/** One box with its label beside it. */
export function TickField({ words, value, onChange, onBlur }: TickProps) {
  return (
    <div>
      <label className={css.tick}>
        <input
          type="checkbox"
          id={words.id}
          checked={value}
          onBlur={onBlur}
          onChange={(event) => onChange(event.target.checked)}
        />
        {words.label}
      </label>
      {words.hint !== undefined && <p className={css.tickHint}>{words.hint}</p>}
    </div>
  );
}
