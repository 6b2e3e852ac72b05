/** Kinds of the centre made of blocks: the text they say, and what is refused at the block it concerns. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  askedName,
  blankModel,
  blockKinds,
  clausesFor,
  clauseTable,
  composeFiling,
  inventedGiven,
  kinds,
  modelIssues,
  modelSummaryIssues,
  modelText,
  newBlock,
  ownDefinition,
  ownModelTable,
  ownTemplate,
  saysAddress,
  tellsHousehold,
  type BlockKind,
  type OwnBlock,
  type OwnModel,
} from '../../../src/shared/filings/index.ts';
import type { CivilDate } from '../../../src/shared/platform/dates.ts';
import { partWords } from '../../../src/shared/rulebook/index.ts';
import { textOf } from '../../../src/shared/papers/index.ts';
import { randomRuns } from '../../support/random-runs.ts';

const petition = 'En el proceso N.º {{ escrito.expediente }}, solicito que se oficie a la entidad que corresponde.';

function block(kind: BlockKind, change: Partial<OwnBlock> = {}): OwnBlock {
  return { ...newBlock(kind), ...change };
}

/** A writ that passes: what a lawyer has when she wrote the petition and what is asked. */
function sound(change: Partial<OwnModel> = {}): OwnModel {
  const blocks = blankModel().blocks.map((one) => {
    if (one.kind === 'petition') return { ...one, text: petition };
    return one.kind === 'ask' ? { ...one, title: 'Motivo del oficio' } : one;
  });
  const named = { name: 'Solicita oficio', purpose: 'Pide que se oficie a una entidad.', summary: 'Solicita oficio' };
  return { ...blankModel(), ...named, blocks, ...change };
}

function soundLetter(): OwnModel {
  const blank = blankModel('letter');
  const blocks = blank.blocks.map((one) => (one.kind === 'text' ? { ...one, text: 'Le pido la constancia.' } : one));
  return { ...blank, name: 'Pide constancia', purpose: 'Pide una constancia.', summary: 'Pide constancia', blocks };
}

const without = (model: OwnModel, kind: BlockKind): OwnModel => ({
  ...model,
  blocks: model.blocks.filter((one) => one.kind !== kind),
});

const withText = (model: OwnModel, kind: BlockKind, text: string): OwnModel => ({
  ...model,
  blocks: model.blocks.map((one) => (one.kind === kind ? { ...one, text } : one)),
});

function behind(model: OwnModel, kind: BlockKind, more: OwnBlock): OwnModel {
  const index = model.blocks.findIndex((one) => one.kind === kind);
  return { ...model, blocks: model.blocks.toSpliced(index + 1, 0, more) };
}

const indexOf = (model: OwnModel, kind: BlockKind) => model.blocks.findIndex((one) => one.kind === kind);

function composed(model: OwnModel) {
  const definition = ownDefinition(model, 'fila');
  const row = { id: 'fila', version: 1, validFrom: '2026-01-01' as CivilDate, validTo: null, source: '', note: null };
  const template = ownTemplate({ ...row, value: model, confirmation: 'toConfirm' });
  const given = inventedGiven(definition);
  const issue = { template, definition, law: given.law, number: null, draft: true, withheld: [], persons: [] };
  return composeFiling(given.facts, given.options, issue);
}

