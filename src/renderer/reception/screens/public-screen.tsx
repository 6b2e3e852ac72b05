import { useEffect, useRef } from 'react';
import { serviceLabels } from '../../../shared/access/index.ts';
import { timeOf } from '../../../shared/platform/clock.ts';
import { useGo } from '../../platform/routes.ts';
import { PlainButton, look, QueryState } from '../../platform/ui/index.ts';
import { useApplicationNow, usePublicBoard } from '../queries.ts';
import css from '../reception.module.css';

/** For a screen that visitors see: numbers and services. No name reaches this page at all. */
export function PublicScreen() {
  const board = usePublicBoard();
  const go = useGo();
  const page = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Over everything, and nothing behind it takes the focus: header and navigation carry names of staff.
    page.current?.showModal();
  }, []);
  const leave = () => go('/llegadas');
  return (
    <dialog ref={page} className={css.public} aria-labelledby="public-title" onCancel={leave}>
      <h1 id="public-title">Orden de llegada</h1>
      <QueryState query={board}>{(read) => <Numbers read={read} />}</QueryState>
      <div className={look.row}>
        <PlainButton onClick={leave}>Salir de la pantalla pública</PlainButton>
      </div>
    </dialog>
  );
}

type Read = NonNullable<ReturnType<typeof usePublicBoard>['data']>;

function Numbers({ read }: { readonly read: Read }) {
  const now = useApplicationNow(read.now);
  return (
    <div className={css.publicColumns}>
      <section>
        <h2>Pase, por favor</h2>
        {read.called.length === 0 && <p>En un momento llamaremos.</p>}
        <ul className={css.called}>
          {read.called.map(({ label, service }) => (
            <li key={label}>
              <span>{label}</span>
              <span>{service === null ? 'Admisión' : serviceLabels[service]}</span>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{`En espera · ${timeOf(Date.parse(now))}`}</h2>
        {read.waiting.length === 0 && <p>Nadie espera.</p>}
        <ul className={css.numbers}>
          {read.waiting.map((label) => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
