import { useMemo } from 'react';
import {
  appraisalSchema,
  formSections,
  sectionOf,
  type CaseOverview,
  type PlainSectionId,
} from '../../../shared/intake/index.ts';
import { answersSchema, schemaOf, type Answers } from '../../../shared/record/index.ts';
import { z } from '../../../shared/platform/zod.ts';
import { useClient, type Output } from '../../platform/client.ts';
import { Notice } from '../../platform/ui/index.ts';
import type { Draft } from '../queries.ts';
import { AppraisalFields } from './appraisal-fields.tsx';
import { hiddenWords, withoutHidden } from './hidden.ts';
import { factSlots } from './known-facts.tsx';
import { SectionPage, SectionQuestions } from './section-page.tsx';
import { useSection } from './use-section.ts';
import { WorkPanel } from './work-panel.tsx';
import { type PlainValues } from './values.ts';

type Props = {
  readonly overview: CaseOverview;
  readonly section: PlainSectionId;
  readonly saved: Output<'getFormSection'>;
  readonly draft: Draft;
  readonly today: string;
};

/** A section of the paper that is questions alone, under the answers of the earlier ones. */
export function PlainSectionForm({ overview, section, saved, draft, today }: Props) {
  const { caseId } = overview;
  const { context, facts, handedOver } = saved;
  const client = useClient();
  const schema = useMemo(() => schemaFor(section, context), [section, context]);
  const [start, dropped] = useMemo(
    () => withoutHidden<PlainValues>(section, saved.form, context),
    [section, saved.form, context],
  );
  const work = useSection<PlainValues>({
    kind: `section-${section}`,
    caseId,
    schema,
    saved: { version: saved.version, form: start, changed: saved.changed },
    draft,
    save: (over, acting) => acting.saveFormSection({ caseId, ...over }),
    reload: () => client.getFormSection({ caseId, section }),
  });
  const { form } = work;
  const slots = useMemo(() => factSlots(section, facts), [section, facts]);
  const dates = useMemo(() => ({ min: '1990-01-01', max: today }), [today]);
  const service = formSections[section].appraisal;
  return (
    <SectionPage section={section} overview={overview} work={work} context={context}>
      {dropped > 0 && <Notice tone="warning">{hiddenWords(dropped)}</Notice>}
      <WorkPanel {...{ caseId, section, form, context }} lines={saved.work} />
      <SectionQuestions {...{ section, form, context, slots, dates }} />
      {service !== null && (
        <AppraisalFields
          form={form}
          service={service}
          isOwn={'appraisal' in saved.form && saved.form.appraisal !== undefined}
          handedOver={handedOver}
        />
      )}
    </SectionPage>
  );
}

function schemaFor(section: PlainSectionId, context: Answers): z.ZodType<PlainValues, PlainValues> {
  const schema = z.strictObject({
    section: z.literal(section),
    answers: answersSchema(sectionOf(section).questions, context),
    ...(formSections[section].appraisal === null ? {} : { appraisal: appraisalSchema.optional() }),
  });
  // One schema a section; its answers are those of the section that the literal names.
  return schemaOf<PlainValues>(schema);
}
