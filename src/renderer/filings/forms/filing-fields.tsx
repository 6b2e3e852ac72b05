import type { ComponentProps } from 'react';
import { useWatch } from 'react-hook-form';
import type { Office, OfficeId } from '../../../shared/directory/index.ts';
import { addresseeOf, type KindDefinition } from '../../../shared/filings/index.ts';
import { DirectoryField } from '../../directory/index.ts';
import {
  ChoiceControl,
  DateControl,
  NumberControl,
  TicksControl,
  AnswerControl,
  QuestionFields,
  TextControl,
  type SectionForm,
} from '../../platform/forms/index.ts';
import { look, Panel, usePlaceName } from '../../platform/ui/index.ts';
import { ArticleFields } from './article-fields.tsx';
import { CriterionFields } from './criterion-fields.tsx';
import type { FilingDraft } from './filing-draft.ts';
import type { Clause } from '../own/clauses.ts';
import { ClauseIntoAnswer } from './clause-fields.tsx';
import { EvidenceFields, LineFields } from './list-fields.tsx';
import { MeasureFields, PrecautionaryFields } from './measure-fields.tsx';
import { RowFields } from './row-fields.tsx';
import { authorityKindsOf, treatmentsOf } from './words.ts';

type Props = { readonly form: SectionForm<FilingDraft> };

/** 0 → A, 25 → Z, 26 → AA: annexes are lettered after the number of the writ. */
function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

/** An office of the directory fills treatment and office; both stay to be typed over. */
function FromDirectory({ form, definition }: Props & { readonly definition: KindDefinition }) {
  const placeName = usePlaceName();
  const chosen = useWatch({ control: form.control, name: 'authorityId' });
  const fill = (id: OfficeId | null, authority: Office | null) => {
    const set = { shouldDirty: true, shouldValidate: form.attempt > 0 };
    form.setValue('authorityId', id, set);
    if (authority === null) return;
    const { treatment, office } = addresseeOf(authority, placeName(authority.districtCode));
    if (treatment !== null) form.setValue('treatment', treatment, set);
    form.setValue('office', office, set);
  };
  return (
    <DirectoryField
      words={{
        label: 'Despacho del directorio',
        id: form.fieldId('authorityId'),
        hint: 'Llena el tratamiento y el despacho.',
        optional: true,
      }}
      kinds={authorityKindsOf(definition)}
      value={chosen as OfficeId | null}
      onChange={fill}
    />
  );
}

function Addressee({ form, definition }: Props & { readonly definition: KindDefinition }) {
  const isWrit = definition.sort === 'writ';
  const treatment = useWatch({ control: form.control, name: 'treatment' });
  return (
    <Panel title="Despacho">
      <FromDirectory form={form} definition={definition} />
      <ChoiceControl
        form={form}
        name="treatment"
        label="Tratamiento"
        options={treatmentsOf(definition, treatment)}
        inline
      />
      <TextControl
        form={form}
        name="office"
        label="Despacho al que se dirige"
        hint="Sin nombre de persona: «del Segundo Juzgado de Familia de…»."
      />
      <div className={look.gridFields}>
        <TextControl
          form={form}
          name="courtFileNumber"
          width="medium"
          label="Expediente, carpeta fiscal o denuncia"
          optional
        />
        {isWrit && (
          <>
            <TextControl form={form} name="clerk" width="medium" label="Especialista, fiscal o instructor" optional />
            <TextControl
              form={form}
              name="notebook"
              width="medium"
              label="Cuaderno"
              optional
              hint="Por ejemplo: medidas cautelares."
            />
            <NumberControl
              form={form}
              name="writNumber"
              label="Número de escrito"
              optional
              hint="Vacío: el que sigue en ese proceso."
            />
          </>
        )}
      </div>
    </Panel>
  );
}

function Urgency({ form, clauses }: Pick<FieldsProps, 'form' | 'clauses'>) {
  const isAsked = useWatch({ control: form.control, name: 'urgencyAsked' }) === 1;
  return (
    <Panel title="Urgencia y otrosíes">
      <AnswerControl form={form} name="urgencyAsked" label="Pedir que se resuelva con urgencia" />
      {isAsked && <TextControl lines={2} form={form} name="urgencyReason" label="Razón de la urgencia" />}
      <LineFields
        form={form}
        name="otherRequests"
        labelOf={(index) => `Otrosí ${index + 1}`}
        add="Añadir otrosí"
        phrases={clauses}
        hint="Si el domicilio está en reserva, el programa añade por sí mismo el otrosí que pide mantenerla."
      />
    </Panel>
  );
}

