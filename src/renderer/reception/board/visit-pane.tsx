import type { VisitLine } from '../../../shared/reception/index.ts';
import { hrefOf } from '../../platform/routes.ts';
import { PlainButton } from '../../platform/ui/index.ts';
import type { Names } from '../names.ts';
import css from './board.module.css';
import { NameLine } from './name-line.tsx';
import { forWhom } from './rows.ts';

type Props = {
  readonly visit: VisitLine;
  readonly names: Names;
  readonly busy: boolean;
  readonly onArrived: (visit: VisitLine) => void;
};

/** Who is expected: what was noted of the visit is read with her name alone. */
export function VisitPane({ visit, names, busy, onArrived }: Props) {
  return (
    <>
      <header className={css.head}>
        <h2>{visit.time}</h2>
      </header>
      <NameLine name={visit.name} names={names} />
      <dl className={css.facts}>
        <dt>Cita con</dt>
        <dd>{forWhom(visit)}</dd>
        {names.areShown && visit.note !== null && (
          <>
            <dt>Nota</dt>
            <dd>{visit.note}</dd>
          </>
        )}
      </dl>
      {visit.name !== null && (
        <div className={css.acts}>
          <PlainButton
            aria-disabled={busy}
            aria-keyshortcuts="Enter"
            rightSection={<kbd aria-hidden="true">Enter</kbd>}
            onClick={() => onArrived(visit)}
          >
            Llegó
          </PlainButton>
        </div>
      )}
      <a href={hrefOf('/citas')}>Ver o registrar citas</a>
    </>
  );
}
