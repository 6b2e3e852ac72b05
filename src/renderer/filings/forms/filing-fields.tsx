import type { ComponentProps } from 'react';
import { useWatch } from 'react-hook-form';
import type { Office, OfficeId } from '../../../shared/directory/index.ts';
import { addresseeOf, criterionIds, type KindDefinition } from '../../../shared/filings/index.ts';
import { civilDateSchema } from '../../../shared/platform/dates.ts';
import { formatCivilDate } from '../../../shared/platform/typed-date.ts';
import { DirectoryField } from '../../directory/index.ts';
import {
  ChoiceControl,
  DateControl,
  NumberControl,
  TicksControl,
  AnswerControl,
  FormBlock,
  QuestionFields,
  Said,
  TextControl,
  type SectionForm,
} from '../../platform/forms/index.ts';
import { look, QuestionGrid, usePlaceName } from '../../platform/ui/index.ts';
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

const joined = (...parts: readonly (string | false | null)[]) => parts.filter(Boolean).join(' · ');

const countOf = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

const tickedWords = (measures: Readonly<Record<string, { readonly ticked: boolean }>>) =>
  countOf(Object.values(measures).filter(({ ticked }) => ticked).length, 'medida marcada', 'medidas marcadas');

const answeredCriteria = ({ criteria }: FilingDraft) =>
  criterionIds.filter((id) => criteria[id].none || criteria[id].text.trim() !== '').length;

/** A day that is half typed is said by nobody. */
function dayWords(typed: string | null): string | null {
  const day = civilDateSchema.safeParse(typed);
  return day.success ? formatCivilDate(day.data) : null;
}

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
  const said = ({ treatment: to, office, courtFileNumber }: FilingDraft) =>
    joined([to, office].filter(Boolean).join(' '), courtFileNumber);
  return (
    <FormBlock
      title="Dirigido a"
      said={<Said form={form} words={said} />}
      isOpen={treatment === null || form.getValues('office') === '' || form.getValues('courtFileNumber') === ''}
    >
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
      <QuestionGrid>
        <TextControl
          form={form}
          name="courtFileNumber"
          columns={3}
          label="Expediente, carpeta fiscal o denuncia"
          optional
        />
        {isWrit && (
          <>
            <TextControl form={form} name="clerk" columns={3} label="Especialista, fiscal o instructor" optional />
            <TextControl
              form={form}
              name="notebook"
              columns={3}
              label="Cuaderno"
              optional
              hint="Por ejemplo: medidas cautelares."
            />
            <NumberControl
              form={form}
              name="writNumber"
              columns={3}
              label="Número de escrito"
              optional
              hint="Vacío: el que sigue en ese proceso."
            />
          </>
        )}
      </QuestionGrid>
    </FormBlock>
  );
}

function Urgency({ form, clauses }: Pick<FieldsProps, 'form' | 'clauses'>) {
  const isAsked = useWatch({ control: form.control, name: 'urgencyAsked' }) === 1;
  const said = ({ urgencyAsked, otherRequests }: FilingDraft) =>
    joined(urgencyAsked === 1 && 'Con urgencia', countOf(otherRequests.length, 'otrosí', 'otrosíes'));
  return (
    <FormBlock title="Urgencia y otrosíes" said={<Said form={form} words={said} />} isOpen={false}>
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
    </FormBlock>
  );
}

type FieldsProps = Props & {
  readonly definition: KindDefinition;
  readonly suggestions: readonly string[];
  /** What may be ticked, and the confirmed set of the kind. */
  readonly law: Omit<ComponentProps<typeof ArticleFields>, 'form' | 'definition'>;
  /** Clauses of the bank, as they read in this case. */
  readonly clauses: readonly Clause[];
  readonly linked: readonly { readonly name: string; readonly label: string }[];
  /** Issued writs of the case, which this one may correct. */
  readonly issued: readonly { readonly code: string; readonly label: string }[];
};

function Measures({ form, definition, suggestions }: Pick<FieldsProps, 'form' | 'definition' | 'suggestions'>) {
  const { measures, criteria } = definition.uses;
  const protection = <Said form={form} words={(draft: FilingDraft) => tickedWords(draft.measures)} />;
  const precautionary = <Said form={form} words={(draft: FilingDraft) => tickedWords(draft.precautionary)} />;
  const answered = (
    <Said form={form} words={(draft: FilingDraft) => `${answeredCriteria(draft)} de ${criterionIds.length}`} />
  );
  return (
    <>
      {measures && (
        <>
          <FormBlock title="Medidas de protección" said={protection} isOpen>
            <MeasureFields form={form} suggestions={suggestions} />
          </FormBlock>
          <FormBlock title="Medidas cautelares" said={precautionary} isOpen={false}>
            <PrecautionaryFields form={form} suggestions={suggestions} />
          </FormBlock>
        </>
      )}
      {criteria && (
        <FormBlock
          title="Criterios para dictar las medidas"
          said={answered}
          isOpen={answeredCriteria(form.getValues()) < criterionIds.length}
        >
          <CriterionFields form={form} />
        </FormBlock>
      )}
    </>
  );
}