type FieldsProps = Props & {
  readonly definition: KindDefinition;
  readonly suggestions: readonly string[];
  /** What may be ticked, and the confirmed set of the kind. */
  readonly law: Omit<ComponentProps<typeof ArticleFields>, 'form' | 'definition'>;
  /** Clauses of the bank, as they read in this case. */
  readonly clauses: readonly Clause[];
  /** Fichas of the same event that this person may read. */
  readonly linked: readonly { readonly name: string; readonly label: string }[];
  /** Issued writs of the case, which this one may correct. */
  readonly issued: readonly { readonly code: string; readonly label: string }[];
};

function Measures({ form, definition, suggestions }: Pick<FieldsProps, 'form' | 'definition' | 'suggestions'>) {
  const { measures, criteria } = definition.uses;
  return (
    <>
      {measures && (
        <>
          <Panel title="Medidas de protección">
            <MeasureFields form={form} suggestions={suggestions} />
          </Panel>
          <Panel title="Medidas cautelares">
            <PrecautionaryFields form={form} suggestions={suggestions} />
          </Panel>
        </>
      )}
      {criteria && (
        <Panel title="Criterios para dictar las medidas">
          <CriterionFields form={form} />
        </Panel>
      )}
    </>
  );
}

function Related({ form, linked, issued }: Pick<FieldsProps, 'form' | 'linked' | 'issued'>) {
  if (linked.length + issued.length === 0) return null;
  return (
    <Panel title="Otras fichas y escritos">
      {linked.length > 0 && (
        <TicksControl
          form={form}
          name="linked"
          ticks={linked}
          label="Otras personas del mismo hecho que este escrito nombra"
          optional
        />
      )}
      {issued.length > 0 && (
        <ChoiceControl form={form} name="corrects" options={issued} label="Escrito emitido que este corrige" optional />
      )}
    </Panel>
  );
}

function Attachments({ form, definition }: Pick<FieldsProps, 'form' | 'definition'>) {
  const writNumber = useWatch({ control: form.control, name: 'writNumber' });
  const { uses, sort } = definition;
  const { evidence, annexes } = uses;
  const isWrit = sort === 'writ';
  return (
    <>
      {evidence && (
        <Panel title="Medios probatorios">
          <EvidenceFields form={form} />
        </Panel>
      )}
      {annexes && (
        <Panel title="Anexos">
          <LineFields
            form={form}
            name="annexes"
            labelOf={(index) =>
              isWrit && writNumber !== null ? `Anexo ${writNumber}-${letterOf(index)}` : `Anexo ${letterOf(index)}`
            }
            add="Añadir anexo"
          />
        </Panel>
      )}
    </>
  );
}

/** The writ in the order of the paper. */
export function FilingFields({ form, definition, suggestions, law, clauses, linked, issued }: FieldsProps) {
  const { form: section, lists, sort, own } = definition;
  return (
    <>
      <Addressee form={form} definition={definition} />
      {sort === 'writ' && <Related form={form} linked={linked} issued={issued} />}
      <QuestionFields section={section} form={form} at="answers" />
      {own !== undefined && <ClauseIntoAnswer form={form} section={section} clauses={clauses} />}
      {lists.map((part) => (
        <RowFields key={part.path} form={form} part={part} />
      ))}
      <Measures form={form} definition={definition} suggestions={suggestions} />
      {(own === undefined || sort === 'writ') && (
        <Panel title="Fundamentos de derecho">
          <p className={look.secondary}>Se imprimen solo los que usted marque.</p>
          <ArticleFields form={form} definition={definition} {...law} />
        </Panel>
      )}
      <Attachments form={form} definition={definition} />
      {sort === 'writ' && <Urgency form={form} clauses={clauses} />}
      <Panel title="Lugar, fecha y firma">
        {definition.partySigns && (
          <AnswerControl
            form={form}
            name="cannotSign"
            label="¿Ella no puede firmar?"
            hint="Su línea pide la impresión dactilar."
            optional
          />
        )}
        <div className={look.gridFields}>
          <TextControl form={form} name="place" width="medium" label="Lugar" />
          <DateControl form={form} name="signedOn" label="Fecha" />
        </div>
      </Panel>
    </>
  );
}
