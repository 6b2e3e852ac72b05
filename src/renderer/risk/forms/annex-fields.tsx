import { useWatch } from 'react-hook-form';
import { use } from 'react';
import {
  blankAnnex,
  blankReasonLabels,
  isAnnexAsked,
  isPregnancyAsked,
  locationOfferLabels,
  partnerRisk2019,
  type AnnexQuestion,
} from '../../../shared/risk/index.ts';
import { type AnyForm, ChoiceControl, messageOf, TextControl } from '../../platform/forms/index.ts';
import { LongTextField, Notice, optionsOf, Panel } from '../../platform/ui/index.ts';
import { KnownContext } from './known-context.ts';
import { KnownWhy, KnownWords } from './known-notes.tsx';
import { annexQuestions, type RiskForm } from './risk-values.ts';

type Props = { readonly form: RiskForm };

/** Annex A: facts that explain the risk; only pregnancy moves the level. */
export function AnnexPanel({ form }: Props) {
  const answers = useWatch({ control: form.control, name: 'answers' });
  const ethnic = answers.annex.ethnicDiscrimination;
  return (
    <Panel title="Anexo A. Factores de vulnerabilidad">
      {annexQuestions
        .filter((question) => isAnnexAsked(question, answers))
        .map((question) => (
          <div key={question.id}>
            <AnnexField form={form} question={question} />
            {question.id === 'pregnant' && (
              <>
                <KnownWords about="annex.pregnant" />
                <KnownWhy form={form} about="annex.pregnant" />
              </>
            )}
            {question.id === 'ethnicDiscrimination' && ethnic !== null && ethnic !== 'no' && (
              <TextControl
                form={form}
                name="answers.community"
                nullable
                width="medium"
                label="Nombre de la comunidad"
                optional
              />
            )}
          </div>
        ))}
      {blankAnnex(partnerRisk2019, answers).length > 0 && (
        <ChoiceControl
          form={form}
          name="answers.annexBlank"
          label="Lo que quedó en blanco del anexo A"
          hint="Vale para todas las preguntas sin respuesta."
          inline
          options={optionsOf(blankReasonLabels)}
        />
      )}
      <Observations form={form} />
    </Panel>
  );
}

/** Annex B is offered in every form, and answered only if she wants to. */
export function LocationOffer({ form }: Props) {
  return (
    <Panel title="Anexo B. Dónde se le encuentra a él">
      <Notice>
        Ayuda a la Policía a ubicarlo. Se guarda y se imprime aparte, nunca en un escrito que él reciba. Puede quedar en
        blanco.
      </Notice>
      <ChoiceControl
        form={form}
        name="answers.locationOffer"
        label="¿Quiere responder el anexo B?"
        options={optionsOf(locationOfferLabels)}
      />
    </Panel>
  );
}

function AnnexField({ form, question }: { readonly form: AnyForm; readonly question: AnnexQuestion }) {
  const { isPregnant } = use(KnownContext);
  const isRequired = question.id === 'pregnant' && isPregnancyAsked(isPregnant);
  const hint = isRequired ? `Pregunte de viva voz. ${question.hint ?? ''}` : question.hint;
  return (
    <ChoiceControl
      form={form}
      name={`answers.annex.${question.id}`}
      label={question.question}
      item={`A.${question.number}`}
      hint={hint}
      optional={!isRequired}
      inline={question.options.length <= 3}
      options={question.options.map(({ id, label }) => ({ code: id, label }))}
    />
  );
}

function Observations({ form }: Props) {
  const input = form.register('answers.observations', {
    setValueAs: (text: string | null) => (text === '' ? null : text),
  });
  return (
    <LongTextField
      rows={4}
      words={{
        label: 'Observaciones de interés',
        optional: true,
        id: form.fieldId('answers.observations'),
        error: messageOf(form.formState.errors.answers?.observations),
      }}
      {...input}
    />
  );
}
