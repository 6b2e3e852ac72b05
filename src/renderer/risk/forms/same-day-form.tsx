import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useWatch } from 'react-hook-form';
import {
  isStep,
  sameDayAnswerSchema,
  sameDayFacts,
  sameDayKindLabels,
  sameDayKinds,
  sameDayLabels,
  sameDayRetraction,
  type SameDayAnswer,
  type SameDayView,
} from '../../../shared/risk/index.ts';
import { under } from '../../../shared/platform/codes-of.ts';
import { failAt } from '../../../shared/platform/failures.ts';
import { z } from '../../../shared/platform/zod.ts';
import { useCentreDay } from '../../intake/index.ts';
import type { Output } from '../../platform/client.ts';
import {
  DateControl,
  TimeControl,
  ChoiceControl,
  Choice,
  Controlled,
  FormHead,
  TextControl,
  useSectionForm,
  type SectionForm,
} from '../../platform/forms/index.ts';
import { useMay, useSession } from '../../platform/session.tsx';
import { inLima } from '../../platform/times.ts';
import { SheetForm, look, Field, optionsOf, useMainTaken } from '../../platform/ui/index.ts';
import { useRefreshRisk } from '../queries.ts';
import css from '../risk.module.css';

type Paper = Output<'getSameDay'>['papers'][number];
type Props = {
  readonly caseId: string;
  readonly open: readonly SameDayView[];
  readonly papers: readonly Paper[];
  readonly onAnswered: () => void;
};

/** As typed; `sameDayAnswerSchema` says what is an answer. */
const typedSchema = z.strictObject({
  facts: z.array(z.enum(sameDayFacts)).min(1, { error: 'Marque al menos un hecho.' }),
  kind: z.enum(sameDayKinds).nullable(),
  words: z.string(),
  who: z.string(),
  on: z.string().nullable(),
  time: z.string().nullable(),
  documentId: z.string().nullable(),
});
type Typed = z.infer<typeof typedSchema>;

const order = ['facts', 'kind', 'words', 'who', 'on', 'time', 'documentId'];

const refusals: Readonly<Record<string, string>> = {
  words: 'Escriba qué se hizo, o por qué no se pudo.',
  who: 'Escriba quién lo hizo o a quién se comunicó.',
  on: 'Escriba el día.',
  time: 'Escriba la hora.',
};

/** The answer as it is sent; what is missing is said at its field. */
function answerOf({ kind, words, who, on, time, documentId }: Typed): SameDayAnswer {
  if (kind === null) throw failAt('kind', 'Elija qué se hizo, o por qué no se pudo.', 'same-day-unanswered');
  const typed = isStep(kind) ? { kind, words, who, on, time, documentId } : { kind, words };
  const parsed = sameDayAnswerSchema.safeParse(typed);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = String(issue?.path[0] ?? 'words');
  const isEmpty = (under<unknown>(typed, path) ?? '') === '';
  throw failAt(
    path,
    isEmpty ? (refusals[path] ?? 'Revise la respuesta.') : (issue?.message ?? ''),
    'same-day-unanswered',
  );
}

/** What comes to be open while nothing is typed is ticked as the others are; a half typed answer keeps its facts. */
function useNewFacts(form: SectionForm<Typed>, open: Props['open']): void {
  const { getValues, reset } = form;
  const { isDirty } = form.formState;
  useEffect(() => {
    const facts = open.map(({ fact }) => fact);
    if (!isDirty && getValues('facts').join() !== facts.join()) reset({ ...getValues(), facts });
  }, [getValues, isDirty, open, reset]);
}

/** One answer for the facts ticked: what was done closes them; why it could not be done leaves them open. */
export function SameDayForm({ caseId, open, papers, onAnswered }: Props) {
  const { staff } = useSession();
  const today = useCentreDay().day;
  const mayAnswer = useMay('risk.assess');
  const isTaken = useMainTaken();
  const start: Typed = {
    facts: open.map(({ fact }) => fact),
    kind: null,
    words: '',
    who: staff.fullName,
    on: today,
    time: null,
    documentId: null,
  };
  const form = useSectionForm<Typed>({
    schema: typedSchema,
    defaultValues: start,
    id: 'same-day',
    refresh: useRefreshRisk(caseId),
    sentAs: 'answer',
  });
  useNewFacts(form, open);
  if (!mayAnswer) return null;
  const save = () =>
    form.send(
      (typed, client) => {
        // Somebody else may have closed one meanwhile.
        const facts = typed.facts.filter((fact) => open.some((view) => view.fact === fact));
        return client.answerSameDay({ caseId, facts, answer: answerOf(typed) });
      },
      { words: 'Respuesta guardada.', done: onAnswered, toTitle: true },
    );
  return (
    <SheetForm aria-label="Responder" onSend={save}>
      <FormHead form={form} order={order} />
      <FactTicks form={form} open={open} />
      <Choice form={form} name="kind" label="¿Qué se hizo?" options={optionsOf(sameDayKindLabels)} />
      <AnswerFields form={form} papers={papers} />
      <div className={look.row}>
        <Button type="submit" {...(isTaken && { variant: 'default' })} aria-disabled={form.busy}>
          Guardar respuesta
        </Button>
      </div>
    </SheetForm>
  );
}

type FieldsProps = { readonly form: SectionForm<Typed> };

function FactTicks({ form, open }: FieldsProps & Pick<Props, 'open'>) {
  return (
    <Controlled form={form} name="facts" label="Respuesta para">
      {({ words, value, onChange, onBlur }) => {
        const ticked = value as readonly string[];
        return (
          <Field {...words} kind="group">
            {({ id }) => (
              <div className={css.ticks}>
                {open.map(({ fact }, at) => (
                  <label key={fact} className={look.option}>
                    <input
                      type="checkbox"
                      id={at === 0 ? id : `${id}-${fact}`}
                      checked={ticked.includes(fact)}
                      onBlur={onBlur}
                      onChange={(event) =>
                        onChange(event.target.checked ? [...ticked, fact] : ticked.filter((one) => one !== fact))
                      }
                    />
                    {sameDayLabels[fact].label}
                  </label>
                ))}
              </div>
            )}
          </Field>
        );
      }}
    </Controlled>
  );
}

function AnswerFields({ form, papers }: FieldsProps & Pick<Props, 'papers'>) {
  const kind = useWatch({ control: form.control, name: 'kind' });
  if (kind === null) return null;
  if (!isStep(kind)) {
    const hint =
      kind === sameDayRetraction
        ? 'Solo cuando la ficha ya no lo dice.'
        : 'La entrevista puede terminar; el hecho sigue pendiente para el equipo.';
    return <TextControl form={form} name="words" lines={2} label="Motivo" hint={hint} />;
  }
  return (
    <>
      <TextControl form={form} name="words" lines={2} label="Qué se hizo" />
      <TextControl form={form} name="who" label="Quién lo hizo o a quién se comunicó" />
      <div className={look.row}>
        <DateControl form={form} name="on" label="Día" />
        <TimeControl form={form} name="time" label="Hora" />
      </div>
      {papers.length > 0 && (
        <ChoiceControl
          form={form}
          name="documentId"
          label="Con el documento"
          optional
          options={papers.map(({ id, number, issuedAt }) => ({
            code: id,
            label: `${number}, ${inLima(issuedAt)}`,
          }))}
        />
      )}
    </>
  );
}
