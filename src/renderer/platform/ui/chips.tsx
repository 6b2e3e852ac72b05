import css from './chips.module.css';

type Props<Id extends string> = {
  readonly label: string;
  readonly chips: readonly (readonly [id: Id, words: string])[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** Where a field beside them keeps the focus and its own key changes them. */
  readonly outOfTab?: true;
};

/** What of a list is shown, or how: one of a few. */
export function Chips<Id extends string>({ label, chips, chosen, onChoose, outOfTab }: Props<Id>) {
  return (
    <div className={css.chips} role="group" aria-label={label}>
      {chips.map(([id, words]) => (
        <button
          key={id}
          type="button"
          aria-pressed={id === chosen}
          tabIndex={outOfTab ? -1 : undefined}
          onMouseDown={outOfTab && ((event) => event.preventDefault())}
          onClick={() => onChoose(id)}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
