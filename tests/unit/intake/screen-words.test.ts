import { describe, expect, it } from 'vitest';
import { questionNamed } from '../../../src/shared/intake/index.ts';
import { wordedQuestions } from '../../../src/shared/intake/screen-words.ts';

describe('words of the screen', () => {
  it.each(wordedQuestions)('%s is a question of the form, and has fewer words than the paper', (name) => {
    const question = questionNamed(name);
    expect(question).toBeDefined();
    expect(question?.short?.length ?? 0).toBeLessThanOrEqual(question?.label.length ?? 0);
  });

  it('leaves the label of the paper as the name of the question', () => {
    expect(questionNamed('studies')?.label).toMatch(/^¿Actualmente la persona usuaria estudia/);
  });
});
