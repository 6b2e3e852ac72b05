import { useRef, useState, type ReactNode } from 'react';
import { serviceLabels, services } from '../../shared/access/index.ts';
import { planActions, planServices } from '../../shared/intake/index.ts';
import { proposalWhenLabels, stepStates, type PlanStep } from '../../shared/plan/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import { casePages, sectionPaths } from '../intake/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useRead } from '../platform/query.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMayStore } from '../platform/session.tsx';
import {
  ActionBar,
  ConfirmMark,
  DataTable,
  Facts,
  look,
  PageTitle,
  Panel,
  PlainButton,
  QueryState,
  useStayInTable,
  type Column,
  LineButton,
} from '../platform/ui/index.ts';
import css from './plan.module.css';
import { useRefreshPlan, type Plan } from './queries.ts';
import { AgreeDialog, ChangeStepDialog, DeclineDialog, NewStepDialog } from './step-dialog.tsx';

/** The Plan de Atención Integral of a case in one window: what is proposed, what is under way, what the work marked. */
export function PlanPage({ caseId }: { readonly caseId: string }) {
  const plan = useRead(['plan', caseId], (client) => client.getPlan({ caseId }), { staleTime: 0 });
  return (
    <>
      <PageTitle>Plan de Atención Integral</PageTitle>
      <QueryState query={plan}>{(data) => <Standing caseId={caseId} plan={data} />}</QueryState>
    </>
  );
}

type Props = { readonly caseId: string; readonly plan: Plan };
type Opened =
  | { readonly what: 'new' }
  | { readonly what: 'agree' }
  | { readonly what: 'change'; readonly step: PlanStep }
  | { readonly what: 'decline'; readonly action: PlanStep['action'] };

function Standing({ caseId, plan }: Props) {
  const mayStore = useMayStore('plan.write');
  const mayWrite = mayStore && plan.mayWrite;
  const [opened, setOpened] = useState<Opened | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const mark = useStayInTable(box, opened !== null, plan);
  const open = (what: Opened | null) => {
    if (what !== null) mark();
    setOpened(what);
  };
  const close = () => open(null);
  const of = (state: PlanStep['state']) => plan.steps.filter((step) => step.state === state);
  const [planned, done] = [of('planned'), of('done')];
  const onChange = (step: PlanStep) => open({ what: 'change', step });
  const isNew = [...planned, ...done].some(({ isAgreed }) => !isAgreed);
  return (
    <div ref={box} className={`${look.stack} ${css.plan}`}>
      <Agreed plan={plan} isNew={isNew} done={done.length} all={planned.length + done.length} />
      <Proposals
        caseId={caseId}
        plan={plan}
        onPut={mayWrite ? mark : null}
        onDecline={(action) => open({ what: 'decline', action })}
      />
      {stepStates.map((state) => (
        <Steps key={state} state={state} steps={of(state)} caseId={caseId} onChange={mayWrite ? onChange : null} />
      ))}
      {mayWrite && (
        <ActionBar
          {...(isNew && {
            main: { label: 'Acordar el plan con ella', onClick: () => open({ what: 'agree' }), byControlEnter: true },
          })}
        >
          <PlainButton onClick={() => open({ what: 'new' })}>Agregar una acción</PlainButton>
        </ActionBar>
      )}
      {opened !== null && <Dialogs caseId={caseId} plan={plan} opened={opened} onDone={close} />}
    </div>
  );
}

function Dialogs({ opened, ...props }: Props & { readonly opened: Opened; readonly onDone: () => void }) {
  if (opened.what === 'new') return <NewStepDialog {...props} />;
  if (opened.what === 'agree') return <AgreeDialog {...props} />;
  if (opened.what === 'change') return <ChangeStepDialog {...props} step={opened.step} />;
  return <DeclineDialog {...props} action={opened.action} />;
}

type AgreedProps = { readonly plan: Plan; readonly isNew: boolean; readonly done: number; readonly all: number };

function Agreed({ plan: { agreement, steps }, isNew, done, all }: AgreedProps) {
  const ofService = services.flatMap((service) => {
    const own = steps.filter((step) => step.service === service && step.state !== 'notApplicable');
    return own.length === 0
      ? []
      : [`${serviceLabels[service]} ${own.filter(({ state }) => state === 'done').length} de ${own.length}`];
  });
  const said =
    agreement === null
      ? 'Todavía no'
      : `El ${formatCivilDate(agreement.on)}, de palabra, por ${agreement.by}${isNew ? '. Hay acciones nuevas: se acuerdan otra vez' : ''}`;
  return (
    <Panel>
      <Facts
        of={[
          ['Hechas', all === 0 ? 'Ninguna acción en el plan' : `${done} de ${all}`],
          ofService.length > 0 && ['Por servicio', ofService.join(' · ')],
          ['Acordado con ella', said],
          agreement !== null && agreement.refused !== null && ['No quiso', agreement.refused],
        ]}
      />
    </Panel>
  );
}

type ProposalsProps = Props & {
  /** Before one is put; null: it is only read. */
  readonly onPut: (() => void) | null;
  readonly onDecline: (action: PlanStep['action']) => void;
};
type Line = Pick<Plan['proposals'][number], 'action' | 'label' | 'service'> & {
  readonly dueOn: Plan['today'] | null;
  readonly why: string;
};

