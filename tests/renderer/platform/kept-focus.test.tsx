/** The next question goes away because of the answer that was just left: the focus does not go with it. */
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import { afterEach, expect, it } from 'vitest';
import { QuestionFields, SectionLayout, useSectionForm } from '../../../src/renderer/platform/forms/index.ts';
import { answersSchema, blankAnswers, type Section } from '../../../src/shared/record/index.ts';
import { Alone } from '../../support/alone.tsx';

afterEach(cleanup);

const told = { required: false, confirmation: 'official' } as const;
const section: Section = {
  id: 'c',
  title: 'Sección',
  questions: {
    howMany: { kind: 'number', item: 'C.1', label: '¿Cuántas redes?', variable: 'X1', min: 1, max: 5, ...told },
    name: {
      ...{ kind: 'text', item: 'C.1', label: 'Red 1', variable: 'X2', max: 50, ...told },
      askedWhen: { question: 'howMany', atLeast: 1 },
    },
    notes: { kind: 'text', item: 'C.2', label: 'Notas', variable: 'X3', max: 50, ...told },
  },
  blocks: [{ id: 'one', title: 'Bloque uno', questions: ['howMany', 'name', 'notes'] }],
};

function Page() {
  const root = useRef<HTMLFormElement>(null);
  const form = useSectionForm<FieldValues>({
    ...{ schema: answersSchema(section.questions), defaultValues: blankAnswers(section.questions), id: 'c' },
  });
  return (
    <SectionLayout section={section} form={form} root={root} onLeave={() => undefined}>
      <QuestionFields section={section} form={form} />
    </SectionLayout>
  );
}

const field = (name: RegExp) => screen.getByRole('textbox', { name });

it('stands on the answer that took the question away, and goes on from there', async () => {
  render(
    <Alone>
      <Page />
    </Alone>,
  );
  const user = userEvent.setup();
  await user.type(field(/Cuántas redes/), '1');
  await user.tab();
  await screen.findByRole('textbox', { name: /Red 1/ });
  await user.clear(field(/Cuántas redes/));
  await user.type(field(/Cuántas redes/), 'dos');
  await user.tab();
  await expect.poll(() => screen.queryByRole('textbox', { name: /Red 1/ })).toBeNull();
  await expect.poll(() => document.activeElement).toBe(field(/Cuántas redes/));
  await user.tab();
  expect(document.activeElement).toBe(field(/Notas/));
});
