import { useState } from 'react';
import { isUnanswered, sameDayKindLabels, sameDayLabels, type SameDayView } from '../../shared/risk/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { inLima } from '../platform/times.ts';
import { look, ConfirmMark, Panel, QueryState, StateBadge } from '../platform/ui/index.ts';
import { SameDayForm } from './forms/same-day-form.tsx';
import { useSameDay } from './queries.ts';
import css from './risk.module.css';

/** Facts that cannot wait, with what was answered to each, and the answer. Nothing is drawn when there never was one. */
export function SameDayPanel({ caseId }: { readonly caseId: string }) {
  const query = useSameDay(caseId);
  const [given, setGiven] = useState(0);
  return (
    <QueryState query={query}>
      {({ facts, papers }) => {
        if (facts.length === 0) return null;
        const open = facts.filter(({ closedAt }) => closedAt === null);
        const closed = facts.filter(({ closedAt }) => closedAt !== null);
        return (
          <Panel title="Pide respuesta hoy">
            {open.length === 0 ? (
              <p>Todo lo que pedía respuesta está atendido.</p>
            ) : (
              <>
                <p>
                  Lo dicen las Secciones A y B, la ficha firmada o un aviso. No es un nivel de riesgo. Una entrevista no
                  termina mientras un hecho no tenga respuesta. <ConfirmMark />
                </p>
                <ul className={css.facts}>
                  {open.map((view) => (
                    <OpenFact key={`${view.fact} ${view.openedAt ?? ''}`} view={view} />
                  ))}
                </ul>
                {/* Drawn anew by its own answer alone: whatever else changes what is open, nothing typed is lost. */}
                <SameDayForm
                  key={given}
                  caseId={caseId}
                  open={open}
                  papers={papers}
                  onAnswered={() => setGiven((count) => count + 1)}
                />
              </>
            )}
            {closed.length > 0 && <Closed facts={closed} />}
          </Panel>
        );
      }}
    </QueryState>
  );
}

function OpenFact({ view }: { readonly view: SameDayView }) {
  const { label, advice } = sameDayLabels[view.fact];
  return (
    <li className={css.openFact}>
      <p className={look.row}>
        <StateBadge tone="error">{isUnanswered(view) ? 'Sin responder' : 'Sigue pendiente'}</StateBadge>
        <strong>{label}</strong>
        {view.openedAt !== null && <span className={look.secondary}>{`desde ${inLima(view.openedAt)}`}</span>}
      </p>
      <p>{advice}</p>
      <Answers view={view} />
    </li>
  );
}

function Answers({ view }: { readonly view: SameDayView }) {
  if (view.answers.length === 0) return null;
  return (
    <ul>
      {view.answers.map((one) => {
        const done = [
          one.who,
          one.on === null ? null : `${formatCivilDate(one.on)}, ${one.time ?? ''}`,
          one.paper === null ? null : `documento ${one.paper}`,
        ].filter((part) => part !== null);
        return (
          <li key={one.at}>
            {`${sameDayKindLabels[one.kind]}: ${one.words}`}
            {done.length > 0 && ` (${done.join(' · ')})`}
            <span className={look.secondary}>{` Lo registró ${one.by}, ${inLima(one.at)}.`}</span>
          </li>
        );
      })}
    </ul>
  );
}

function Closed({ facts }: { readonly facts: readonly SameDayView[] }) {
  return (
    <details>
      <summary>{`Ya atendidos (${facts.length})`}</summary>
      <ul className={css.facts}>
        {facts.map((view) => (
          <li key={`${view.fact} ${view.openedAt ?? ''}`}>
            <strong>{sameDayLabels[view.fact].label}</strong>
            {view.openedAt !== null && <span className={look.secondary}>{` desde ${inLima(view.openedAt)}`}</span>}
            <Answers view={view} />
          </li>
        ))}
      </ul>
    </details>
  );
}
