import css from './parts.module.css';

type Props = {
  readonly label: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
};

export function WorkBar({ label, done, total }: Props) {
  return (
    <div className={css.work} role="status">
      <span>{total === 0 ? `${label}…` : `${label}: ${done} de ${total}`}</span>
      <progress className={css.workBar} aria-label={label} max={Math.max(total, 1)} value={done} />
    </div>
  );
}
