import { useEffect, useState } from 'react';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useScreenRead } from '../platform/query.ts';
import { hrefOf, useGo } from '../platform/routes.ts';
import { onlyFor } from '../platform/session.tsx';
import { reviewsPath } from './paths.ts';
import { useExceptional, useRefreshReserve } from './queries.ts';
import css from './reserve.module.css';
import { PlainButton, Warning } from '../platform/ui/index.ts';

/** Red while an acceso excepcional is open: which ficha, how long still, and the button that ends it. */
export const ExceptionalBanner = onlyFor('breakGlass.own', function Open() {
  const { data } = useExceptional();
  const open = data?.open ?? null;
  if (data === undefined || open === null) return null;
  return <Running key={`${open.caseId} ${data.askedAt}`} {...open} askedAt={data.askedAt} />;
});

type RunningProps = {
  readonly caseId: string;
  readonly number: string;
  readonly leftMs: number;
  /** Of the clock of the window, when the time left was told. */
  readonly askedAt: number;
};

function Running({ caseId, number, leftMs, askedAt }: RunningProps) {
  const go = useGo();
  const refresh = useRefreshReserve();
  const act = useAct({ refresh });
  const left = useMinutesLeft(askedAt + leftMs, refresh);
  const end = () =>
    void act.run((client) => client.endExceptionalAccess({}), {
      words: 'Terminó el acceso excepcional.',
      done: () => go('/'),
    });
  const words = left === 1 ? 'queda 1 minuto' : `quedan ${left} minutos`;
  return (
    <div className={css.open}>
      <span>
        Acceso excepcional, solo para leer: <a href={hrefOf('/casos/$caseId', { caseId })}>{`ficha ${number}`}</a>,{' '}
        {words}. Queda registrado y Coordinación lo revisa.
      </span>
      <PlainButton small disabled={act.busy} onClick={end}>
        Terminar
      </PlainButton>
      <ActProblem act={act} />
    </div>
  );
}

/** Minutes begun; when none is left, what was shown is asked again. */
function useMinutesLeft(endsAt: number, over: () => Promise<void>): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const next = performance.now();
      setNow(next);
      if (next < endsAt) return;
      clearInterval(timer);
      void over();
    }, 5000);
    return () => clearInterval(timer);
  }, [endsAt, over]);
  return Math.max(1, Math.ceil((endsAt - now) / 60_000));
}

/** To whoever reviews: how many wait, and at every sign-in those past their 72 hours. */
export const ReviewWarning = onlyFor('breakGlass.review', function Waiting() {
  const { data } = useScreenRead(['reserve', 'count'], (client) => client.countExceptionalReviews({}));
  if (data === undefined || data.waiting === 0) return null;
  const words =
    data.waiting === 1
      ? 'Hay 1 acceso excepcional por revisar.'
      : `Hay ${data.waiting} accesos excepcionales por revisar.`;
  const late = data.overdue === 1 ? ' Uno pasó de 72 horas.' : ` ${data.overdue} pasaron de 72 horas.`;
  return (
    <Warning isSevere={data.overdue > 0}>
      {`${words}${data.overdue > 0 ? late : ''} `}
      <a href={hrefOf(reviewsPath)}>Revisar</a>
    </Warning>
  );
});
