import { useWatch } from 'react-hook-form';
import {
  blankLocation,
  blankReasonLabels,
  hasBlank,
  locationFormSchema,
  locationMarkLabels,
  partnerLocation2019,
  type LocationForm as Form,
  type LocationQuestion,
} from '../../../shared/risk/index.ts';
import { RecoveredNotice, useDraftedForm, type Draft } from '../../intake/index.ts';
import {
  ChoiceControl,
  type AnyForm,
  FormHead,
  type SectionForm,
  TextControl,
  TickControl,
} from '../../platform/forms/index.ts';
import { PlainButton, look, optionsOf, saveWords, ButtonRow } from '../../platform/ui/index.ts';
import { useRefreshRisk } from '../queries.ts';

type Props = {
  readonly caseId: string;
  readonly opened: Draft;
  /** The version that this one corrects; null for the first. */
  readonly newest: Form | null;
  readonly onDone: () => void;
};

const questions: readonly LocationQuestion[] = partnerLocation2019;
const order = [...questions.map(({ id }) => `answers.${id}`), 'hasPhotograph', 'blank'];

/** The ten questions of annex B; each may stay blank, with one statement for all of them. */
export function LocationForm({ caseId, opened, newest, onDone }: Props) {
  const kept = useDraftedForm<Form>({
    ...{ kind: 'location', caseId, draft: opened, start: newest ?? blankLocation(), version: 1 },
    ...{ schema: locationFormSchema, id: 'location', refresh: useRefreshRisk(caseId), sentAs: 'form' },
  });
  const { form, saving } = kept;
  const save = () =>
    kept.send(
      async (typed, client) => {
        const sent = hasBlank(typed.answers) ? typed : { ...typed, blank: null };
        await client.recordLocation({ caseId, form: sent });
        saving.leave();
      },
      { words: 'Anexo B guardado.', done: onDone },
    );
  return (
    <>
      <RecoveredNotice {...kept} />
      <FormHead form={form} order={order} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the blur of each field bubbles here; nothing is operated by it */}
      <form
        className={look.stack}
        noValidate
        onBlur={() => void saving.saveNow()}
        onSubmit={(event) => event.preventDefault()}
      >
        {questions.map((question) => (
          <QuestionField key={question.id} form={form} question={question} />
        ))}
        <TickControl form={form} name="hasPhotograph" label="Se entrega una fotografía actual de él con la hoja" />
        <BlankField form={form} />
        <ButtonRow busy={form.busy} label="Guardar anexo B" onClick={() => void save()}>
          <PlainButton onClick={onDone}>Dejarlo para después</PlainButton>
          <span className={look.secondary}>{saveWords(saving.state)}</span>
        </ButtonRow>
      </form>
    </>
  );
}

type FieldProps = { readonly form: AnyForm };

function QuestionField({ form, question }: FieldProps & { readonly question: LocationQuestion }) {
  const name = `answers.${question.id}`;
  const words = { label: question.question, item: `B.${question.number}`, optional: true };
  if (question.kind === 'text') return <TextControl form={form} name={name} nullable lines={2} {...words} />;
  return <ChoiceControl form={form} name={name} {...words} inline options={optionsOf(locationMarkLabels)} />;
}

function BlankField({ form }: { readonly form: SectionForm<Form> }) {
  const answers = useWatch({ control: form.control, name: 'answers' });
  if (!hasBlank(answers)) return null;
  return (
    <ChoiceControl
      form={form}
      name="blank"
      label="Lo que queda en blanco"
      inline
      options={optionsOf(blankReasonLabels)}
    />
  );
}
