import { describe, expect, it } from 'vitest';
import { composeReferral, referralOptionsSchema, type ReferralFacts } from '../../../src/shared/referrals/index.ts';

const facts: ReferralFacts = {
  caseNumber: '0012-2026',
  user: {
    names: 'Ñusta Inventada',
    document: { kind: 'not-remembered', text: null },
    age: 34,
    sex: 'female',
    language: null,
    needsInterpreter: false,
    disability: null,
    pregnant: true,
    pregnancyWeeks: 20,
    insurance: null,
    zone: null,
  },
  violenceType: 'Física',
  event: { date: { year: 2026, month: 9, day: 3 }, hour: null },
  riskLevel: 'Severo',
  safeContact: '987654321',
  centre: { name: 'Centro Inventado', letterhead: [] },
  practice: false,
};

const options = referralOptionsSchema.parse({
  receiver: { post: 'Jefatura de Emergencia', establishment: 'Hospital Inventado' },
  services: ['emergency'],
  otherService: null,
  urgency: 'emergency',
  reason: 'Lesiones recientes.',
  treatments: null,
  allergies: null,
  companion: null,
  childrenPresent: 0,
  transport: null,
  includeSafeContact: false,
  includePregnancy: false,
  hasProtectionMeasures: false,
  consent: { kind: 'spoken', on: '2026-09-05' },
  professional: { names: 'Profesional Inventada', profession: 'Trabajo social', college: null },
  place: 'Lima',
  signedOn: '2026-09-05',
});
const issue = { number: 'D-0001-2026', draft: false, withheld: ['987654321'] };

function textOf(chosen: typeof options, given = facts): string {
  return JSON.stringify(composeReferral(given, chosen, issue).paper);
}

describe('composeReferral', () => {
  it('misses nothing and keeps address, contact and pregnancy off the paper', () => {
    expect(composeReferral(facts, options, issue).missing).toEqual([]);
    expect(textOf(options)).toContain('En reserva');
    expect(textOf(options)).toContain('No recuerda');
    expect(textOf(options)).not.toMatch(/987654321|Gestación/);
  });

  it('prints contact and pregnancy only when they are included', () => {
    const text = textOf({ ...options, includeSafeContact: true, includePregnancy: true });
    expect(text).toContain('987654321');
    expect(text).toContain('20 semanas');
  });

  it('replaces the safe contact typed into another field', () => {
    expect(textOf({ ...options, reason: 'Llamar al 987-654-321.' })).not.toContain('987-654');
  });

  it('prints no exception on the letter and lists a missing consent', () => {
    const exception = { ...options, consent: { kind: 'danger-to-life' as const, on: options.signedOn } };
    expect(textOf(exception)).not.toContain('Peligro');
    const { missing } = composeReferral(facts, { ...options, consent: null }, issue);
    expect(missing.map((one) => one.fact)).toEqual(['consent']);
  });

  it('puts the slip on a page of its own without the name', () => {
    const { blocks } = composeReferral(facts, options, issue).paper;
    const slip = JSON.stringify(blocks.slice(blocks.findIndex((block) => block.kind === 'pageBreak')));
    expect(slip).toContain('CONTRARREFERENCIA');
    expect(slip).toContain('D-0001-2026');
    expect(slip).not.toContain('Ñusta');
  });
});
