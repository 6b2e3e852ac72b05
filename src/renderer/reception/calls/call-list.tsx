import { Button } from '@mantine/core';
import { callAnswerLabels, type InstitutionCallLine, type InstitutionLine } from '../../../shared/reception/index.ts';
import { type ActClient, ActProblem, useAct } from '../../platform/forms/index.ts';
import { inLima } from '../../platform/times.ts';
import { look, ChoiceField, EmptyState, Panel, QueryState, StateBadge } from '../../platform/ui/index.ts';
import { useInstitutionCalls, useRefreshReception } from '../queries.ts';
import css from '../reception.module.css';

type Known = readonly InstitutionLine[];

/** Calls that wait for their answer, then the last ones answered. */
export function CallList({ institutions }: { readonly institutions: Known }) {
  const calls = useInstitutionCalls();
  return (
    <Panel title="Llamadas registradas">
      <QueryState query={calls}>
        {(lines) =>
          lines.length === 0 ? (
            <EmptyState>Aún no se registró ninguna llamada de una institución.</EmptyState>
          ) : (
            <ul className={css.lines}>
              {lines.map((call) => (
                <Call key={call.callId} call={call} institutions={institutions} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </Panel>
  );
}

function Call({ call, institutions }: { readonly call: InstitutionCallLine; readonly institutions: Known }) {
  const steps = useSteps(call);
  return (
    <li className={css.line}>
      <div className={css.told}>
        <p className={look.strong}>{`${call.caller}, ${call.office}`}</p>
        {call.question !== null && <p>{call.question}</p>}
        <p className={look.secondary}>{`${inLima(call.receivedAt)} · registró ${call.takenBy}`}</p>
        <p className={look.secondary}>{directoryWords(call)}</p>
      </div>
      {call.answer === null && call.question === null && <StateBadge tone="neutral">Sin responder</StateBadge>}
      {call.answer === null && call.question !== null && (
        <Steps call={call} institutions={institutions} steps={steps} />
      )}
      {call.answer !== null && (
        <StateBadge tone={call.answer === 'told' ? 'done' : 'neutral'}>{callAnswerLabels[call.answer]}</StateBadge>
      )}
      <ActProblem act={steps.act} />
    </li>
  );
}

function directoryWords({ institutionName, phone, calledBackAt }: InstitutionCallLine): string {
  if (institutionName === null) return 'Sin institución del directorio';
  const number = phone === null ? '' : `, ${phone}`;
  const back = calledBackAt === null ? 'falta devolver la llamada' : `llamada devuelta ${inLima(calledBackAt)}`;
  return `${institutionName}${number}: ${back}`;
}

function useSteps({ callId, version }: InstitutionCallLine) {
  const refresh = useRefreshReception();
  const act = useAct({ refresh });
  const step = (words: string, work: (client: ActClient) => Promise<unknown>) =>
    act.run(work, { of: words, words, refused: refresh });
  const answer = (said: 'told' | 'notTold', words: string) =>
    step(words, (client) => client.answerInstitution({ callId, version, answer: said }));
  return {
    act,
    identify: (institutionId: string) =>
      step('Institución elegida.', (client) => client.identifyInstitution({ callId, version, institutionId })),
    callBack: () =>
      step('Llamada devuelta al número del directorio.', (client) => client.recordCallBack({ callId, version })),
    tell: () => answer('told', 'Se informó.'),
    refuse: () => answer('notTold', 'No se informó.'),
  };
}

type StepsProps = {
  readonly call: InstitutionCallLine;
  readonly institutions: Known;
  readonly steps: ReturnType<typeof useSteps>;
};

/** In this order: which institution, the call back, and only then whether something was told. */
function Steps({ call, institutions, steps }: StepsProps) {
  const name = `${call.caller}, ${call.office}`;
  return (
    <div className={look.row}>
      {call.institutionId === null && (
        <ChoiceField
          words={{ label: 'Elegir del directorio' }}
          options={institutions.map((one) => ({
            code: one.institutionId,
            label: one.office === null ? one.name : `${one.name} · ${one.office}`,
          }))}
          value={null}
          onChange={(id) => {
            if (id !== null) void steps.identify(id);
          }}
        />
      )}
      {call.institutionId !== null && call.calledBackAt === null && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Devolví la llamada al número del directorio: ${name}`}
          onClick={() => void steps.callBack()}
        >
          Devolví la llamada al número del directorio
        </Button>
      )}
      {call.calledBackAt !== null && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Se informó: ${name}`}
          onClick={() => void steps.tell()}
        >
          Se informó
        </Button>
      )}
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`No se informó: ${name}`}
        onClick={() => void steps.refuse()}
      >
        No se informó
      </Button>
    </div>
  );
}
