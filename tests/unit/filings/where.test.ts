/** Every fact a kind wants leads to a field that exists, or says on which page nothing answers it alone. */
import { describe, expect, it } from 'vitest';
import {
  blankAnswersOf,
  composeFiling,
  inventedGiven,
  kinds,
  templateKinds,
} from '../../../src/shared/filings/index.ts';
import { fieldsOf } from '../../../src/shared/filings/fields/catalogue.ts';
import { fieldOfFact } from '../../../src/shared/filings/fields/where.ts';
import { sectionA, sectionB } from '../../../src/shared/intake/index.ts';
import { issueOf } from './sample.ts';

const questions: Readonly<Record<string, object>> = {
  'section-a': sectionA.questions,
  'section-b': sectionB.questions,
};
/** Asked nowhere by itself: the account tells it, or the record has no field for it. */
const withoutField = ['denuncia.numero', 'hogar.bienes_comunes', 'hogar.menores', 'agraviada.no_firma', 'hijos'];

describe.each(templateKinds)('kind %i', (number) => {
  const kind = kinds[number];
  const wanted = [...kind.facts.required, ...kind.facts.recommended];

  it('leads every fact of a section, and of the writ itself, to a field of that page', () => {
    for (const path of wanted) {
      const field = fieldsOf(kind).get(path);
      if (field === undefined || !(field.page in questions || field.page === 'document')) continue;
      const target = fieldOfFact(path, kind);
      expect([path, target === undefined]).toEqual([path, withoutField.includes(path)]);
      const name = /^answers\.(\w+)$/.exec(target ?? '')?.[1];
      const asked = field.page === 'document' ? kind.form.questions : questions[field.page];
      if (name !== undefined) expect([path, asked !== undefined && name in asked]).toEqual([path, true]);
    }
  });
});

it('says of a missing fact the page and the field, and of what others keep, where it stands', () => {
  const given = inventedGiven(5);
  const facts = { ...given.facts, lawyer: null, centre: { ...given.facts.centre, proceduralAddress: null } };
  const options = { ...given.options, answers: blankAnswersOf(5), courtFileNumber: null, measures: [] };
  const { missing } = composeFiling({ ...facts, user: { ...facts.user, document: null } }, options, issueOf(5));
  const of = (fact: string) => missing.find((one) => one.fact === fact);
  expect(of('agraviada.documento')).toMatchObject({ page: 'section-a', field: 'user.document.state' });
  expect(of('escrito.expediente')).toMatchObject({ page: 'document', field: 'courtFileNumber' });
  expect(of('cambio.hechos')).toMatchObject({ page: 'document', field: 'answers.cambio_hechos' });
  expect(of('abogada.colegio')).toMatchObject({ page: 'team' });
  expect(of('centro.domicilio_procesal')).toMatchObject({ page: 'centre' });
});
