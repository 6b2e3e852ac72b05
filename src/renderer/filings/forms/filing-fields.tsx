import type { OfferedArticle } from '../../../shared/filings/index.ts';
import { useWatch } from 'react-hook-form';
import { ChoiceControl, DateControl, LongTextControl, NumberControl, YesNoControl } from '../../papers/index.ts';
import { TextControl, type SectionForm } from '../../platform/forms/index.ts';
import { Panel } from '../../platform/ui/index.ts';
import css from '../filings.module.css';
import { ArticleFields } from './article-fields.tsx';
import { CriterionFields } from './criterion-fields.tsx';
import type { FilingDraft } from './filing-draft.ts';
import { EvidenceFields, LineFields } from './list-fields.tsx';
import { MeasureFields, PrecautionaryFields } from './measure-fields.tsx';
import { treatments } from './words.ts';

type Props = { readonly form: SectionForm<FilingDraft> };

/** 0 → A, 25 → Z, 26 → AA: annexes are lettered after the number of the writ. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

function Addressee({ form }: Props) {
  return (
    <Panel title="Despacho">
      <ChoiceControl form={form} name="treatment" words={{ label: 'Tratamiento' }} options={treatments} inline />
      <TextControl
        form={form}
        name="office"
        words={{
          label: 'Despacho al que se dirige',
          hint: 'Sin nombre de persona: «del Segundo Juzgado de Familia de…».',
        }}
      />
      <div className={css.pair}>
        <TextControl
          form={form}
          name="courtFileNumber"
          width="medium"
          words={{ label: 'Número de expediente', optional: true }}
        />
        <TextControl form={form} name="clerk" width="medium" words={{ label: 'Especialista legal', optional: true }} />
        <NumberControl form={form} name="writNumber" words={{ label: 'Número de escrito' }} />
      </div>
    </Panel>
  );
}

function Urgency({ form }: Props) {
  const isAsked = useWatch({ control: form.control, name: 'urgencyAsked' }) === 1;
  return (
    <Panel title="Urgencia y otrosíes">
      <YesNoControl form={form} name="urgencyAsked" words={{ label: 'Pedir que se resuelva con urgencia' }} />
      {isAsked && <LongTextControl form={form} name="urgencyReason" words={{ label: 'Razón de la urgencia' }} />}
      <LineFields
        form={form}
        name="otherRequests"
        labelOf={(index) => `Otrosí ${index + 1}`}
        add="Añadir otrosí"
        hint="Si el domicilio está en reserva, el programa añade por sí mismo el otrosí que pide mantenerla."
      />
    </Panel>
  );
}

type FieldsProps = Props & {
  readonly suggestions: readonly string[];
  readonly articles: readonly OfferedArticle[];
};

/** The writ in the order of the paper. */
export function FilingFields({ form, suggestions, articles }: FieldsProps) {
  const writNumber = useWatch({ control: form.control, name: 'writNumber' });
  return (
    <>
      <Addressee form={form} />
      <Panel title="Medidas de protección">
        <MeasureFields form={form} suggestions={suggestions} />
      </Panel>
      <Panel title="Medidas cautelares">
        <PrecautionaryFields form={form} suggestions={suggestions} />
      </Panel>
      <Panel title="Criterios para dictar las medidas">
        <CriterionFields form={form} />
      </Panel>
      <Panel title="Fundamentos de derecho">
        <p className={css.secondary}>Se imprimen solo los que usted marque.</p>
        <ArticleFields form={form} articles={articles} />
      </Panel>
      <Panel title="Medios probatorios">
        <EvidenceFields form={form} />
      </Panel>
      <Panel title="Anexos">
        <LineFields
          form={form}
          name="annexes"
          labelOf={(index) => `Anexo ${writNumber ?? ''}-${letterOf(index)}`}
          add="Añadir anexo"
        />
      </Panel>
      <Urgency form={form} />
      <Panel title="Lugar y fecha">
        <div className={css.pair}>
          <TextControl form={form} name="place" width="medium" words={{ label: 'Lugar' }} />
          <DateControl form={form} name="signedOn" words={{ label: 'Fecha' }} />
        </div>
      </Panel>
    </>
  );
}
