import { serviceLabels, services, type Service } from '../../shared/access/index.ts';
import { planActions, sectionE } from '../../shared/intake/index.ts';
import { planActionCodes, stepStateLabels, stepStates, type PlanStep, type StepForm } from '../../shared/plan/index.ts';
import { type Fields } from '../../shared/record/index.ts';
import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import type { Input } from '../platform/client.ts';
import { look, Notice, optionsOf } from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshPlan, type Plan } from './queries.ts';

const otherMost = sectionE.questions.otherPlanAction.max;

type Change = Input<'changePlanStep'>;
type Props = { readonly caseId: string; readonly plan: Plan; readonly onDone: () => void };

const who = (plan: Plan, service: Service | null) =>
  plan.staff
    .filter((one) => service === null || one.services.includes(service))
    .map(({ id, name, services: own }) => ({
      code: id,
      // Before the service is chosen, which of them she works in: nobody of another is taken.
      label: service === null ? `${name} (${own.map((one) => serviceLabels[one]).join(', ')})` : name,
    }));

const dueOn = { kind: 'date', label: 'Hasta' } as const;
const person = { label: 'Quién' } as const;
const nobody = 'Sin elegir «Quién»: quien la atiende en ese servicio.';

/** Under the questions and not at one: over a hint of the last question one would not see the buttons. */
const saying = (words: string) => () => <p className={look.secondary}>{words}</p>;

/** Any action that the plan does not have yet: official, or of its own. */
export function NewStepDialog({ caseId, plan, onDone }: Props) {
  const refresh = useRefreshPlan(caseId);
  const known = new Set(plan.steps.map(({ action }) => action));
  const open = planActionCodes.filter((action) => action === 'other' || !known.has(action));
  const fields = {
    action: {
      ...{ kind: 'choice', label: 'Acción', columns: 12, required: true, missing: 'Elija la acción.' },
      options: open.map((code) => ({ code: code, label: planActions[code].label })),
    },
    words: {
      ...{ kind: 'text', label: 'Qué acción', columns: 12, max: 120, required: true },
      askedWhen: { question: 'action', is: ['other'] },
    },
    service: {
      ...{
        kind: 'choice',
        label: 'Servicio',
        columns: 12,
        inline: true,
        required: true,
        missing: 'Elija el servicio.',
      },
      options: services.map((code) => ({ code: code, label: serviceLabels[code] })),
    },
    staffId: { kind: 'choice', columns: 12, ...person, options: who(plan, null) },
    dueOn,
  } as const satisfies Fields;
  return (
    <FormDialog
      fields={fields}
      id="plan-step"
      isWide
      sentAs="step"
      refresh={refresh}
      words={{ title: 'Agregar una acción', send: 'Poner en el plan', sent: 'Acción puesta en el plan.' }}
      keeping={saying(
        `${nobody} «Otra acción» se escribe también en la Sección E, hasta ${otherMost} letras, y va a la hoja para el registro central: no ponga nombres.`,
      )}
      send={({ words, ...values }, client) =>
        client.putPlanStep({ caseId, step: { ...values, words: values.action === 'other' ? words : null } })
      }
      onDone={onDone}
    />
  );
}

/** What stands now, where somebody else changed it while it was open. */
function Since({ step }: { readonly step: PlanStep }) {
  const { state, who, dueOn: until, note } = step;
  const now = [
    stepStateLabels[state],
    who,
    ...(until === null ? [] : [`hasta ${formatCivilDate(until)}`]),
    ...(note === null ? [] : [`nota: ${note}`]),
  ];
  return (
    <Notice>
      Otra persona la cambió. Ahora está así: {now.join(' · ')}. Lo que usted escribió sigue aquí; «Guardar» lo pone en
      su lugar.
    </Notice>
  );
}

/** Who, until when, and what became of it. */
export function ChangeStepDialog({ caseId, plan, step: opened, onDone }: Props & { readonly step: PlanStep }) {
  // As it is read now: what is sent goes over the newest, and a change of somebody else is shown first.
  const step = plan.steps.find(({ id }) => id === opened.id) ?? opened;
  const refresh = useRefreshPlan(caseId);
  // What the work marked stays marked: only who and until when can be changed.
  const isMarked = step.evidence !== null;
  const fields: Fields = {
    staffId: { kind: 'choice', columns: 12, ...person, options: who(plan, step.service) },
    dueOn,
    ...(isMarked
      ? {}
      : {
          state: {
            ...{ kind: 'choice', label: 'Cómo está', inline: true, required: true },
            options: optionsOf(stepStateLabels).filter(({ code }) => stepStates.includes(code)),
          },
          doneOn: {
            ...{ kind: 'date', label: 'Se hizo el', required: true, missing: 'Escriba cuándo se hizo.' },
            askedWhen: { question: 'state', is: ['done'] },
          },
          note: { kind: 'text', label: 'Nota', max: 200 },
        }),
  };
  const start = {
    ...{ staffId: step.staffId, dueOn: step.dueOn, state: step.state, doneOn: step.doneOn ?? plan.today },
    note: step.note,
  };
  const send = (values: Partial<typeof start>) => {
    const state = isMarked ? 'planned' : (values.state ?? 'planned');
    return {
      ...{ caseId, stepId: step.id, version: step.version, staffId: values.staffId ?? null },
      ...{ dueOn: values.dueOn ?? null, state, doneOn: state === 'done' ? (values.doneOn ?? null) : null },
      note: values.note ?? null,
    } as Change;
  };
  return (
    <FormDialog
      fields={fields}
      start={start}
      id="plan-change"
      refresh={refresh}
      words={{ title: step.label, send: 'Guardar', sent: 'Acción cambiada.' }}
      keeping={saying(`${nobody} Si no corresponde, la nota dice por qué.`)}
      send={(values, client) => client.changePlanStep(send(values))}
      onDone={onDone}
    >
      {step.version !== opened.version && <Since step={step} />}
    </FormDialog>
  );
}

/** Why a proposed action does not apply. */
export function DeclineDialog({
  caseId,
  action,
  onDone,
}: Omit<Props, 'plan'> & { readonly action: StepForm['action'] }) {
  const refresh = useRefreshPlan(caseId);
  const fields = {
    note: { kind: 'text', label: 'Por qué no corresponde', max: 200, required: true, lines: 2 },
  } as const satisfies Fields;
  return (
    <FormDialog
      fields={fields}
      id="plan-decline"
      refresh={refresh}
      words={{ title: planActions[action].label, send: 'No corresponde', sent: 'Anotado: no corresponde.' }}
      send={({ note }, client) => client.declinePlanAction({ caseId, action, note })}
      onDone={onDone}
    />
  );
}

/** It was gone through with her; what she did not want is written. */
export function AgreeDialog({ caseId, plan, onDone }: Props) {
  const refresh = useRefreshPlan(caseId);
  const fields = {
    refused: { kind: 'text', label: 'Qué no quiso', max: 300, lines: 2 },
    on: { kind: 'date', label: 'Se acordó el', required: true, missing: 'Escriba cuándo se acordó.' },
  } as const satisfies Fields;
  return (
    <FormDialog
      fields={fields}
      start={{ on: plan.today }}
      id="plan-agree"
      refresh={refresh}
      words={{ title: 'Acordar el plan con ella', send: 'Acordar', sent: 'Plan acordado con ella.' }}
      keeping={saying('«Qué no quiso» queda vacío si aceptó todo.')}
      send={({ refused, on }, client) => client.agreePlan({ caseId, on, refused })}
      onDone={onDone}
    />
  );
}