describe('the text of blocks', () => {
  it('passes with what a lawyer wrote, and reads as a writ', () => {
    expect(modelIssues(sound())).toEqual([]);
    expect(ownModelTable.value.safeParse(sound()).error).toBeUndefined();
    const words = textOf(composed(sound()).paper);
    for (const part of [
      'SUMILLA',
      'I. PETITORIO',
      'II. FUNDAMENTOS DE HECHO',
      'III. FUNDAMENTOS DE DERECHO',
      'POR TANTO',
    ])
      expect(words).toContain(part);
    expect(words).toContain('Motivo del oficio. Motivo del oficio (texto inventado)');
  });

  it('passes with every block of its sort, and a letter too', () => {
    const facts = ['accused', 'event', 'earlier', 'risk', 'vulnerability', 'complaint'] as const;
    const all = facts.toReversed().reduce((model, kind) => behind(model, 'facts', block(kind)), sound());
    const whole = behind(behind(all, 'law', block('evidence')), 'closing', block('request', { text: 'Pido copias.' }));
    expect(modelIssues(whole)).toEqual([]);
    const her = {
      ...whole,
      blocks: whole.blocks.map((one) => (one.kind === 'counselSpeaks' ? block('herSpeaks') : one)),
    };
    expect(modelIssues(her)).toEqual([]);
    expect(modelIssues(soundLetter())).toEqual([]);
  });

  it.each(clauseTable.shipped.map(({ value }) => [value.title, value.text] as const))(
    'passes with the clause «%s»',
    (_title, text) => {
      expect(modelIssues(behind(sound(), 'facts', block('clause', { text })))).toEqual([]);
    },
  );

  it('asks what its blocks ask, necessary or not', () => {
    const model = behind(sound(), 'facts', block('ask', { title: 'Número de línea', isRequired: false }));
    const { form, facts } = ownDefinition(model, 'fila');
    expect(Object.keys(form.questions)).toEqual([askedName('Número de línea'), askedName('Motivo del oficio')]);
    expect(facts.required).toContain('modelo.motivo_del_oficio');
    expect(facts.required).not.toContain('modelo.numero_de_linea');
    expect(modelText(model).text).toContain('{% if modelo.numero_de_linea %}');
  });

  it('knows what goes to the sealed envelope: where she lives, the children of the household', () => {
    expect(saysAddress(ownDefinition(sound(), ''))).toBe(false);
    expect(tellsHousehold(ownDefinition(sound(), ''))).toBe(false);
    const where = behind(sound(), 'facts', block('text', { text: 'Vive {{ agraviada.domicilio }}.' }));
    expect(saysAddress(ownDefinition(where, ''))).toBe(true);
    const home = behind(sound(), 'facts', block('vulnerability'));
    expect(tellsHousehold(ownDefinition(home, ''))).toBe(true);
  });

  it('calls the file as its row says, and asks for the notebook where it has one', () => {
    const caption = (model: OwnModel) => JSON.stringify(composed(model).paper.blocks[0]);
    expect(caption(sound())).toContain('"EXPEDIENTE"');
    expect(caption(sound({ caption: 'prosecutor' }))).toContain('"CARPETA FISCAL"');
    expect(ownDefinition(sound({ caption: 'notebook' }), '').facts.required).toContain('escrito.cuaderno');
    expect(composed(sound({ caption: 'notebook' })).missing.map(({ fact }) => fact)).toEqual(['escrito.cuaderno']);
  });
});

it('is told to whoever approves block by block, with what somebody wrote or changed', () => {
  const model = withText(behind(sound(), 'ask', block('ask', { title: 'Otro', isRequired: false })), 'annexes', 'Sin.');
  const field = ownModelTable.fields.find(({ name }) => name === 'blocks');
  expect(partWords(field!, model.blocks).split('\n')).toEqual([
    '1. A quién se dirige',
    '2. Partes: habla la defensa',
    `3. Petitorio: ${petition}`,
    '4. Fundamentos de hecho',
    '5. Dato que se escribe al redactar «Motivo del oficio»',
    '6. Dato que se escribe al redactar «Otro», no es necesario',
    '7. Fundamentos de derecho',
    '8. Anexos, con su texto cambiado: Sin.',
    '9. POR TANTO: A usted solicito proveer conforme a lo pedido.',
    '10. Otrosíes',
    '11. Lugar y fecha',
    '12. Firmas',
  ]);
});

const parts = ['SEÑORA JUEZA', '. PETITORIO', '. FUNDAMENTOS DE HECHO', '. FUNDAMENTOS DE DERECHO', 'POR TANTO'];

const act = fc.record({
  what: fc.constantFrom('move', 'remove', 'repeat', 'add'),
  from: fc.nat(30),
  to: fc.nat(30),
  kind: fc.constantFrom(...blockKinds),
});

/** What a person may do to the blocks with the buttons of the editor. */
function acted(
  blocks: readonly OwnBlock[],
  { what, from, to, kind }: typeof act extends fc.Arbitrary<infer One> ? One : never,
): OwnBlock[] {
  const [at, other] = [from % blocks.length, to % blocks.length];
  const one = blocks[at] ?? block('text');
  if (what === 'move') return blocks.toSpliced(at, 1).toSpliced(other, 0, one);
  if (what === 'remove' && blocks.length > 1) return blocks.toSpliced(at, 1);
  if (what === 'repeat') return blocks.toSpliced(other, 0, one);
  return blocks.toSpliced(other, 0, block(kind, { title: kind === 'ask' ? 'Otro dato' : 'Antecedentes', text: newBlock(kind).text || 'Texto.' })); // prettier-ignore
}

