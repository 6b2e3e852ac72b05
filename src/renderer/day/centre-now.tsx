import { useState } from 'react';
import { serviceLabels, services, type Service } from '../../shared/access/index.ts';
import { linesAtOnce, type CentreNow, type NextLine } from '../../shared/day/index.ts';
import { minutesBetween, presenceLabels, waitWords, type Board } from '../../shared/reception/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { RiskWord, Secret, TableHead } from '../platform/ui/index.ts';
import { useApplicationNow } from '../reception/index.ts';
import css from './day.module.css';
import { MoreCases } from './more-cases.tsx';
import { caseRisk, nextPaths } from './paths.ts';

/** «Riesgo sin respuesta»: what cannot wait, of every case; the number stands for the person. */
export function Unanswered({ lines }: { readonly lines: readonly NextLine[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, linesAtOnce / 3);
  const left = lines.length - shown.length;
  return (
    <section className={css.pane} aria-label="Riesgo sin respuesta">
      <header>
        <h2>Riesgo sin respuesta</h2>
        {lines.length > 0 && (
          <span className={css.quiet}>{lines.length === 1 ? '1 caso' : `${lines.length} casos`}</span>
        )}
        <a className={css.end} href={hrefOf('/casos')}>
          Ver lista
        </a>
      </header>
      {lines.length === 0 ? (
        <p className={css.none}>Nada pide respuesta hoy.</p>
      ) : (
        <ul className={css.lines}>
          {shown.map((line) => (
            <UnansweredLine key={line.caseId} line={line} />
          ))}
        </ul>
      )}
      <MoreCases left={left} onAll={() => setWhole(true)} />
    </section>
  );
}

function UnansweredLine({ line: { caseId, number, level, items } }: { readonly line: NextLine }) {
  const [first] = items;
  if (first === undefined) return null;
  const { task, why, who, page, until, isSensitive } = first;
  return (
    <li>
      <RiskWord {...caseRisk(level)} />
      <span className={css.grow}>
        <a href={hrefOf(nextPaths[page], { caseId })} aria-label={isSensitive ? number : `${number}: ${task}`}>
          {number}
        </a>
        <small>
          {isSensitive ? <Secret instead="Responder hoy">{task}</Secret> : task}
          {why !== null && why !== '' && <Secret>{` · ${why}`}</Secret>}
          {`. A cargo: ${who}`}
        </small>
      </span>
      <b className={css.until} data-late>
        {until}
      </b>
    </li>
  );
}

/** «El centro ahora»: who waits for which service, what each has in charge, and who is with whom. */
export function CentreToday({ board, centre }: { readonly board: Board; readonly centre: CentreNow }) {
  const now = useApplicationNow(board.now);
  const waiting = board.arrivals.filter(({ state }) => state !== 'attended');
  const longest = Math.max(0, ...waiting.map(({ sinceAt }) => minutesBetween(sinceAt, now)));
  const countOf = (service: Service | null) => waiting.filter((one) => one.service === service).length;
  const most = Math.max(1, ...[...services, null].map(countOf));
  return (
    <section className={css.pane} aria-label="El centro ahora">
      <header>
        <h2>El centro ahora</h2>
        <a className={css.end} href={hrefOf('/llegadas')}>
          {waiting.length === 0 ? 'Nadie espera' : `${waiting.length} en espera, hasta ${waitWords(longest)}`}
        </a>
      </header>
      <table className={css.mini}>
        <TableHead of={['Servicio', 'En espera', 'A cargo', 'Vencido']} />
        <tbody>
          {centre.services.map(({ service, cases, overdue, isStaffed }) => (
            <tr key={service}>
              <th scope="row">
                {serviceLabels[service]}
                {!isStaffed && <small>Sin profesional</small>}
              </th>
              <Waiting count={countOf(service)} most={most} />
              <td>{cases}</td>
              <td data-late={overdue > 0 || undefined}>{overdue}</td>
            </tr>
          ))}
          {countOf(null) > 0 && (
            <tr>
              <th scope="row">Admisión</th>
              <Waiting count={countOf(null)} most={most} />
              <td>—</td>
              <td>—</td>
            </tr>
          )}
        </tbody>
      </table>
      <WithWhom board={board} />
    </section>
  );
}

function Waiting({ count, most }: { readonly count: number; readonly most: number }) {
  return (
    <td>
      <span className={css.bar} style={{ inlineSize: `${(count / most) * 4}rem` }} />
      {count}
    </td>
  );
}

/** Who attends whom, by the number of the arrival. */
function WithWhom({ board: { staff, arrivals } }: { readonly board: Board }) {
  const present = staff.filter(({ state }) => state !== null);
  if (present.length === 0) return null;
  return (
    <ul className={css.lines} aria-label="Quién está con quién">
      {present.map(({ staffId, name, services: own, state }) => {
        const attended = arrivals.find((one) => one.state === 'attended' && one.staffName === name);
        return (
          <li key={staffId}>
            <span className={css.grow}>{name}</span>
            <span className={css.quiet}>{own.map((service) => serviceLabels[service]).join(', ')}</span>
            <span className={css.until}>
              {attended !== undefined
                ? `con ${attended.label}`
                : state === null || state === 'attending'
                  ? 'atiende'
                  : presenceLabels[state]}
            </span>
          </li>
        );
      })}
    </ul>
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
