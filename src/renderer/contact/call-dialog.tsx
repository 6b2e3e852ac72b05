import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import type { ChosenAction } from '../../shared/care/index.ts';
import { callEndSchema, callResultLabels, type CallResult, type Dialled } from '../../shared/contact/index.ts';
import { blankForm, valuesSchema, type Fields, type ValuesOf } from '../../shared/record/index.ts';
import { ActionField, useAttentions } from '../care/index.ts';
import { FormHead, useSectionForm, type ActClient, type SectionForm } from '../platform/forms/index.ts';
import { Dialog, Facts, look, optionsOf, QueryState, Secret, useNamed } from '../platform/ui/index.ts';
import { FormFields } from '../record/index.ts';
import css from './contact.module.css';

const isHer = { question: 'result', is: ['her'] } as const;
const tryAgain = { question: 'result', is: ['other', 'noAnswer', 'off', 'wrong', 'hungUp'] } as const;
const fields = {
  result: {
    ...{ kind: 'choice', label: 'Cómo terminó', columns: 12, required: true, missing: 'Elija cómo terminó.' },
    options: optionsOf(callResultLabels),
  },
  said: { kind: 'text', label: 'Qué se dijo', max: 500, lines: 2, columns: 12 },
  action: {
    ...{ kind: 'text', label: 'Acción', max: 60, askedWhen: isHer, columns: 12 },
    hint: 'Si la elige, la llamada queda como atención con lo que escribió.',
  },
  nextOn: { kind: 'date', label: 'Próximo intento', askedWhen: tryAgain, columns: 3 },
  nextTime: { kind: 'time', label: 'Hora', askedWhen: tryAgain, columns: 3 },
  withdraws: { kind: 'tick', label: 'Ese número ya no es seguro: no llamar más', columns: 12 },
} as const satisfies Fields;
type Values = ValuesOf<typeof fields>;

const schema = valuesSchema(fields).refine(({ nextOn, nextTime }) => (nextOn === null) === (nextTime === null), {
  path: ['nextTime'],
  error: 'Escriba el día y la hora, o ninguno.',
});

type Props = {
  readonly caseId: string;
  readonly userName: string;
  /** Why she is called, each reason in its own words. */
  readonly reasons: readonly string[];
  readonly call: Dialled;
  readonly refresh: () => Promise<unknown>;
  readonly onDone: () => void;
};

/** The number that may be called now with what to say, and how the call ended. */
export function CallDialog(props: Props) {
  const attentions = useAttentions(props.caseId);
  return <QueryState query={attentions}>{({ actions }) => <Asked {...props} actions={actions} />}</QueryState>;
}

/** What is not asked any more is not sent. */
function endOf({ result, action, nextOn, nextTime, ...rest }: Values) {
  const isAgain = result !== 'her' && result !== 'notMade' && !rest.withdraws;
  return callEndSchema.parse({
    ...{ ...rest, result, action: result === 'her' && action !== '' ? action : null },
    ...{ nextOn: isAgain ? nextOn : null, nextTime: isAgain ? nextTime : null },
  });
}

function Asked({
  caseId,
  userName,
  reasons,
  call,
  actions,
  refresh,
  onDone,
}: Props & { readonly actions: readonly ChosenAction[] }) {
  const form = useSectionForm<Values>({
    ...{
      schema,
      defaultValues: blankForm<Values>(fields, { withdraws: false }),
      id: 'call',
      sentAs: 'end',
      refresh,
    },
  });
  useProposedTry(form, call);
  const named = useNamed();
  const send = () =>
    form.send(
      (values, client: ActClient) =>
        client.endCall({ caseId, callId: call.callId, version: call.version, end: endOf(values) }),
      { words: 'Llamada anotada.', done: onDone, refused: refresh },
    );
  return (
    <Dialog
      {...{ isWide: true, beginsAtField: true }}
      title={`Llamar a ${named(userName)}`}
      confirm={{ label: 'Terminar la llamada', onClick: () => void send(), byControlEnter: true }}
      cancel={{ label: 'Cerrar', onClick: onDone }}
      aside={<NumberNow call={call} reasons={reasons} />}
    >
      <div className={look.stack}>
        <FormHead form={form} order={Object.keys(fields)} />
        <FormFields
          fields={fields}
          form={form}
          given={{
            action: (
              <ActionField
                key="action"
                form={form}
                name="action"
                actions={actions}
                optional
                hint={fields.action.hint}
              />
            ),
          }}
        />
      </div>
    </Dialog>
  );
}

/** As it is dialled, in threes. */
const grouped = (phone: string) => (/^\d{9}$/.test(phone) ? phone.replace(/\d{3}(?=\d)/g, '$& ') : phone);

function NumberNow({ call, reasons }: Pick<Props, 'call' | 'reasons'>) {
  const { phone, whose, until, whatToSay, mayLeaveMessage, hours } = call;
  return (
    <Secret instead={<p>Contacto con reserva</p>}>
      <p className={css.number}>{grouped(phone)}</p>
      <Facts
        of={[
          ['Para qué', reasons.join(' · ')],
          ['Quién contesta', whose ?? 'No se sabe'],
          ['Es seguro', until === null ? (hours ?? 'A cualquier hora') : `Hasta las ${until}`],
          ['Si contesta otra persona, diga', whatToSay === null ? 'Nada: cuelgue' : `«${whatToSay}»`],
          mayLeaveMessage !== null && ['Dejar mensaje', mayLeaveMessage === 'yes' ? 'Sí' : 'No'],
        ]}
      />
    </Secret>
  );
}

/** The try that a rule proposes for what was chosen; a wrong number is nobody's to call again. */
function useProposedTry(form: SectionForm<Values>, { nextTries }: Dialled): void {
  const result = useWatch({ control: form.control, name: 'result' }) as CallResult | null;
  const { setValue } = form;
  useEffect(() => {
    const next = nextTries.find((one) => one.result === result)?.at ?? null;
    setValue('nextOn', next?.on ?? null);
    setValue('nextTime', next?.time ?? null);
    setValue('withdraws', result === 'wrong');
  }, [nextTries, result, setValue]);
}
