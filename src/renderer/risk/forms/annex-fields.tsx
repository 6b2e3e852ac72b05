import { useWatch, type FieldValues } from 'react-hook-form';
import type { AnnexQuestion, PartnerRiskAnswers } from '../../../shared/risk/index.ts';
import { Controlled, messageOf, TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { ChoiceField, LongTextField, Panel } from '../../platform/ui/index.ts';
import { annexQuestions, isAnnexAsked } from './risk-values.ts';

type Props = { readonly form: SectionForm<FieldValues> };

/** Annex A: facts that explain the risk; only pregnancy moves the level. */
export function AnnexPanel({ form }: Props) {
  const answers = useWatch({ control: form.control, name: 'answers' }) as PartnerRiskAnswers;
  const ethnic = answers.annex.ethnicDiscrimination;
  return (
    <Panel title="Anexo A. Factores de vulnerabilidad">
      {annexQuestions
        .filter((question) => isAnnexAsked(question, answers))
        .map((question) => (
          <div key={question.id}>
            <AnnexField form={form} question={question} />
            {question.id === 'ethnicDiscrimination' && ethnic !== null && ethnic !== 'no' && (
              <TextControl
                form={form}
                name="answers.community"
                nullable
                width="medium"
                words={{ label: 'Nombre de la comunidad', optional: true }}
              />
            )}
          </div>
        ))}
      <Observations form={form} />
    </Panel>
  );
}

function AnnexField({ form, question }: Props & { readonly question: AnnexQuestion }) {
  return (
    <Controlled
      form={form}
      name={`answers.annex.${question.id}`}
      words={{ label: question.question, item: `A.${question.number}`, hint: question.hint, optional: true }}
    >
      {({ value, ...field }) => (
        <ChoiceField
          {...field}
          inline={question.options.length <= 3}
          options={question.options.map(({ id, label }) => ({ code: id, label }))}
          value={value as string | null}
        />
      )}
    </Controlled>
  );
}

function Observations({ form }: Props) {
  const input = form.register('answers.observations', {
    setValueAs: (text: string | null) => (text === '' ? null : text),
  });
  const errors = form.formState.errors as Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  return (
    <LongTextField
      rows={4}
      words={{
        label: 'Observaciones de interés',
        optional: true,
        id: form.fieldId('answers.observations'),
        error: messageOf(errors['answers']?.['observations']),
      }}
      {...input}
    />
  );
}
