import { describe, expect, it } from 'vitest';
import { criterionIds, filingOptionsSchema } from '../../../src/shared/filings/index.ts';
import {
  draftOf,
  issueRefusals,
  lacksOf,
  optionsOf,
  readableOptions,
  refusals,
} from '../../../src/renderer/filings/forms/filing-draft.ts';

const blank = () =>
  draftOf(
    filingOptionsSchema.parse({
      addressee: null,
      courtFileNumber: null,
      clerk: null,
      writNumber: 1,
      measures: [],
      precautionary: [],
      criteria: Object.fromEntries(criterionIds.map((id) => [id, null])),
      articles: [],
      answers: {},
      lists: {},
      linked: [],
      corrects: null,
      evidence: [],
      annexes: [],
      otherRequests: [],
      urgency: { asked: false, reason: null },
      place: 'Lima',
      signedOn: '2026-09-05',
    }),
  );

const lack = (fact: string) => ({ fact, label: 'x', weight: 'required' as const, page: 'document' as const });

describe('draft of the request for measures', () => {
  it('puts a missing reason at the field of its own measure', () => {
    const draft = blank();
    draft.measures['no-contact'].ticked = true;
    draft.measures['weapon-ban'] = { ticked: true, reason: 'Usa un arma.', detail: '' };
    expect(refusals(draft, 3).map((issue) => issue.path)).toEqual(['measures.no-contact.reason']);
  });

  it('keeps what was typed under an unticked measure out of the options', () => {
    const draft = blank();
    draft.measures['no-contact'] = { ticked: false, reason: 'Llama a diario.', detail: '' };
    expect(optionsOf(draft).measures).toEqual([]);
  });

  it('asks for an addressee as a whole once a part is typed', () => {
    const draft = { ...blank(), office: 'del Juzgado de Familia de turno' };
    expect(refusals(draft, 3).map((issue) => issue.path)).toEqual(['treatment']);
  });

  it('does not issue without a measure nor with a criterion passed over', () => {
    const draft = blank();
    expect(issueRefusals(draft, 3)).toHaveLength(1 + criterionIds.length);
    for (const id of criterionIds) draft.criteria[id].none = true;
    draft.measures['no-approach'].ticked = true;
    expect(issueRefusals(draft, 3)).toEqual([]);
  });

  it('names each criterion that is passed over, where it stops the writ and among what is missing', () => {
    const draft = blank();
    draft.measures['no-contact'].ticked = true;
    for (const id of criterionIds) draft.criteria[id].none = id !== 'records' && id !== 'relation';
    const words = issueRefusals(draft, 3).map(({ message }) => message);
    expect(new Set(words).size).toBe(2);
    const told = [lack('medidas.alguna')];
    // A measure that lacks its reason is a measure all the same.
    expect(lacksOf(draft, 3, told).map(({ field }) => field)).toEqual([
      'measures.no-contact.reason',
      'criteria.records.text',
      'criteria.relation.text',
    ]);
    draft.measures['no-contact'].ticked = false;
    expect(lacksOf(draft, 3, told).map(({ fact }) => fact)).toContain('medidas.alguna');
    expect(lacksOf(draft, 4, told)).toEqual(told);
  });

  it('says nothing of a criterion without information, whatever was typed before', () => {
    const draft = blank();
    draft.criteria.records = { text: 'Tiene antecedentes.', none: true };
    expect(optionsOf(draft).criteria.records).toBeNull();
  });
});

describe('what is read while it is written', () => {
  it('leaves out rows that are half filled and keeps the others', () => {
    const evidence = [
      { text: '', purpose: '' },
      { text: 'Ficha de riesgo', purpose: 'acreditar el nivel.' },
      { text: 'Mensaje', purpose: '' },
    ];
    const annexes = [{ text: '' }, { text: 'Copia del documento' }];
    const draft = { ...blank(), evidence, annexes, office: 'del Juzgado de turno' };
    draft.measures['no-contact'].ticked = true;
    draft.measures['weapon-ban'] = { ticked: true, reason: 'Usa un arma.', detail: '' };
    expect(readableOptions(draft, 3)).toMatchObject({
      addressee: null,
      evidence: [{ text: 'Ficha de riesgo' }],
      annexes: ['Copia del documento'],
      measures: [{ code: 'weapon-ban' }],
    });
  });

  it('is nothing while the writ itself cannot be read', () => {
    expect(readableOptions({ ...blank(), signedOn: null }, 3)).toBeNull();
  });
});