it('is a whole writ in its order, or is refused, whatever was done with the blocks', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 3 }), (acts) => {
      const model = { ...sound(), blocks: acts.reduce<readonly OwnBlock[]>(acted, sound().blocks).slice() };
      if (modelIssues(model).length > 0) return;
      const words = textOf(composed(model).paper);
      const places = [...parts, '5 de setiembre de 2026', 'Reg. CAL'].map((part) => words.lastIndexOf(part));
      expect(places).toEqual(places.toSorted((one, next) => one - next));
      expect(places[0]).toBeGreaterThanOrEqual(0);
    }),
    randomRuns(300),
  );
});

describe('a missing block is told by its name', () => {
  it.each<[BlockKind, string]>([
    ['addressee', 'Falta el bloque «A quién se dirige».'],
    ['counselSpeaks', 'Falta el bloque «Partes: habla ella con su defensa» o «Partes: habla la defensa».'],
    ['petition', 'Falta el bloque «Petitorio».'],
    ['facts', 'Falta el bloque «Fundamentos de hecho».'],
    ['law', 'Falta el bloque «Fundamentos de derecho».'],
    ['closing', 'Falta el bloque «POR TANTO».'],
    ['date', 'Falta el bloque «Lugar y fecha».'],
    ['signatures', 'Falta el bloque «Firmas».'],
  ])('%s', (kind, message) => {
    expect(modelIssues(without(sound(), kind))).toContainEqual({ block: null, part: 'text', message });
  });

  it('of a letter', () => {
    const words = modelIssues(without(soundLetter(), 'letterSignature')).map(({ message }) => message);
    expect(words).toEqual(['Falta el bloque «Firma de Coordinación».']);
  });
});

describe('a block is refused where it stands', () => {
  const model = sound();
  it.each<[string, OwnModel, BlockKind, string]>([
    ['with no words', withText(model, 'petition', ' '), 'petition', 'Escriba el texto de este bloque.'],
    ['that asks nothing', withAsk(null), 'ask', 'Escriba su título.'],
    [
      'after what it must precede',
      { ...model, blocks: [...without(model, 'petition').blocks, block('petition', { text: petition })] },
      'petition',
      'No está en su orden: va antes de «Firmas».',
    ],
    [
      'that tells facts in the petition',
      behind(model, 'petition', block('event')),
      'event',
      'Va después del bloque «Fundamentos de hecho».',
    ],
    [
      'of a letter in a writ',
      behind(model, 'further', block('letterSignature')),
      'letterSignature',
      'no va en un escrito',
    ],
    [
      'that asks for the contrary',
      withText(model, 'petition', 'Solicito que no se admita la demanda.'),
      'petition',
      'Lo que se pide dice lo contrario: «no se admita».',
    ],
    [
      'that closes with the contrary',
      withText(model, 'closing', 'A usted solicito archivar lo actuado.'),
      'closing',
      'Lo que se pide dice lo contrario: «archivar».',
    ],
    ['with HTML', withText(model, 'petition', 'Solicito <b>copias</b>.'), 'petition', 'El texto no lleva HTML: «<b>».'],
    [
      'with the name of a woman',
      withText(model, 'petition', 'Solicito copias para Nelly Huanca.'),
      'petition',
      '«Nelly Huanca» parece un nombre',
    ],
    ['with a DNI', withText(model, 'petition', 'Solicito copias, DNI 40111222.'), 'petition', 'parece un documento'],
    [
      'with a file number',
      withText(model, 'petition', 'Solicito copias del 01234-2026-0-1001-JR-FT-02.'),
      'petition',
      'parece un número de expediente',
    ],
    [
      'directed against her',
      withText(model, 'petition', 'Solicito que se investigue. Denuncio a {{ agraviada.nombres }}.'),
      'petition',
      'Se dirige contra la persona agraviada',
    ],
    [
      'in favour of the accused',
      withText(model, 'petition', 'Solicito medidas a favor de {{ denunciado.identidad }}.'),
      'petition',
      'Se pide a favor de la parte denunciada',
    ],
    [
      'in which the accused speaks',
      withText(model, 'counselSpeaks', '{{ denunciado.identidad }}, ante usted digo:'),
      'counselSpeaks',
      'Antes del petitorio habla la parte denunciada',
    ],
    [
      'with a field that does not exist',
      withText(model, 'petition', 'Solicito {{ modelo.otra_cosa }}.'),
      'petition',
      'El dato «modelo.otra_cosa» no existe.',
    ],
    [
      'that proposes more than a paragraph',
      behind(model, 'closing', block('request', { text: '# OTRA PARTE\n\nPido copias.' })),
      'request',
      'Una cláusula es un solo párrafo',
    ],
  ])('%s', (_what, wrong, kind, message) => {
    const found = modelIssues(wrong).filter((issue) => issue.block === indexOf(wrong, kind));
    expect(found.map((issue) => issue.message).join('\n')).toContain(message);
    expect(ownModelTable.value.safeParse(wrong).success).toBe(false);
  });

  it.each([
    ['{{ agraviada.domicilio }}', 'Un oficio no dice dónde vive la persona usuaria: quítelo.'],
    ['{% if hecho.relato %}Hay relato.{% endif %}', 'Un oficio no dice el relato: quítelo.'],
    ['{% for h in hechos_anteriores %}\n- {{ h.hecho }}\n{% endfor %}', 'Un oficio no dice los hechos anteriores'],
  ])('in a letter that says «%s»', (text, message) => {
    const issues = modelIssues(withText(soundLetter(), 'text', text));
    expect(
      issues
        .filter(({ block }) => block === 2)
        .map((issue) => issue.message)
        .join(),
    ).toContain(message);
  });

  it('when it is there twice, and when it asks the same twice', () => {
    const twice = behind(model, 'law', block('law'));
    const last = twice.blocks.findLastIndex(({ kind }) => kind === 'law');
    const message = 'Este bloque ya está antes: quite uno de los dos.';
    expect(modelIssues(twice)).toContainEqual({ block: last, part: 'text', message });
    const asked = behind(model, 'ask', block('ask', { title: 'MOTIVO del oficio' }));
    const again = 'Otro bloque ya pregunta lo mismo: cambie el título.';
    expect(modelIssues(asked)).toContainEqual({ block: indexOf(model, 'ask') + 1, part: 'title', message: again });
  });

  it('when its text was changed and lost what it is there for', () => {
    const lost = withText(model, 'date', '>> {{ escrito.lugar }}');
    const message = 'Falta la fecha («escrito.fecha») fuera de toda condición.';
    expect(modelIssues(lost)).toEqual([{ block: null, part: 'text', message }]);
  });

  it('in the line of the caption', () => {
    expect(modelSummaryIssues(sound({ summary: 'Solicita copias para Nelly Huanca' })).join()).toContain('un nombre');
    expect(modelSummaryIssues(sound({ summary: 'Solicita {{ no.existe }}' })).join()).toContain('no existe');
    expect(modelSummaryIssues(sound())).toEqual([]);
  });
});