/** What rules propose, and what Section E says without who and by when: one press puts it into the plan. */
function Proposals({ caseId, plan, onPut, onDecline }: ProposalsProps) {
  const act = useAct({ refresh: useRefreshPlan(caseId) });
  const proposed = new Set(plan.proposals.map(({ action }) => action));
  const lines: Line[] = [
    ...plan.proposals.map(({ why, evidence, ...one }) => ({
      ...one,
      why:
        evidence === null
          ? why.map((when) => proposalWhenLabels[when]).join(' · ')
          : `Ya hecha: ${evidence.words}, ${formatCivilDate(evidence.on)}`,
    })),
    ...plan.typed
      .filter((action) => !proposed.has(action) && action !== 'other')
      .map((action) => ({
        ...{
          action,
          label: planActions[action].label,
          service: planServices[action] ?? ('psychology' as const),
          dueOn: null,
        },
        why: 'Está marcada en la Sección E',
      })),
  ];
  if (lines.length === 0) return null;
  const stepOf = ({ action, service, dueOn }: Line) => ({ action, words: null, service, staffId: null, dueOn });
  const put = (line: Line) => {
    onPut?.();
    return act.run((by) => by.putPlanStep({ caseId, step: stepOf(line) }), { words: 'Acción puesta en el plan.' });
  };
  const putAll = () => {
    onPut?.();
    return act.run((by) => by.putPlanSteps({ caseId, steps: lines.map(stepOf) }), {
      words: `${lines.length} acciones puestas en el plan.`,
    });
  };
  const columns: readonly Column<Line>[] = [
    { title: 'Acción', cell: ({ label }) => label },
    { title: 'Servicio', cell: ({ service }) => serviceLabels[service] },
    { title: 'Hasta', cell: ({ dueOn }) => <Day on={dueOn} /> },
    { title: 'Por qué se propone', cell: ({ why }) => why },
    {
      title: 'Acto',
      cell: (line) =>
        onPut !== null && (
          <div className={css.acts}>
            <LineButton label="Poner" of={line.label} onClick={() => void put(line)} />
            <PlainButton
              small
              quiet
              aria-label={`No corresponde: ${line.label}`}
              onClick={() => onDecline(line.action)}
            >
              No corresponde…
            </PlainButton>
          </div>
        ),
    },
  ];
  return (
    <Panel title={`Propuestas · ${lines.length}`}>
      <p className={look.secondary}>
        Las propone una regla del centro, en «Tablas y reglas» <ConfirmMark />
      </p>
      <ActProblem act={act} />
      {onPut !== null && lines.length > 1 && (
        <p>
          <PlainButton small onClick={() => void putAll()}>
            Poner todas
          </PlainButton>
        </p>
      )}
      <DataTable
        caption="Las propuestas no cuentan hasta ponerlas"
        columns={columns}
        rows={lines}
        keyOf={({ action }) => action}
      />
    </Panel>
  );
}

function Day({ on }: { readonly on: string | null }) {
  return <span className={look.nowrap}>{on === null ? '—' : formatCivilDate(on as Plan['today'])}</span>;
}

const titles = { planned: 'En curso', done: 'Hechas', notApplicable: 'No corresponden' } as const satisfies Record<
  PlanStep['state'],
  string
>;

type StepsProps = {
  readonly state: PlanStep['state'];
  readonly steps: readonly PlanStep[];
  readonly caseId: string;
  readonly onChange: ((step: PlanStep) => void) | null;
};

function Steps({ state, steps, caseId, onChange }: StepsProps) {
  if (steps.length === 0 && state !== 'planned') return null;
  const title = titles[state];
  const columns: readonly Column<PlanStep>[] = [
    { title: 'Acción', cell: ({ label }) => label },
    { title: 'Quién', cell: ({ who }) => who },
    { title: 'Hasta', cell: ({ dueOn }) => <Day on={dueOn} /> },
    { title: 'Cómo se sabe', cell: (step) => <Known step={step} caseId={caseId} /> },
    {
      title: 'Acto',
      cell: (step) =>
        onChange !== null && <LineButton label="Cambiar…" of={step.label} onClick={() => onChange(step)} />,
    },
  ];
  return (
    <Panel title={`${title} · ${steps.length}`}>
      <DataTable empty="Nada en curso: ponga las propuestas o agregue una acción." columns={columns} rows={steps} />
    </Panel>
  );
}

const pages = {
  interviews: casePages.interviews.path,
  safety: casePages.safety.path,
  attentions: casePages.attentions.path,
  proceeding: casePages.proceeding.path,
  presenting: casePages.presenting.path,
  referrals: casePages.referrals.path,
  risk: sectionPaths.risk,
  reintegration: casePages.reintegration.path,
} as const satisfies Record<NonNullable<PlanStep['evidence']>['page'], string>;

/** The fact that closed it, or how it will be known. */
function Known({ step, caseId }: { readonly step: PlanStep; readonly caseId: string }): ReactNode {
  const { evidence, state, isByHand, doneOn, note } = step;
  if (evidence !== null) {
    return (
      <>
        <a href={hrefOf(pages[evidence.page], { caseId })}>{evidence.words}</a>, {formatCivilDate(evidence.on)}
      </>
    );
  }
  if (state === 'notApplicable') return note;
  if (state === 'done' && doneOn !== null) {
    return `Se marcó a mano, ${formatCivilDate(doneOn)}${note === null ? '' : `: ${note}`}`;
  }
  return isByHand ? 'Se marca a mano' : 'Lo marca el trabajo';
}
