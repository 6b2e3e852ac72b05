import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useWatch } from 'react-hook-form';
import { serviceLabels, services, type Service } from '../../shared/access/index.ts';
import { NextService, type CaseOverview } from '../../shared/intake/index.ts';
import { type AnyForm, ActProblem, useAct } from '../platform/forms/index.ts';
import { useGo } from '../platform/routes.ts';
import { PlainButton, look, Notice, Panel, ButtonRow } from '../platform/ui/index.ts';
import css from './intake.module.css';
import { useRefreshCase } from './queries.ts';

/** To whom, and where the title of the page stands. */
type Done = { readonly to: string; readonly title: Element | null };

/** Hands a case to a service, after `before` agreed; one at a time. */
function useHandOver({ caseId, number }: CaseOverview, before: () => Promise<boolean>) {
  const act = useAct({ refresh: useRefreshCase() });
  const [done, setDone] = useState<Done | null>(null);
  const handOver = (service: Service) =>
    act.run(
      async (client) => {
        const isAgreed = await before();
        if (isAgreed) await client.handOverCase({ caseId, service });
        return isAgreed;
      },
      {
        words: (isAgreed) => (isAgreed ? `Ficha ${number} entregada a ${serviceLabels[service]}.` : ''),
        done: (isAgreed) => {
          if (isAgreed)
            setDone({ to: serviceLabels[service], title: document.querySelector('main h1')?.parentElement ?? null });
        },
      },
    );
  return { handOver, act, done };
}

type EndProps = { readonly overview: CaseOverview } & Pick<ReturnType<typeof useHandOver>, 'act' | 'done'> & {
    /** The page jumps to its title when its section is saved: at its end nobody would see the word. */
    readonly isAtTitle?: boolean;
  };

function HandOverEnd({ overview, act, done, isAtTitle = false }: EndProps) {
  const go = useGo();
  const home = { label: 'Ir a Mi día', onClick: () => go('/') };
  const notice = done !== null && act.problem === null && (
    <Notice tone="done" action={home}>
      {`Ficha ${overview.number} entregada a ${done.to}.`}
    </Notice>
  );
  return (
    <>
      {isAtTitle && notice && done.title
        ? createPortal(<div className={css.atTitle}>{notice}</div>, done.title)
        : notice}
      <ActProblem act={act} />
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
  readonly form: AnyForm;
  /** Saves the section first: what is handed over is what stands on the page. */
  readonly save: () => Promise<boolean>;
};

/** At the end of Section A: gives the case to the service of A.6 (Psicología when nothing is chosen). */
export function HandOver({ overview, form, save }: Props) {
  const answer: unknown = useWatch({ control: form.untyped.control, name: 'answers.nextServiceB' });
  const service = (typeof answer === 'number' ? serviceOfAnswer[answer] : undefined) ?? 'psychology';
  const { handOver, act, done } = useHandOver(overview, save);
  return (
    <Panel title="Entregar el caso">
      <p>
        Guarda esta sección y entrega la ficha al servicio elegido en A.6. Desde ese momento el servicio la ve en «Mi
        día».
      </p>
      <ButtonRow
        plain
        busy={act.busy}
        label={`Entregar a ${serviceLabels[service]}`}
        onClick={() => void handOver(service)}
      />
      <HandOverEnd overview={overview} act={act} done={done} isAtTitle />
    </Panel>
  );
}

const agreed = () => Promise.resolve(true);

/** Services that do not have the case yet: from then on they see it in «Mi día» and may work in it. */
export function HandOverToServices({ overview }: { readonly overview: CaseOverview }) {
  const { handOver, act, done } = useHandOver(overview, agreed);
  const inCharge = overview.team.map(({ name }) => name);
  const others = services.filter((service) => !inCharge.includes(serviceLabels[service]));
  if (others.length === 0 && done === null) return null;
  return (
    <div className={look.stack} role="group" aria-label="Entregar a otro servicio">
      <div className={look.row}>
        {others.map((service) => (
          <PlainButton small key={service} aria-disabled={act.busy} onClick={() => void handOver(service)}>
            {`Entregar a ${serviceLabels[service]}`}
          </PlainButton>
        ))}
      </div>
      <HandOverEnd overview={overview} act={act} done={done} />
    </div>
  );
}
