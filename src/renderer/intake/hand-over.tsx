import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWatch, type FieldValues } from 'react-hook-form';
import { serviceLabels, services, type Service } from '../../shared/access/index.ts';
import { NextService, type CaseOverview } from '../../shared/intake/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client-context.tsx';
import { failureOf, wordsOf } from '../platform/failure-words.ts';
import type { SectionForm } from '../platform/forms/index.ts';
import { useGo } from '../platform/routes.ts';
import { Notice, Panel, Problem } from '../platform/ui/index.ts';
import css from './intake.module.css';
import { useRefreshCase } from './queries.ts';

type End = { readonly done: string | null; readonly problem: string | null };

/** Hands a case to a service, after `before` agreed; one at a time. */
function useHandOver(overview: CaseOverview, before: () => Promise<boolean>) {
  const client = useClient();
  const refresh = useRefreshCase();
  const [end, setEnd] = useState<End>({ done: null, problem: null });
  const [busy, setBusy] = useState(false);
  const handOver = async (service: Service) => {
    if (busy) return;
    setBusy(true);
    try {
      if (!(await before())) return;
      await client.handOverCase({ caseId: overview.caseId, service });
      await refresh();
      const name = serviceLabels[service];
      setEnd({ done: name, problem: null });
      announce(`Ficha ${overview.number} entregada a ${name}.`);
    } catch (error) {
      setEnd({ done: null, problem: wordsOf(failureOf(error)) });
    } finally {
      setBusy(false);
    }
  };
  return { handOver, busy, end };
}

function HandOverEnd({ overview, end }: { readonly overview: CaseOverview; readonly end: End }) {
  const go = useGo();
  const home = {
    label: 'Ir a Inicio',
    onClick: () => {
      go('/');
    },
  };
  return (
    <>
      {end.done !== null && (
        <Notice tone="done" action={home}>
          {`Ficha ${overview.number} entregada a ${end.done}.`}
        </Notice>
      )}
      <Problem words={end.problem} />
    </>
  );
}

const serviceOfAnswer: Readonly<Record<number, Service>> = {
  [NextService.psychology]: 'psychology',
  [NextService.social]: 'social',
  [NextService.legal]: 'legal',
};

type Props = {
  readonly overview: CaseOverview;
  readonly form: SectionForm<FieldValues>;
  /** Saves the section first: what is handed over is what stands on the page. */
  readonly save: () => Promise<boolean>;
};

/** At the end of Section A: gives the case to the service of A.6 (Psicología when nothing is chosen). */
export function HandOver({ overview, form, save }: Props) {
  const answer: unknown = useWatch({ control: form.control, name: 'answers.nextServiceB' });
  const service = (typeof answer === 'number' ? serviceOfAnswer[answer] : undefined) ?? 'psychology';
  const { handOver, busy, end } = useHandOver(overview, save);
  return (
    <Panel title="Entregar el caso">
      <p>
        Guarda esta sección y entrega la ficha al servicio elegido en A.6. Desde ese momento el servicio la ve en su
        Inicio.
      </p>
      <div className={css.row}>
        <Button variant="default" aria-disabled={busy} onClick={() => void handOver(service)}>
          {`Entregar a ${serviceLabels[service]}`}
        </Button>
      </div>
      <HandOverEnd overview={overview} end={end} />
    </Panel>
  );
}

const agreed = () => Promise.resolve(true);

/** On the page of the case: services that do not have it yet. */
export function HandOverToServices({ overview }: { readonly overview: CaseOverview }) {
  const { handOver, busy, end } = useHandOver(overview, agreed);
  const inCharge = overview.team.map(({ name }) => name);
  const others = services.filter((service) => !inCharge.includes(serviceLabels[service]));
  if (others.length === 0 && end.done === null) return null;
  return (
    <Panel title="Entregar a otro servicio">
      <p>El servicio ve la ficha en su Inicio y puede trabajar en ella desde ese momento.</p>
      <div className={css.row}>
        {others.map((service) => (
          <Button key={service} variant="default" aria-disabled={busy} onClick={() => void handOver(service)}>
            {`Entregar a ${serviceLabels[service]}`}
          </Button>
        ))}
      </div>
      <HandOverEnd overview={overview} end={end} />
    </Panel>
  );
}
