import { useState, type KeyboardEvent } from 'react';
import { es } from '../es.ts';
import { Field, type FieldWords } from './field.tsx';
import css from './fields.module.css';
import { Icon } from './icons.tsx';
import look from './options.module.css';
import { SearchField } from './search-field.tsx';

type YesNoProps = {
  readonly words: FieldWords;
  readonly value: 0 | 1 | null;
  readonly onChange: (value: 0 | 1 | null) => void;
  readonly onBlur?: (() => void) | undefined;
};

/** The number that stands beside each option and answers by its key: its code where all are 1 to 9, else its place. */
function numbersOf(options: readonly { readonly code: unknown }[]): readonly number[] {
  const isKey = (code: unknown) => typeof code === 'number' && code >= 1 && code <= 9;
  return options.map(({ code }, index) => (options.every((one) => isKey(one.code)) ? (code as number) : index + 1));
}

/** Drawn by the style sheet: it is no part of the words of the option. */
export function KeyNumber({ of }: { readonly of: number | undefined }) {
  return of === undefined ? null : <span className={look.number} data-number={of} aria-hidden="true" />;
}

type Stroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** Place of the option that a digit answers; -1 for any other key. */
function numbered(stroke: Stroke, numbers: readonly number[]): number {
  return isPlain(stroke) && /^[1-9]$/.test(stroke.key) ? numbers.indexOf(Number(stroke.key)) : -1;
}

const isPlain = ({ ctrlKey, altKey, metaKey }: Stroke) => !ctrlKey && !altKey && !metaKey;

/** A list that says Sí and No is answered like any yes or no (D32). */
const yesNoKeys: Readonly<Record<string, string>> = { [es.field.yes]: 's', [es.field.no]: 'n' };

type SegmentsProps<Code extends number | string> = ChoiceProps<Code> & {
  readonly numbers: readonly number[] | null;
};

/** Whether the words of the options are too long to stand side by side. */
export function isListed(labels: readonly string[]): boolean {
  const letters = labels.map((label) => label.length);
  return Math.max(...letters) > 34 || letters.reduce((sum, count) => sum + count, 0) > 90;
}

/** One answer of few: joined segments, or a list where their words are long. The radio buttons keep the keys of the platform. */
function Segments<Code extends number | string>(props: SegmentsProps<Code>) {
  const { words, options, value, onChange, onBlur, numbers, clearable = true } = props;
  const isLong = props.inline !== true && isListed(options.map(({ label }) => label));
  const press = (event: KeyboardEvent) => {
    if (!isPlain(event)) return;
    if (event.key === 'Delete' && clearable) {
      event.preventDefault();
      onChange(null);
    }
    const byLetter = options.find(({ label }) => yesNoKeys[label] === event.key.toLowerCase());
    const answer = byLetter ?? options[numbered(event, numbers ?? [])];
    if (answer === undefined) return;
    event.preventDefault();
    onChange(answer.code);
    focusOption(event.currentTarget, options.indexOf(answer));
  };
  return (
    <Field {...words} kind="group">
      {(aria) => (
        <div className={isLong ? look.listed : look.joined}>
          <div className={look.segments}>
            {options.map((option, index) => (
              <label key={option.code} className={look.segment}>
                <input
                  type="radio"
                  id={index === 0 ? aria.id : `${aria.id}-${String(option.code)}`}
                  name={aria.id}
                  required={aria['aria-required']}
                  checked={value === option.code}
                  onChange={() => onChange(option.code)}
                  onBlur={onBlur}
                  onKeyDown={press}
                />
                {numbers !== null && <KeyNumber of={numbers[index]} />}
                {option.label}
              </label>
            ))}
          </div>
          {clearable && value !== null && (
            <ClearButton onClear={() => onChange(null)} field={aria.id} label={words.label} />
          )}
        </div>
      )}
    </Field>
  );
}

/** What was answered by its key has the focus: the arrows go on from there. */
function focusOption(from: EventTarget, at: number): void {
  if (!(from instanceof HTMLInputElement)) return;
  const group = from.closest('fieldset') ?? from.parentElement;
  group?.querySelectorAll<HTMLInputElement>('input[type="radio"]').item(at).focus();
}

/** Two options, none chosen at first; empty is not No. Keys S, N and Supr while it has the focus. */
export function YesNoField(props: YesNoProps) {
  const options = [
    { code: 1, label: es.field.yes },
    { code: 0, label: es.field.no },
  ] as const;
  return <Segments {...props} options={options} numbers={null} />;
}

