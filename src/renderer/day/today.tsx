import type { CivilDate } from '../../shared/platform/dates.ts';
import type { BoardHearing } from '../../shared/proceedings/index.ts';
import type { VisitLine } from '../../shared/reception/index.ts';
import { untilWords } from '../../shared/day/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { Secret, useNamed } from '../platform/ui/index.ts';
import css from './day.module.css';
import { Pane, PaneLines } from './pane.tsx';

type Props = {
  readonly today: CivilDate;
  readonly visits: readonly VisitLine[];
  readonly hearings: readonly BoardHearing[];
};

type Entry = {
  readonly key: string;
  readonly time: string;
  readonly words: string;
  readonly below: string;
  readonly href: string | null;
};

function visitWords({ place, withName, staffName }: VisitLine): string {
  if (withName !== null) return `Cita conjunta de ${staffName ?? ''} y ${withName}`;
  return place === 'home' ? 'Visita domiciliaria' : 'Cita';
}

/** «Hoy»: appointments with me and hearings, by the hour. */
export function Today({ today, visits, hearings }: Props) {
  const named = useNamed();
  const entries: Entry[] = [
    ...visits
      .filter(({ isMine }) => isMine)
      .map((visit) => ({
        ...{ key: visit.visitId, time: visit.time, href: null },
        words: `${visitWords(visit)} · ${visit.name === null ? 'sin nombre' : named(visit.name)}`,
        below: visit.note ?? '',
      })),
    ...hearings
      .filter(({ on }) => on === today)
      .map((line) => ({
        ...{ key: line.hearingId, time: line.time, words: `${line.kind} · ${named(line.userName)}` },
        below: `${line.office}. ${line.attends === null ? 'Nadie designado' : `Asiste ${line.attends}`}`,
        href: hrefOf('/casos/$caseId/proceso', { caseId: line.caseId }),
      })),
  ].toSorted((one, other) => one.time.localeCompare(other.time));
  return (
    <Pane title="Hoy" end={<a href={hrefOf('/semana')}>Semana</a>}>
      <PaneLines isOrdered none="No tiene citas ni audiencias hoy.">
        {entries.map(({ key, time, words, below, href }) => (
          <li key={key}>
            <time className={css.hour}>{time}</time>
            <span className={css.grow}>
              {href === null ? words : <a href={href}>{words}</a>}
              {below !== '' && (
                <Secret>
                  <small>{below}</small>
                </Secret>
              )}
            </span>
          </li>
        ))}
      </PaneLines>
    </Pane>
  );
}

/** Hearings of the next days, with who goes. */
export function Hearings({ today, hearings }: Pick<Props, 'today' | 'hearings'>) {
  return (
    <Pane title="Audiencias" end={<a href={hrefOf('/plazos')}>Plazos</a>}>
      <PaneLines isOrdered none="Ninguna audiencia hoy ni en los próximos 7 días.">
        {hearings.map((line) => (
          <li key={line.hearingId}>
            <span className={css.hour}>
              <b>{line.time}</b>
              <small>{untilWords({ on: line.on, time: null }, today)}</small>
            </span>
            <span className={css.grow}>
              <a href={hrefOf('/casos/$caseId/proceso', { caseId: line.caseId })}>{`${line.kind} · ${line.number}`}</a>
              <Secret>
                <small>{`${line.office}. ${line.attends === null ? 'Nadie designado' : `Asiste ${line.attends}`}`}</small>
              </Secret>
            </span>
          </li>
        ))}
      </PaneLines>
    </Pane>
  );
}
