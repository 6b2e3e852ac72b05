import { describe, expect, it } from 'vitest';
import given from '../../../resources/names/given-names.json' with { type: 'json' };
import surnames from '../../../resources/names/surnames.json' with { type: 'json' };
import { inventAnswers } from '../../../src/shared/demo/answers.ts';
import { inventPeople, type NameLists } from '../../../src/shared/demo/people.ts';
import { makeRandom } from '../../../src/shared/demo/random.ts';
import { sectionA, sectionAAnswersSchema } from '../../../src/shared/intake/section-a.ts';
import { userPersonSchema } from '../../../src/shared/people/index.ts';

const names = { surnames, givenNames: given } as unknown as NameLists;

describe('invented people', () => {
  it('are the same for the same seed and others for another', () => {
    expect(inventPeople(makeRandom('a'), names, 30)).toEqual(inventPeople(makeRandom('a'), names, 30));
    expect(inventPeople(makeRandom('a'), names, 30)).not.toEqual(inventPeople(makeRandom('b'), names, 30));
  });

  it('pass the schema, with identity numbers that belong to nobody', () => {
    for (const person of inventPeople(makeRandom('a'), names, 80)) {
      expect(userPersonSchema.safeParse(person).success).toBe(true);
      expect(person.document.number ?? '00').toMatch(/^00/);
    }
  });
});

describe('invented answers of Section A', () => {
  it('pass the schema: nothing hidden is answered', () => {
    const plan = { overrides: { homeDistrict: '150122' }, year: 2026, context: {} };
    for (let turn = 0; turn < 50; turn += 1) {
      const answers = inventAnswers(makeRandom(`seed ${String(turn)}`), sectionA.questions, plan);
      expect(sectionAAnswersSchema.safeParse(answers).error?.issues ?? []).toEqual([]);
    }
  });
});
