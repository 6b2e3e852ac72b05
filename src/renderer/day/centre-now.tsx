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
import { Pane, PaneLines } from './pane.tsx';

/** «Riesgo sin respuesta»: what cannot wait, of every case; the number stands for the person. */
export function Unanswered({ lines }: { readonly lines: readonly NextLine[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, linesAtOnce / 3);
  const left = lines.length - shown.length;
  const count = lines.length === 0 ? undefined : lines.length === 1 ? '1 caso' : `${lines.length} casos`;
  return (
    <Pane title="Riesgo sin respuesta" said={count} end={<a href={hrefOf('/casos')}>Ver lista</a>}>
      <PaneLines none="Nada pide respuesta hoy.">
        {shown.map((line) => (
          <UnansweredLine key={line.caseId} line={line} />
        ))}
      </PaneLines>
      <MoreCases left={left} onAll={() => setWhole(true)} />
    </Pane>
  );
}

function UnansweredLine({ line: { caseId, number, level, items } }: { readonly line: NextLine }) {
  const [first] = items;
  if (first === undefined) return null;
  const { task, why, who, page, until, isSensitive } = first;
  return (
    <li className={css.pressing}>
      <RiskWord {...caseRisk(level)} />
      <a
        className={css.grow}
        href={hrefOf(nextPaths[page], { caseId })}
        aria-label={isSensitive ? number : `${number}: ${task}`}
      >
        {number}
      </a>
      <b className={css.until} data-late>
        {until}
      </b>
      <small>
        {isSensitive ? <Secret instead="Responder hoy">{task}</Secret> : task}
        {why !== null && why !== '' && <Secret>{` · ${why.replace(/\.$/, '')}`}</Secret>}
        {`. A cargo: ${who}`}
      </small>
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
    <Pane
      title="El centro ahora"
      end={
        <a href={hrefOf('/llegadas')}>
          {waiting.length === 0 ? 'Nadie espera' : `${waiting.length} en espera, hasta ${waitWords(longest)}`}
        </a>
      }
    >
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
    </Pane>
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
    <Pane title="Atrasado en el centro">
      <PaneLines none="Nada está atrasado.">
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
      </PaneLines>
    </Pane>
  );
}
