import { serviceLabels, services } from '../../shared/access/index.ts';
import type { CentreNow } from '../../shared/day/index.ts';
import { minutesBetween, waitWords, type Board } from '../../shared/reception/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useApplicationNow } from '../reception/index.ts';
import css from './day.module.css';

/** «El centro ahora»: who waits for which service, and what each service has in charge. */
export function CentreToday({ board, centre }: { readonly board: Board; readonly centre: CentreNow }) {
  const now = useApplicationNow(board.now);
  const waiting = board.arrivals.filter(({ state }) => state !== 'attended');
  const longest = Math.max(0, ...waiting.map(({ sinceAt }) => minutesBetween(sinceAt, now)));
  const most = Math.max(1, ...services.map((service) => waiting.filter((one) => one.service === service).length));
  return (
    <section className={css.pane} aria-label="El centro ahora">
      <header>
        <h2>El centro ahora</h2>
        <a className={css.end} href={hrefOf('/llegadas')}>
          {waiting.length === 0 ? 'Nadie espera' : `${waiting.length} en espera, hasta ${waitWords(longest)}`}
        </a>
      </header>
      <table className={css.mini}>
        <thead>
          <tr>
            <th scope="col">Servicio</th>
            <th scope="col">En espera</th>
            <th scope="col">A cargo</th>
            <th scope="col">Con algo vencido</th>
          </tr>
        </thead>
        <tbody>
          {centre.services.map(({ service, cases, overdue, isStaffed }) => {
            const count = waiting.filter((one) => one.service === service).length;
            return (
              <tr key={service}>
                <th scope="row">
                  {serviceLabels[service]}
                  {!isStaffed && <small>Sin profesional</small>}
                </th>
                <td>
                  <span className={css.bar} style={{ inlineSize: `${(count / most) * 4}rem` }} />
                  {count}
                </td>
                <td>{cases}</td>
                <td data-late={overdue > 0 || undefined}>{overdue}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** «Atrasado en el centro»: each number opens its list. */
export function Behind({ centre }: { readonly centre: CentreNow }) {
  const rows = [
    ...centre.overdue.map(({ label, count }) => ({ label, count, href: hrefOf('/plazos'), isLate: true })),
    { label: 'Derivaciones sin respuesta', count: centre.unanswered, href: hrefOf('/derivaciones'), isLate: true },
    { label: 'Fichas sin validar', count: centre.unvalidated, href: hrefOf('/casos'), isLate: false },
  ].filter(({ count }) => count > 0);
  return (
    <section className={css.pane} aria-label="Atrasado en el centro">
      <header>
        <h2>Atrasado en el centro</h2>
      </header>
      {rows.length === 0 ? (
        <p className={css.none}>Nada está atrasado.</p>
      ) : (
        <ul className={css.lines}>
          {rows.map(({ label, count, href, isLate }) => (
            <li key={label}>
              <a className={css.grow} href={href}>
                {label}
              </a>
              <b className={css.until} data-late={isLate || undefined}>
                {count}
              </b>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
