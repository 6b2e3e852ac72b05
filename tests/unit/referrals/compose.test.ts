import { describe, expect, it } from 'vitest';
import {
  composeReferral,
  kindIssues,
  kitAdvice,
  referralKinds,
  shippedLetter,
  referralRules,
  tellingField,
  type ReferralKind,
  type ReferralOptions,
} from '../../../src/shared/referrals/index.ts';
import { isTelling } from '../../../src/shared/papers/index.ts';
import { nobodyHidden, someFacts, someOptions } from '../../support/referral-facts.ts';

const issue = { number: '2026-000001', code: 'AB3K-7QX', draft: false, withheld: ['987654321'], ...nobodyHidden };

function compose(kind: ReferralKind, more: Partial<ReferralOptions> = {}, facts = someFacts) {
  return composeReferral(kind, facts, someOptions(kind, more), { ...issue, template: shippedLetter(kind) });
}

function textOf(kind: ReferralKind, more: Partial<ReferralOptions> = {}): string {
  return JSON.stringify(compose(kind, more).paper.blocks);
}

/** Blocks from the page whose head is that text, up to the next page. */
function pageOf(kind: ReferralKind, head: string): string {
  const { blocks } = compose(kind).paper;
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === head);
  if (at === -1) return '';
  const end = blocks.findIndex((block, index) => index > at && block.kind === 'pageBreak');
  return JSON.stringify(blocks.slice(at, end === -1 ? undefined : end));
}

describe.each(referralKinds)('the letter of %s', (kind) => {
  const rule = referralRules[kind];

  it('misses nothing when it is complete, and each gap is told', () => {
    expect(kindIssues(kind, someOptions(kind))).toEqual([]);
    expect(compose(kind).missing).toEqual([]);
    const bare = { receiver: null, services: [], reason: null, professional: null, consent: null };
    const missing = compose(kind, bare).missing.map(({ fact }) => fact);
    const always = ['receiver', 'services', 'professional'];
    expect(missing).toEqual(expect.arrayContaining(always));
    expect(missing.includes('reason')).toBe(rule.asksReason);
    expect(missing.includes('consent')).toBe(rule.subject !== 'aggressor');
  });

  it('carries the facts of its kind and no others', () => {
    const text = textOf(kind);
    const facts = new Set(rule.facts);
    // Who learns what is needed and not why learns no law of violence either.
    const isToldWhy = ['sis', 'school', 'social-programme'].every((one) => one !== kind);
    expect(text.includes('30364')).toBe(isToldWhy);
    expect(text.includes('Severo')).toBe(facts.has('level'));
    expect(text.includes('Sin denuncia')).toBe(facts.has('complaint') && rule.subject !== 'aggressor');
    expect(text.includes('de 5 y 8 años')).toBe(facts.has('children'));
    expect(text.includes('Pedro Imaginario Condori')).toBe(kind === 'other-cem');
    expect(text.includes('entre 20 y 44 horas')).toBe(facts.has('hours'));
    expect(text.includes('0012-2026')).toBe(rule.namesFicha);
    expect(text).not.toMatch(/987654321|20 semanas/);
  });

  it('prints pregnancy and safe contact only where they belong and when asked for', () => {
    const text = textOf(kind, { includePregnancy: true, includeSafeContact: true });
    expect(text.includes('20 semanas')).toBe(rule.facts.includes('pregnancy'));
    expect(kindIssues(kind, someOptions(kind, { includeSafeContact: true })).length).toBe(rule.mayCall ? 0 : 1);
  });

  it('asks for the slip without the name of the person', () => {
    const slip = pageOf(kind, 'FICHA DE CONTRARREFERENCIA');
    expect(slip).toContain('2026-000001');
    expect(slip).toContain('AB3K-7QX');
    expect(slip).not.toContain('Ñusta');
  });

  it('gives her only what tells nothing', () => {
    const card = pageOf(kind, 'CITA DE ATENCIÓN');
    expect(card !== '').toBe(rule.hasCard);
    const all = { services: [...rule.services], otherService: 'Otro servicio' };
    for (const more of [{}, { card: null }, all] satisfies Partial<ReferralOptions>[]) {
      const { blocks } = compose(kind, more).paper;
      const carried = JSON.stringify(blocks.slice(blocks.findIndex((block) => block.kind === 'pageBreak')));
      expect(carried).toContain('FICHA DE CONTRARREFERENCIA');
      // Names, numbers, the centre; then what tells of an assault, of violence, or of a centre that attends it.
      expect(carried).not.toMatch(/Centro Inventado|Ñusta|Pedro|987654321|0012-2026/);
      expect(isTelling(carried, 'Centro Inventado')).toBe(false);
      expect(carried).not.toMatch(
        /VIH|embarazo|sífilis|hepatitis|anticoncep|profilaxis|integridad|forense|médico legal|psíquic|protecci|kit de|bañe|ropa|entrevista única|mujer/i,
      );
    }
  });
});

describe('composeReferral', () => {
  it('replaces the safe contact typed into another field', () => {
    expect(textOf('health', { reason: 'Llamar al 987-654-321.' })).not.toContain('987-654');
  });

  it('prints no exception on the letter', () => {
    const consent = { kind: 'danger-to-life' as const, on: someOptions('health').signedOn };
    expect(textOf('health', { consent })).not.toContain('Peligro');
  });

  it('never prints where she is on the paper for urgent care', () => {
    expect(textOf('urgent-care')).not.toMatch(/Domicilio|Zona|10:30/);
  });

  it('gives the advice of the kit with the kit alone', () => {
    for (const kind of referralKinds) expect(textOf(kind).includes(kitAdvice[0])).toBe(kind === 'emergency-kit');
  });

  it('refuses words on the card that tell what it is about', () => {
    const card = { place: 'Hospital Inventado', askFor: null, on: null, time: null };
    expect(tellingField(card, 'Centro Inventado')).toBeNull();
    expect(tellingField({ ...card, place: 'Atención a víctimas' }, 'Centro Inventado')).toBe('place');
    expect(tellingField({ ...card, askFor: 'CEM de la zona' }, 'Centro Inventado')).toBe('askFor');
    expect(tellingField({ ...card, askFor: 'centro inventado' }, 'Centro Inventado')).toBe('askFor');
  });

  it('refuses services and answers of another kind', () => {
    const paths = kindIssues('sis', someOptions('sis', { services: ['lodging'], answers: { matter: 'Alimentos' } }));
    expect(paths.map(({ path }) => path[0])).toEqual(['answers', 'services']);
  });
});
