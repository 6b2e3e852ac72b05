import { beforeAll, describe, expect, it } from 'vitest';
import given from '../../../resources/names/given-names.json' with { type: 'json' };
import surnames from '../../../resources/names/surnames.json' with { type: 'json' };
import {
  inventCase,
  inventLaterSections,
  inventMonth,
  inventPeople,
  makeRandom,
  type InventedCase,
  type NameLists,
} from '../../../src/shared/demo/index.ts';
import {
  contextOf,
  plainFormSchema,
  plainSectionIds,
  decideCondition,
  sectionOf,
  sectionA,
  sectionAFormSchema,
  sectionAIssues,
  sectionB,
  sectionBFormSchema,
  sectionBIssues,
  sectionBSchemaFor,
} from '../../../src/shared/intake/index.ts';
import { nameKey, personWarnings, userPersonSchema } from '../../../src/shared/people/index.ts';
import { spanOf, type Month } from '../../../src/shared/platform/dates.ts';
import { answersSchema, missingQuestions } from '../../../src/shared/record/index.ts';
import {
  partnerRisk2019,
  partnerRiskAnswersSchema,
  partnerRiskEligibility,
  scorePartnerRisk,
  skippedAnswerIssues,
} from '../../../src/shared/risk/index.ts';

const names = { surnames, givenNames: given } as unknown as NameLists;
const month = '2026-10' as Month;
const districts = ['150122', '150132', '150103'];
const october = inventMonth('demo', names, { month, districts });

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

describe('inventMonth', () => {
  it('gives the same month for the same seed and another for another', () => {
    expect(inventMonth('demo', names, { month, districts })).toEqual(october);
    expect(inventMonth('otra', names, { month, districts })).not.toEqual(october);
  });

  it('gives 80 cases of that month in the order of admission, on weekdays mostly', () => {
    const days = october.map((one) => one.sectionA.admission.admittedOn);
    expect(october.map((one) => one.index)).toEqual(Array.from({ length: 80 }, (_, index) => index));
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => day.startsWith(month))).toBe(true);
    expect(days.filter((day) => [0, 6].includes(new Date(day).getUTCDay())).length).toBeLessThan(10);
  });

  it('marks a dozen for filing, a dozen for referral and four as drafts', () => {
    const many = (flag: 'wantsFiling' | 'wantsReferral' | 'staysDraft') => october.filter((one) => one[flag]).length;
    expect([many('wantsFiling'), many('wantsReferral'), many('staysDraft')]).toEqual([12, 12, 4]);
    expect(october.filter((one) => one.staysDraft && (one.wantsFiling || one.wantsReferral))).toEqual([]);
  });

  it('brings some pairs again, later and spelt in another way that sounds the same', () => {
    const repeats = october.filter((one) => one.repeats !== null);
    expect(repeats).toHaveLength(4);
    for (const again of repeats) {
      const first = october[again.repeats ?? -1];
      expect(again.index).toBeGreaterThan(first?.index ?? 99);
      expect(again.sectionA.user.firstSurname).not.toBe(first?.sectionA.user.firstSurname);
      expect(nameKey(again.sectionA.user.firstSurname ?? '')).toBe(nameKey(first?.sectionA.user.firstSurname ?? '-'));
      expect(again.sectionA.answers.knownAsUser).toBe(1);
      expect(first?.staysDraft).toBe(false);
    }
  });

  it('follows the number asked for', () => {
    expect(inventMonth('demo', names, { month, districts, count: 7 })).toHaveLength(7);
  });
});

describe('an invented case', () => {
  it('passes the schemas of both sections, with nothing answered that is not asked', () => {
    for (const one of october) {
      expect(sectionAFormSchema.safeParse(one.sectionA).error?.issues ?? []).toEqual([]);
      expect(sectionBFormSchema.safeParse(one.sectionB).error?.issues ?? []).toEqual([]);
      expect(sectionBSchemaFor(one.sectionA.answers).safeParse(one.sectionB.answers).error?.issues ?? []).toEqual([]);
    }
  });

  it('misses no required answer and breaks no rule', () => {
    for (const { sectionA: a, sectionB: b } of october) {
      const { admittedOn } = a.admission;
      expect(missingQuestions(sectionA.questions, a.answers)).toEqual([]);
      expect(missingQuestions(sectionB.questions, b.answers, a.answers)).toEqual([]);
      expect(sectionAIssues(a.answers, { birth: a.user.birth, admittedOn })).toEqual([]);
      expect(sectionBIssues(b.answers, { occurredOn: b.incident.occurredOn, admittedOn })).toEqual([]);
      const birth = personWarnings(a.user, { admittedOn, age: a.answers.userAge }).filter((it) => it.path === 'birth');
      expect(birth).toEqual([]);
    }
  });

  it('happened before the admission', () => {
    for (const { sectionA: a, sectionB: b } of october) {
      const { occurredOn } = b.incident;
      expect(occurredOn).not.toBeNull();
      if (occurredOn === null || occurredOn.day === null) continue;
      expect(spanOf(occurredOn).last < a.admission.admittedOn).toBe(true);
    }
  });

  it('has an account of three to eight sentences without gaps', () => {
    for (const { sectionB: b } of october) {
      const sentences = (b.account ?? '').split(/\.(?:\s|$)/).filter((text) => text !== '');
      expect(sentences.length).toBeGreaterThanOrEqual(3);
      expect(sentences.length).toBeLessThanOrEqual(8);
      expect(b.account).not.toMatch(/[{}]|undefined|null|\s\s/);
    }
  });

  it('has a fully asked partner form exactly where the form may be applied', () => {
    for (const { sectionA: a, risk } of october) {
      const { bondGroup, userAge, userSex } = a.answers;
      const { status } = partnerRiskEligibility({ bondGroup, age: userAge, sex: userSex, minimumAge: 14 });
      expect(risk !== null).toBe(status === 'eligible');
      if (risk === null) continue;
      expect(partnerRiskAnswersSchema.safeParse(risk).success).toBe(true);
      expect(scorePartnerRisk(partnerRisk2019, risk).status).toBe('complete');
      expect(skippedAnswerIssues(partnerRisk2019, risk)).toEqual([]);
      expect(risk.annex.pregnant === 'yes').toBe(a.answers.isPregnant === 1);
    }
  });

  it('can be proposed as new, or as repeated for the same pair', () => {
    for (const { sectionA: a, sectionB: b, condition, repeats } of october) {
      const { proposed } = decideCondition({
        today: a.admission.admittedOn,
        transferredSameEvent: condition.transferredSameEvent,
        isChannelKnown: true,
        userKnownHere: repeats !== null,
        userKnownElsewhere: a.answers.knownAsUser === 1,
        isKnownOnlyAsAggressor: false,
        newEvent: condition.newEvent,
        sameAggressor: repeats === null ? null : true,
        needsLegalRepresentation: b.answers.wantsLegalRepresentation === 1,
        servicesNeeded: condition.servicesNeeded,
        lastAttentionOn: null,
        earlierFicha: null,
        evidence: {},
      });
      expect(proposed).toBe(repeats === null ? 1 : 3);
    }
  });
});

