import { useState } from 'react';
import {
  codeRange,
  measureOfScore,
  monthName,
  nearDay,
  seriesSums,
  type ActivityForm,
  type ProgrammeView,
} from '../../shared/prevention/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { BeforeAfter } from './before-after.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { ProgrammeHistory } from './history-dialog.tsx';
import { ProgrammeDialog } from './plan-dialog.tsx';
import { LinkButton } from './link-button.tsx';
import css from './prevention.module.css';
import { useRefreshPrevention, type Prevention } from './queries.ts';
import { ScoreDialog } from './score-dialog.tsx';
import series from './series.module.css';
import { termWords } from './words.ts';

type Props = {
  readonly data: Prevention;
  readonly mayWrite: boolean;
  readonly onChoose: (activityId: string) => void;
  /** Plans the next session with what is known of it. */
  readonly onSession: (start: Partial<ActivityForm>) => void;
};

type Opened = { readonly kind: 'programme' | 'score' | 'group'; readonly id: string | null };

/** Series of sessions with their group: how far each is, what it found and what it changed. */
export function Programmes({ data, mayWrite, onChoose, onSession }: Props) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [withEnded, setWithEnded] = useState(false);
  const shown = data.programmes.filter(({ programme }) => withEnded || programme.isActive);
  const view = data.programmes.find(({ programme }) => programme.id === opened?.id) ?? null;
  return (
    <aside className={series.programmes} aria-label="Programas">
      <header>
        <h2>Programas</h2>
        {data.programmes.some(({ programme }) => !programme.isActive) && (
          <LinkButton onClick={() => setWithEnded(!withEnded)}>{withEnded ? 'En curso' : 'Todos'}</LinkButton>
        )}
        {mayWrite && <LinkButton onClick={() => setOpened({ kind: 'programme', id: null })}>Agregar</LinkButton>}
      </header>
      {shown.length === 0 && <p className={series.none}>No hay programas en curso.</p>}
      {shown.map((one) => (
        <Programme
          key={one.programme.id}
          {...{ data, mayWrite, onChoose, onSession }}
          view={one}
          onOpen={(kind) => setOpened({ kind, id: one.programme.id })}
        />
      ))}
      <Inserted {...{ data }} />
      {opened !== null && <Opener {...{ data, opened, view, mayWrite }} onDone={() => setOpened(null)} />}
    </aside>
  );
}

type OpenerProps = Pick<Props, 'data' | 'mayWrite'> & {
  readonly opened: Opened;
  readonly view: ProgrammeView | null;
  readonly onDone: () => void;
};

function Opener({ data, opened: { kind }, view, mayWrite, onDone }: OpenerProps) {
  if (kind === 'programme') return <ProgrammeDialog {...{ view, onDone }} />;
  if (view === null) return null;
  return kind === 'group' ? (
    <GroupDialog {...{ data, view, mayWrite, onDone }} />
  ) : (
    <ScoreDialog {...{ data, view, onDone }} />
  );
}

type OneProps = Props & { readonly view: ProgrammeView; readonly onOpen: (kind: Opened['kind']) => void };

