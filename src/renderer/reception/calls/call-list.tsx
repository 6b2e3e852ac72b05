import { callAnswerLabels, type InstitutionCallLine } from '../../../shared/reception/index.ts';
import { DirectoryField } from '../../directory/index.ts';
import { type ActClient, ActProblem, useAct } from '../../platform/forms/index.ts';
import { inLima } from '../../platform/times.ts';
import { look, EmptyState, Panel, QueryState, StateBadge, LineButton } from '../../platform/ui/index.ts';
import { useInstitutionCalls, useRefreshReception } from '../queries.ts';
import css from '../reception.module.css';

/** Calls that wait for their answer, then the last ones answered. */
export function CallList() {
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
                <Call key={call.callId} call={call} />
              ))}
            </ul>
          )
        }
      </QueryState>
    </Panel>
  );
}

function Call({ call }: { readonly call: InstitutionCallLine }) {
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
      {call.answer === null && call.question !== null && <Steps call={call} steps={steps} />}
      {call.answer !== null && (
        <StateBadge tone={call.answer === 'told' ? 'done' : 'neutral'}>{callAnswerLabels[call.answer]}</StateBadge>
      )}
      <ActProblem act={steps.act} />
    </li>
  );
}

function directoryWords({ officeName, phone, calledBackAt }: InstitutionCallLine): string {
  if (officeName === null) return 'Sin institución del directorio';
  const number = phone === null ? '' : `, ${phone}`;
  const back = calledBackAt === null ? 'falta devolver la llamada' : `llamada devuelta ${inLima(calledBackAt)}`;
  return `${officeName}${number}: ${back}`;
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
    identify: (officeId: string) =>
      step('Institución elegida.', (client) => client.identifyInstitution({ callId, version, officeId })),
    callBack: () =>
      step('Llamada devuelta al número del directorio.', (client) => client.recordCallBack({ callId, version })),
    tell: () => answer('told', 'Se informó.'),
    refuse: () => answer('notTold', 'No se informó.'),
  };
}

type StepsProps = {
  readonly call: InstitutionCallLine;
  readonly steps: ReturnType<typeof useSteps>;
};

/** In this order: which institution, the call back, and only then whether something was told. */
function Steps({ call, steps }: StepsProps) {
  const name = `${call.caller}, ${call.office}`;
  return (
    <div className={look.row}>
      {call.officeId === null && (
        <DirectoryField
          words={{ label: 'Elegir del directorio' }}
          value={null}
          onChange={(id) => {
            if (id !== null) void steps.identify(id);
          }}
        />
      )}
      {call.officeId !== null && call.calledBackAt === null && (
        <LineButton
          label="Devolví la llamada al número del directorio"
          of={name}
          onClick={() => void steps.callBack()}
        />
      )}
      {call.calledBackAt !== null && <LineButton label="Se informó" of={name} onClick={() => void steps.tell()} />}
      <LineButton label="No se informó" of={name} onClick={() => void steps.refuse()} />
    </div>
  );
}