describe('the proportions of many invented cases', () => {
  let cases: InventedCase[] = [];
  const share = (holds: (one: InventedCase) => boolean) =>
    Math.round((1000 * cases.filter(holds).length) / cases.length) / 10;

  beforeAll(() => {
    const random = makeRandom('proporciones');
    cases = Array.from({ length: 2000 }, (_, index) => inventCase(random, names, { month, districts, index }));
  });

  it.each<[string, number, (one: InventedCase) => boolean]>([
    ['women', 83, (one) => one.sectionA.answers.userSex === 0],
    ['ages 0 to 17', 36, (one) => (one.sectionA.answers.userAge ?? 99) < 18],
    ['ages from 60', 7, (one) => (one.sectionA.answers.userAge ?? 0) >= 60],
    ['psychological violence', 44, (one) => one.sectionB.answers.violenceType === 1],
    ['physical violence', 37, (one) => one.sectionB.answers.violenceType === 2],
    ['sexual violence', 18, (one) => one.sectionB.answers.violenceType === 3],
    ['economic violence', 0.4, (one) => one.sectionB.answers.violenceType === 0],
    ['mild risk', 19, (one) => one.sectionB.answers.valuationLevel === 1],
    ['moderate risk', 51, (one) => one.sectionB.answers.valuationLevel === 2],
    ['severe risk', 30, (one) => one.sectionB.answers.valuationLevel === 3],
    ['partner bond', 46, (one) => one.sectionA.answers.bondGroup === 1],
    ['family bond', 43, (one) => one.sectionA.answers.bondGroup === 2],
    ['no bond', 11, (one) => one.sectionA.answers.bondGroup === 3],
    ['complaint before the centre', 88, (one) => one.sectionA.answers.complaintFiled === 1],
    ['measures before the centre', 14, (one) => one.sectionB.answers.hasProtectionMeasures === 1],
  ])('are those published: %s', (_, published, holds) => {
    // Three standard deviations of 2,000 draws at one half.
    expect(Math.abs(share(holds) - published)).toBeLessThan(Math.min(3.4, published / 2 + 0.4));
  });

  it('keep sex, pregnancy, bond and age coherent', () => {
    for (const { sectionA: a } of cases) {
      const { answers } = a;
      if (answers.isPregnant === 1) expect([answers.userSex, (answers.userAge ?? 0) >= 15]).toEqual([0, true]);
      if (answers.bondGroup === 1) expect(answers.userAge).toBeGreaterThanOrEqual(15);
      if ((answers.userAge ?? 0) < 18)
        expect([answers.minorDaughters, answers.minorSons, answers.civilStatus]).toEqual([0, 0, 1]);
      expect(answers.userIsPeruvian).toBe(1);
    }
  });
});

describe('inventLaterSections', () => {
  it('gives Sections C to F that the schema takes, whole and under the answers of the earlier ones', () => {
    for (const invented of october) {
      const later = inventLaterSections('demo', invented);
      const answers = {
        a: invented.sectionA.answers,
        b: invented.sectionB.answers,
        ...Object.fromEntries(plainSectionIds.map((id) => [id, later[id].answers])),
      };
      for (const id of plainSectionIds) {
        expect(plainFormSchema.safeParse(later[id]).error).toBeUndefined();
        const { questions } = sectionOf(id);
        const context = contextOf(id, answers);
        expect(answersSchema(questions, context).safeParse(later[id].answers).error).toBeUndefined();
        expect(missingQuestions(questions, later[id].answers, context)).toEqual([]);
      }
    }
    expect(inventLaterSections('demo', october[0] as InventedCase)).toEqual(
      inventLaterSections('demo', october[0] as InventedCase),
    );
  });
});
