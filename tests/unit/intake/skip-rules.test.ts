import { describe, expect, it } from 'vitest';
import { contextOf, formSectionIds, sectionOf, type FormSectionId } from '../../../src/shared/intake/sections.ts';
import { askedQuestions, isAsked, type Answers } from '../../../src/shared/record/index.ts';
import { skipRules } from '../../fixtures/register-form/skip-rules.ts';

/** `works=1 healthInsurance=sis,other` as answers. */
function answersOf(text: string): Record<string, unknown> {
  return Object.fromEntries(
    text
      .split(' ')
      .filter((part) => part !== '')
      .map((part): [string, unknown] => {
        const [name = '', value = ''] = part.split('=');
        if (/^\d+$/.test(value)) return [name, Number(value)];
        return [name, value === '' ? [] : value.split(',')];
      }),
  );
}

/** What the section asks; answers of other sections are its context, unknown ones null as the service hands them. */
function askedFor(id: FormSectionId, answers: Answers): string[] {
  const { questions } = sectionOf(id);
  const foreign = Object.keys(contextOf(id, {}));
  const context = Object.fromEntries(foreign.map((name) => [name, answers[name] ?? null]));
  return askedQuestions(questions, answers, context);
}

const rows = formSectionIds.flatMap((id) =>
  skipRules[id].flatMap(([names, asked, notAsked]) => names.split(' ').map((name) => ({ id, name, asked, notAsked }))),
);

describe('skip rules', () => {
  it.each(rows)('$id: $name', ({ id, name, asked, notAsked }) => {
    expect(askedFor(id, answersOf(asked)), `asked by «${asked}»`).toContain(name);
    for (const other of notAsked) expect(askedFor(id, answersOf(other)), `not by «${other}»`).not.toContain(name);
  });

  it.each(formSectionIds)('are all in the table of section %s, and no more', (id) => {
    const ruled = Object.entries(sectionOf(id).questions).filter(([, question]) => question.askedWhen !== undefined);
    const listed = rows.filter((row) => row.id === id).map((row) => row.name);
    expect(listed.toSorted()).toEqual(ruled.map(([name]) => name).toSorted());
  });

  it('do not take «not asked» for «none ticked»', () => {
    const rule = { question: 'planActions', notTicked: 'emergencyKit' } as const;
    expect(isAsked(rule, { planActions: null })).toBe(false);
    expect(isAsked(rule, { planActions: [] })).toBe(true);
    expect(isAsked(rule, { planActions: ['emergencyKit'] })).toBe(false);
  });
});
