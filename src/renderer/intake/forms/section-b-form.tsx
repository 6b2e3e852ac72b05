import { useMemo } from 'react';
import {
  accountSchema,
  appraisalSchema,
  incidentSchema,
  sectionBSchemaFor,
  type CaseOverview,
} from '../../../shared/intake/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { useClient, type Output } from '../../platform/client.ts';
import { PartialDateControl, TimeControl, type AnyForm, messageOf, TextControl } from '../../platform/forms/index.ts';
import { Notice, Panel, QuestionGrid, type DateRange, LongTextField } from '../../platform/ui/index.ts';
import css from '../intake.module.css';
import type { Draft } from '../queries.ts';
import { AppraisalFields } from './appraisal-fields.tsx';
import { hiddenWords, withoutHidden } from './hidden.ts';
import { factSlots } from './known-facts.tsx';
import { SectionPage, SectionQuestions } from './section-page.tsx';
import { useSection } from './use-section.ts';
import { WorkPanel } from './work-panel.tsx';
import { type SectionBValues } from './values.ts';

type Props = {
  readonly overview: CaseOverview;
  readonly saved: Output<'getSectionB'>;
  readonly draft: Draft;
  readonly today: string;
};

/** Section B: the event, her account, and the blocks B.1 to B.10 under the answers of Section A. */
export function SectionBForm({ overview, saved, draft, today }: Props) {
  const { caseId } = overview;
  const { known } = saved;
  const client = useClient();
  const schema = useMemo(() => schemaFor(known), [known]);
  const [start, dropped] = useMemo(() => withoutHidden<SectionBValues>('b', saved.form, known), [known, saved.form]);
  const work = useSection<SectionBValues>({
    kind: 'section-b',
    caseId,
    schema,
    saved: { version: saved.version, form: start, changed: saved.changed },
    draft,
    save: (over, acting) => acting.saveSectionB({ caseId, ...over }),
    reload: () => client.getSectionB({ caseId }),
  });
  const { form } = work;
  const slots = useMemo(() => factSlots('b', saved.facts), [saved.facts]);
  const dates = useMemo(() => datesSinceBirth(known.userAge, today), [known.userAge, today]);
  return (
    <SectionPage section="b" overview={overview} work={work} context={known}>
      {dropped > 0 && <Notice tone="warning">{hiddenWords(dropped)}</Notice>}
      <WorkPanel {...{ caseId, form }} section="b" context={known} lines={saved.work} />
      <Panel title="El hecho">
        <IncidentFields form={form} dates={dates} />
        {saved.form.account === undefined ? (
          <Notice>El relato lo leen quienes atienden el caso.</Notice>
        ) : (
          <AccountField form={form} />
        )}
      </Panel>
      <SectionQuestions section="b" form={form} context={known} slots={slots} dates={dates} />
      <AppraisalFields
        form={form}
        service="psychology"
        isOwn={saved.form.appraisal !== undefined}
        handedOver={saved.handedOver}
      />
    </SectionPage>
  );
}

/** From the year she was born in, as her age tells it; a short year is looked up inside. */
function datesSinceBirth(age: number | null, today: string): DateRange {
  const year = age === null ? 1900 : Math.max(1900, Number(today.slice(0, 4)) - age - 1);
  return { min: `${year}-01-01`, max: today };
}

function schemaFor(known: Props['saved']['known']): z.ZodType<SectionBValues, SectionBValues> {
  const context = { userSex: known.userSex, complaintFiled: known.complaintFiled };
  return z.strictObject({
    incident: incidentSchema,
    account: accountSchema.nullable().optional(),
    answers: sectionBSchemaFor(context),
    appraisal: appraisalSchema.optional(),
  });
}

/** Date and hour of the last event and where, as far as she tells. */
function IncidentFields({ form, dates }: { readonly form: AnyForm; readonly dates: DateRange }) {
  return (
    <QuestionGrid>
      <PartialDateControl
        form={form}
        name="incident.occurredOn"
        label="Fecha del último hecho"
        range={dates}
        columns={3}
      />
      <TimeControl form={form} name="incident.occurredTime" label="Hora del último hecho" optional columns={2} />
      <TextControl
        form={form}
        name="incident.place"
        nullable
        label="Lugar del hecho, en sus palabras"
        optional
        columns={6}
      />
    </QuestionGrid>
  );
}

/** Her account, kept whole as she tells it; uncontrolled, so that typing draws nothing again. */
function AccountField({ form }: { readonly form: AnyForm }) {
  const input = form.untyped.register('account', { setValueAs: (text: string | null) => (text === '' ? null : text) });
  return (
    <div className={css.account}>
      <LongTextField
        rows={12}
        words={{
          label: 'Relato de la persona usuaria',
          hint: 'Escríbalo como lo cuenta. Se cita en los documentos; no se vuelve a preguntar.',
          id: form.fieldId('account'),
          error: messageOf(form.untyped.formState.errors['account']),
        }}
        {...input}
      />
    </div>
  );
}
