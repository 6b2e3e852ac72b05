/** Every question of the form is drawn where it is asked, with its answer; the form keeps it as it was given. */
import { cleanup, render } from '@testing-library/react';
import { useEffect } from 'react';
import type { FieldValues } from 'react-hook-form';
import { afterEach, describe, expect, it } from 'vitest';
import { QuestionFields, useSectionForm, type SectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { contextOf, formSectionIds, sectionOf, type FormSectionId } from '../../../src/shared/intake/index.ts';
import { answersSchema, askedQuestions, type Answers } from '../../../src/shared/record/index.ts';
import { z } from '../../../src/shared/platform/zod.ts';
import { everyAnswer } from '../../support/every-answer.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

type Props = { readonly id: FormSectionId; readonly answers: Answers; readonly context: Answers };

function drawn({ id, answers, context }: Props): SectionForm<FieldValues> {
  const held: { form: SectionForm<FieldValues> | null } = { form: null };
  function Page() {
    const schema = z.strictObject({ answers: answersSchema(sectionOf(id).questions, context) });
    const form = useSectionForm<FieldValues>({ schema: schema, defaultValues: { answers }, id });
    useEffect(() => {
      held.form = form;
    });
    return <QuestionFields section={sectionOf(id)} form={form} at="answers" context={context} />;
  }
  render(
    <Alone>
      <Page />
    </Alone>,
  );
  if (held.form === null) throw new Error('the page was not drawn');
  return held.form;
}

const fichas = everyAnswer();

describe.each(formSectionIds)('section %s', (id) => {
  it('draws each question it asks, all of them in one ficha or another', () => {
    const seen = new Set<string>();
    const { questions } = sectionOf(id);
    for (const ficha of fichas) {
      const context = contextOf(id, ficha);
      const answers = ficha[id] ?? {};
      const form = drawn({ id, answers, context });
      const asked = askedQuestions(questions, answers, context);
      const missing = asked.filter((name) => document.getElementById(form.fieldId(`answers.${name}`)) === null);
      expect(missing).toEqual([]);
      expect(form.getValues('answers')).toEqual(answers);
      for (const name of asked) seen.add(name);
      cleanup();
    }
    expect(Object.keys(questions).filter((name) => !seen.has(name))).toEqual([]);
  });
});
