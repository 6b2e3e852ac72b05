import css from './chips.module.css';

type Props<Id extends string> = {
  readonly label: string;
  readonly chips: readonly (readonly [id: Id, words: string])[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
};

/** What of a list is shown, or how: one of a few. */
export function Chips<Id extends string>({ label, chips, chosen, onChoose }: Props<Id>) {
  return (
    <div className={css.chips} role="group" aria-label={label}>
      {chips.map(([id, words]) => (
        <button key={id} type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
          {words}
        </button>
      ))}
    </div>
  );
}