function Programme({ data, view, mayWrite, onChoose, onSession, onOpen }: OneProps) {
  const { programme, score, measure } = view;
  const wordsOf = (factor: string) => termWords(data.terms, factor);
  const sessions = sessionsOf(view);
  const next = sessions.find(({ session }) => session === null || session.state === 'planned');
  const done = sessions.filter(({ session }) => session?.state === 'done');
  const { sum, highest } = seriesSums(done.map(({ session }) => session?.people ?? 0));
  const when = next?.session ? `, ${nearDay(next.session.heldOn, data.today)}` : '';
  const how = next === undefined ? 'terminado' : `sesión ${next.number} de ${programme.sessions}${when}`;
  return (
    <section>
      <h3>{programme.name}</h3>
      <p
        className={css.quiet}
      >{`${programme.participants} participantes, por código (${codeRange(programme.participants)}) · ${how}`}</p>
      <ol className={series.sessions}>
        {sessions.map(({ number, session }) => (
          <li key={number}>
            {session === null ? (
              <span>{number}</span>
            ) : (
              <button
                type="button"
                data-state={session.state}
                aria-label={`Sesión ${number}, ${session.state === 'done' ? `${session.people} participaciones` : nearDay(session.heldOn, data.today)}`}
                onClick={() => onChoose(session.activityId)}
              >
                {session.state === 'done' ? session.people : number}
              </button>
            )}
          </li>
        ))}
      </ol>
      {done.length > 0 && <p className={css.quiet}>{`Suma ${sum} participaciones; la sesión con más, ${highest}`}</p>}
      {measure !== null && <BeforeAfter measure={measure} wordsOf={wordsOf} />}
      {score !== null && (
        <>
          {measure !== null && <p className={css.quiet}>Totales que se escribieron antes:</p>}
          <BeforeAfter measure={measureOfScore(score)} wordsOf={wordsOf} />
        </>
      )}
      <div className={css.beneath}>
        <LinkButton aria-label={`Participantes y factores de ${programme.name}`} onClick={() => onOpen('group')}>
          Participantes y factores
        </LinkButton>
      </div>
      {mayWrite && (
        <div className={css.beneath}>
          {next?.session === null && (
            <LinkButton
              aria-label={`Planificar sesión ${next.number} de ${programme.name}`}
              onClick={() => onSession(sessionStart(data, view, next.number))}
            >
              {`Planificar sesión ${next.number}`}
            </LinkButton>
          )}
          {measure === null && (
            <LinkButton aria-label={`Solo totales de ${programme.name}`} onClick={() => onOpen('score')}>
              Solo totales
            </LinkButton>
          )}
          <LinkButton aria-label={`Cambiar el programa ${programme.name}`} onClick={() => onOpen('programme')}>
            Cambiar
          </LinkButton>
          <ProgrammeHistory {...{ data, view }} />
          <Ending programme={programme} />
        </div>
      )}
    </section>
  );
}

function Inserted({ data }: Pick<Props, 'data'>) {
  const { inserted } = data;
  return (
    <section className={series.inserted}>
      <h3>Casos insertados</h3>
      <span>{inserted === null ? '—' : `${inserted.cases} en ${inserted.year}`}</span>
      <p className={css.quiet}>{insertedWords(data)}</p>
    </section>
  );
}

/** What the number counts: it moves when a month is closed, so that it tells of no ficha by itself. */
function insertedWords({ inserted }: Prevention): string {
  if (inserted === null) return 'Se cuenta cuando se cierra un mes.';
  const until = inserted.through.endsWith('-12')
    ? 'Fijo desde el archivo del año'
    : `Meses cerrados, hasta ${monthName(inserted.through)}`;
  return `${until}. Fichas validadas que cuentan en esos meses, con forma de ingreso «personal de prevención»; sin anuladas, reservadas ni las que un conflicto le cierra.`;
}

/** Out of use and back: what was counted with it stays. */
function Ending({ programme }: Pick<ProgrammeView, 'programme'>) {
  const act = useAct({ refresh: useRefreshPrevention() });
  const { id, version, isActive, name } = programme;
  const words = isActive ? 'Terminar' : 'Retomar';
  return (
    <>
      <LinkButton
        aria-label={`${words} el programa ${name}`}
        onClick={() =>
          void act.run((client) => client.retirePreventionProgramme({ id, version, isActive: !isActive }), {
            ...{ words: isActive ? 'Programa terminado.' : 'Programa en curso.', toTitle: true },
          })
        }
      >
        {words}
      </LinkButton>
      <ActProblem act={act} />
    </>
  );
}

/** One place a session that was foreseen, and those beyond; one that was cancelled leaves its place free. */
function sessionsOf({ programme, sessions }: ProgrammeView) {
  const held = sessions.filter(({ state }) => state !== 'cancelled');
  const last = Math.max(programme.sessions, ...held.map(({ number }) => number));
  return Array.from({ length: last }, (_, at) => ({
    number: at + 1,
    session: held.find(({ number }) => number === at + 1) ?? null,
  }));
}

/** The next session begins as the one before was. */
function sessionStart(data: Prevention, { programme, sessions }: ProgrammeView, sessionNumber: number) {
  const before = data.activities.findLast(({ activity }) =>
    sessions.some(({ activityId }) => activityId === activity.id),
  );
  const { activityGroup, audience, place, districtCode, hostInstitution, minutes, mode, startsAt } =
    before?.activity ?? ({} as Partial<ActivityForm>);
  const asBefore = { activityGroup, audience, place, districtCode, hostInstitution, minutes, mode, startsAt };
  const known = Object.entries(asBefore).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(known) as Partial<ActivityForm>),
    ...{ activityType: 'type-session', topic: programme.name },
    ...{ programmeId: programme.id, sessionNumber },
  };
}