type ClearProps = { readonly onClear: () => void; readonly field: string; readonly label: string };

/** The way of the mouse and of the finger to no answer; the key is Supr, so it is no stop of its own. */
function ClearButton({ onClear, field, label }: ClearProps) {
  return (
    <button
      type="button"
      className={look.clear}
      tabIndex={-1}
      title={es.field.clear}
      onClick={() => {
        onClear();
        document.getElementById(field)?.focus();
      }}
    >
      <Icon name="close" size={16} />
      <span className="visually-hidden">{`${es.field.clear}: ${label}`}</span>
    </button>
  );
}

export type ChoiceOption = { readonly code: number | string; readonly label: string };

type ChoiceProps<Code extends number | string> = {
  readonly words: FieldWords;
  readonly options: readonly { readonly code: Code; readonly label: string }[];
  readonly value: Code | null;
  readonly onChange: (value: Code | null) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Side by side whatever their length. */
  readonly inline?: boolean | undefined;
  /** False where the field always has a value (shift, state of a document). */
  readonly clearable?: boolean;
};

/** From here on a list is searched, never scrolled. */
export const searchFrom = 8;

/** Segments below eight options, a search field from there on. */
export function ChoiceField<Code extends number | string>(props: ChoiceProps<Code>) {
  const { options } = props;
  if (options.length >= searchFrom) return <SearchField {...props} />;
  const isYesOrNo = options.length === 2 && options.every(({ label }) => label in yesNoKeys);
  return <Segments {...props} numbers={isYesOrNo ? null : numbersOf(options)} />;
}

type OneOfProps<Code extends number | string> = Omit<ChoiceProps<Code>, 'clearable' | 'onChange'> & {
  readonly onChange: (value: Code) => void;
};

/** One of a list that always has its answer. */
export function OneOfField<Code extends number | string>({ onChange, ...field }: OneOfProps<Code>) {
  return <ChoiceField {...field} clearable={false} onChange={(code) => code !== null && onChange(code)} />;
}

type TicksProps = {
  readonly words: FieldWords;
  readonly ticks: readonly { readonly name: string; readonly label: string }[];
  /** False where none of them is not told from not asked: of an empty answer nothing is said. */
  readonly asksNone?: boolean;
  /** The tick that excludes all others. */
  readonly none?: string | undefined;
  /** null: the question was not asked. */
  readonly value: readonly string[] | null;
  readonly onChange: (value: string[] | null) => void;
  readonly onBlur?: () => void;
};

const tickNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Check boxes in the order of the form; «Ninguno» clears and excludes the rest, and that can be undone. */
export function TicksField({ words, ticks, asksNone = true, none, value, onChange, onBlur }: TicksProps) {
  const [cleared, setCleared] = useState<readonly string[] | null>(null);
  const ticked = value ?? [];
  const said = asksNone ? value : undefined;
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
  const press = (event: KeyboardEvent) => {
    const ticked = ticks[numbered(event, tickNumbers)];
    if (ticked === undefined) return;
    event.preventDefault();
    toggle(ticked.name);
  };
  return (
    <Field {...words} kind="group">
      {(aria) => (
        <>
          <div className={ticks.length > 7 ? look.columns : look.boxes}>
            {ticks.map((tick, index) => (
              <label key={tick.name} className={look.option}>
                <input
                  type="checkbox"
                  id={index === 0 ? aria.id : `${aria.id}-${tick.name}`}
                  checked={ticked.includes(tick.name)}
                  onChange={() => toggle(tick.name)}
                  onBlur={onBlur}
                  onKeyDown={press}
                />
                <KeyNumber of={tickNumbers[index]} />
                {tick.label}
              </label>
            ))}
          </div>
          <div className={css.state}>
            <span role="status">
              {said === null && es.field.notAsked}
              {said?.length === 0 && es.field.askedNone}
              {cleared && es.field.noneChosen}
            </span>
            {cleared && (
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
            )}
            {/* A list with «Ninguno» has its own way to say so; here empty must not read as No. */}
            {none === undefined && said !== undefined && ticked.length === 0 && (
              <button type="button" className={css.plain} onClick={() => onChange(value === null ? [] : null)}>
                {value === null ? es.field.markNone : es.field.clear}
                <span className="visually-hidden">: {words.label}</span>
              </button>
            )}
          </div>
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
    <div data-field={words.label} data-columns={words.columns} data-optional>
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
