import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWatch, type FieldValues } from 'react-hook-form';
import { serviceLabels, type Service } from '../../shared/access/index.ts';
import { NextService, type CaseOverview } from '../../shared/intake/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import type { SectionForm } from '../platform/forms/index.ts';
import { useGo } from '../platform/routes.ts';
import { Notice, Panel } from '../platform/ui/index.ts';
import css from './intake.module.css';
import { useRefreshCase } from './queries.ts';

type Props = {
  readonly overview: CaseOverview;
  readonly form: SectionForm<FieldValues>;
  /** Saves the section first: what is handed over is what stands on the page. */
  readonly save: () => Promise<boolean>;
};

const serviceOfAnswer: Readonly<Record<number, Service>> = {
  [NextService.psychology]: 'psychology',
  [NextService.social]: 'social',
  [NextService.legal]: 'legal',
};

/** Gives the case to the service of A.6 (Psicología when nothing is chosen). */
export function HandOver({ overview, form, save }: Props) {
  const client = useClient();
  const refresh = useRefreshCase();
  const go = useGo();
  const answer: unknown = useWatch({ control: form.control, name: 'answers.nextServiceB' });
  const service = (typeof answer === 'number' ? serviceOfAnswer[answer] : undefined) ?? 'psychology';
  const name = serviceLabels[service];
  const [state, setState] = useState<{ done: string | null; problem: string | null }>({ done: null, problem: null });
  const [busy, setBusy] = useState(false);
  const handOver = async () => {
    if (busy) return;
    setBusy(true);
    try {
      if (!(await save())) return;
      await client.handOverCase({ caseId: overview.caseId, service });
      await refresh();
      setState({ done: name, problem: null });
      announce(`Ficha ${overview.number} entregada a ${name}.`);
    } catch (error) {
      setState({ done: null, problem: wordsOf(failureOf(error)) });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title="Entregar el caso">
      <p>
        Guarda esta sección y entrega la ficha al servicio elegido en A.6. Desde ese momento el servicio la ve en su
        Inicio.
      </p>
      <div className={css.row}>
        <Button variant="default" aria-disabled={busy} onClick={() => void handOver()}>
          {`Entregar a ${name}`}
        </Button>
      </div>
      {state.done !== null && (
        <Notice
          tone="done"
          action={{
            label: 'Ir a Inicio',
            onClick: () => {
              go('/');
            },
          }}
        >
          {`Ficha ${overview.number} entregada a ${state.done}.`}
        </Notice>
      )}
      {state.problem !== null && (
        <Notice tone="error">
          <p role="alert">{state.problem}</p>
        </Notice>
      )}
    </Panel>
  );
}