function Related({ form, linked, issued }: Pick<FieldsProps, 'form' | 'linked' | 'issued'>) {
  const said = (draft: FilingDraft) =>
    joined(
      draft.linked.length > 0 && countOf(draft.linked.length, 'otra ficha', 'otras fichas'),
      draft.corrects !== null && 'Corrige otro escrito',
    );
  if (linked.length + issued.length === 0) return null;
  return (
    <FormBlock title="Otras fichas y escritos" said={<Said form={form} words={said} />} isOpen={false}>
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
    </FormBlock>
  );
}

function Attachments({ form, definition }: Pick<FieldsProps, 'form' | 'definition'>) {
  const writNumber = useWatch({ control: form.control, name: 'writNumber' });
  const { uses, sort } = definition;
  const { evidence, annexes } = uses;
  const isWrit = sort === 'writ';
  const said = (draft: FilingDraft) =>
    joined(
      evidence && countOf(draft.evidence.length, 'medio probatorio', 'medios probatorios'),
      annexes && countOf(draft.annexes.length, 'anexo', 'anexos'),
    );
  if (!evidence && !annexes) return null;
  const title = evidence ? 'Pruebas y anexos' : 'Anexos';
  return (
    <FormBlock title={title} said={<Said form={form} words={said} />} isOpen={false}>
      <div className={look.stack}>
        {evidence && <EvidenceFields form={form} />}
        {annexes && (
          <LineFields
            form={form}
            name="annexes"
            labelOf={(index) =>
              isWrit && writNumber !== null ? `Anexo ${writNumber}-${letterOf(index)}` : `Anexo ${letterOf(index)}`
            }
            add="Añadir anexo"
          />
        )}
      </div>
    </FormBlock>
  );
}

/** The writ in the order of the paper. */
export function FilingFields({ form, definition, suggestions, law, clauses, linked, issued }: FieldsProps) {
  const { form: section, lists, sort, own } = definition;
  return (
    <>
      <Addressee form={form} definition={definition} />
      {sort === 'writ' && <Related form={form} linked={linked} issued={issued} />}
      <QuestionFields section={section} form={form} at="answers" isFolding />
      {own !== undefined && <ClauseIntoAnswer form={form} section={section} clauses={clauses} />}
      {lists.map((part) => (
        <RowFields key={part.path} form={form} part={part} />
      ))}
      <Measures form={form} definition={definition} suggestions={suggestions} />
      {(own === undefined || sort === 'writ') && <Law form={form} definition={definition} law={law} />}
      <Attachments form={form} definition={definition} />
      {sort === 'writ' && <Urgency form={form} clauses={clauses} />}
      <Signing form={form} definition={definition} />
    </>
  );
}

/** Nothing is argued that she did not tick; to tick is advised, not needed. */
function Law({ form, definition, law }: Pick<FieldsProps, 'form' | 'definition' | 'law'>) {
  const words = ({ articles }: FilingDraft) => `${articles.length} de ${law.articles.length} artículos marcados`;
  return (
    <FormBlock
      title="Derecho"
      said={<Said form={form} words={words} />}
      aside={<Said form={form} words={({ articles }) => (articles.length === 0 ? 'conviene' : '')} />}
      isOpen={form.getValues('articles').length === 0}
    >
      <p className={look.secondary}>Se imprimen solo los que usted marque.</p>
      <ArticleFields form={form} definition={definition} {...law} />
    </FormBlock>
  );
}

function Signing({ form, definition }: Pick<FieldsProps, 'form' | 'definition'>) {
  const said = ({ place, signedOn, cannotSign }: FilingDraft) =>
    joined(place, dayWords(signedOn), cannotSign === 1 && 'Ella no puede firmar');
  const isOpen = form.getValues('place') === '';
  return (
    <FormBlock title="Lugar, fecha y firma" said={<Said form={form} words={said} />} isOpen={isOpen}>
      <QuestionGrid>
        {definition.partySigns && (
          <AnswerControl
            form={form}
            name="cannotSign"
            label="¿Ella no puede firmar?"
            hint="Su línea pide la impresión dactilar."
            optional
          />
        )}
        <TextControl form={form} name="place" columns={3} label="Lugar" />
        <DateControl form={form} name="signedOn" columns={3} label="Fecha" />
      </QuestionGrid>
    </FormBlock>
  );
}
