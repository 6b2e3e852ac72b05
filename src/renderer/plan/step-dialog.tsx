import { serviceLabels, services, type Service } from '../../shared/access/index.ts';
import { planActions } from '../../shared/intake/index.ts';
import { planActionCodes, stepStateLabels, stepStates, type PlanStep, type StepForm } from '../../shared/plan/index.ts';
import type { InputGivenOf } from '../../shared/platform/contract.ts';
import type { Contract } from '../../shared/contract.ts';
import { valuesSchema, type Fields } from '../../shared/record/index.ts';
import { optionsOf } from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshPlan, type Plan } from './queries.ts';

type Change = InputGivenOf<Contract['changePlanStep']>;
type Props = { readonly caseId: string; readonly plan: Plan; readonly onDone: () => void };

const who = (plan: Plan, service: Service | null) =>
  plan.staff
    .filter((one) => service === null || one.services.includes(service))
    .map(({ id, name }) => ({ code: id, label: name }));

const dueOn = { kind: 'date', label: 'Hasta' } as const;
const person = { label: 'Quién', hint: 'Sin elegir: quien la atiende en ese servicio.' } as const;

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
      schema={valuesSchema(fields)}
      id="plan-step"
      isWide
      sentAs="step"
      refresh={refresh}
      words={{ title: 'Agregar una acción', send: 'Poner en el plan', sent: 'Acción puesta en el plan.' }}
      send={({ words, ...values }, client) =>
        client.putPlanStep({ caseId, step: { ...values, words: values.action === 'other' ? words : null } })
      }
      onDone={onDone}
    />
  );
}

/** Who, until when, and what became of it. */
export function ChangeStepDialog({ caseId, plan, step, onDone }: Props & { readonly step: PlanStep }) {
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
          note: { kind: 'text', label: 'Nota', max: 200, hint: 'Si no corresponde, por qué.' },
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
      schema={valuesSchema(fields)}
      start={start}
      id="plan-change"
      refresh={refresh}
      words={{ title: step.label, send: 'Guardar', sent: 'Acción cambiada.' }}
      send={(values, client) => client.changePlanStep(send(values))}
      onDone={onDone}
    />
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
      schema={valuesSchema(fields)}
      id="plan-decline"
      refresh={refresh}
      words={{ title: planActions[action].label, send: 'No corresponde', sent: 'Anotado: no corresponde.' }}
      send={({ note }, client) => client.declinePlanAction({ caseId, action, note })}
      onDone={onDone}
    />
  );
}

/** It was gone through with her; what she did not want is written. */
export function AgreeDialog({ caseId, onDone }: Omit<Props, 'plan'>) {
  const refresh = useRefreshPlan(caseId);
  const fields = {
    refused: { kind: 'text', label: 'Qué no quiso', max: 300, lines: 2, hint: 'Vacío si aceptó todo.' },
  } as const satisfies Fields;
  return (
    <FormDialog
      fields={fields}
      schema={valuesSchema(fields)}
      id="plan-agree"
      refresh={refresh}
      words={{ title: 'Acordar el plan con ella', send: 'Acordado hoy', sent: 'Plan acordado con ella.' }}
      send={({ refused }, client) => client.agreePlan({ caseId, refused })}
      onDone={onDone}
    />
  );
}