function withAsk(title: string | null): OwnModel {
  const model = sound();
  return { ...model, blocks: model.blocks.map((one) => (one.kind === 'ask' ? { ...one, title } : one)) };
}

describe('a clause', () => {
  it.each([
    ['Vive {{ agraviada.nombres }}.\n\nOtro párrafo.', 'Una cláusula es un solo párrafo'],
    ['{{ escrito.firmas }}', 'es una parte entera'],
    ['Pido copias para Nelly Huanca.', 'parece un nombre'],
    ['Pido {{ algo.que_no_hay }}.', 'no existe'],
    ['A favor de {{ denunciado.identidad }}.', 'a favor de la parte denunciada'],
  ])('«%s» is refused', (text, message) => {
    const parsed = clauseTable.value.safeParse({ title: 'Cláusula', text, filings: [] });
    expect(parsed.error?.issues.map((issue) => issue.message).join('\n')).toContain(message);
  });

  it('is offered in the kinds it names, and in a kind of the centre that takes their articles', () => {
    const [row] = clauseTable.shipped;
    if (row === undefined) throw new Error('no clause');
    const of = (filings: (typeof row)['value']['filings'], text = row.value.text) => [
      { ...row, value: { ...row.value, filings, text } },
    ];
    const own = (lawLike: string) => ownDefinition(sound({ lawLike }), 'fila');
    expect(clausesFor(of([]), kinds[4])).toHaveLength(1);
    expect(clausesFor(of([3]), kinds[4])).toEqual([]);
    expect(clausesFor(of([3]), kinds[3])).toHaveLength(1);
    expect(clausesFor(of([3]), own('3'))).toHaveLength(1);
    expect(clausesFor(of([3]), own('4'))).toEqual([]);
    // One that a later program no longer takes is left out.
    expect(clausesFor(of([], 'Pido {{ algo.que_no_hay }}.'), kinds[4])).toEqual([]);
  });

  it('that comes with the program states no law and passes', () => {
    for (const { value } of clauseTable.shipped) {
      expect(clauseTable.value.safeParse(value).error).toBeUndefined();
      expect(value.text).not.toMatch(/\b(?:art|artículo|ley|decreto|código|inciso)\b/i);
    }
  });
});
