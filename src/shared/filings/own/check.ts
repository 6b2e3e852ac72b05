/** What must not pass in a kind of the centre, each at the block it concerns. */
import { checkText } from '../../papers/index.ts';
import { fieldsOf } from '../fields/catalogue.ts';
import { needsOf } from '../compose.ts';
import type { KindDefinition } from '../kinds/kind.ts';
import { htmlIssues, textIssues, writtenIssues } from '../writ-checks.ts';
import { blockShapes, neededBlocks } from './blocks.ts';
import { clauseIssues } from './clause-table.ts';
import { askedPath, modelText, names, ownDefinition, type OwnBlock, type OwnModel } from './model.ts';

export type ModelIssue = {
  /** Null: no block alone is wrong. */
  readonly block: number | null;
  readonly part: 'title' | 'text';
  readonly message: string;
};

const at = (block: number | null, message: string, part: ModelIssue['part'] = 'text'): ModelIssue => ({
  block,
  part,
  message,
});

/** Parts that every writ has, and every letter, in their order. */
const skeletons = {
  writ: [
    ...['{{ escrito.destinatario }}', '# PETITORIO', '# FUNDAMENTOS DE HECHO', '# FUNDAMENTOS DE DERECHO'],
    ...['**POR TANTO:**', '>> {{ escrito.lugar }}, {{ escrito.fecha }}', '{{ escrito.firmas }}'],
  ].join('\n\n'),
  letter: '{{ escrito.destinatario }}\n\n>> {{ escrito.lugar }}, {{ escrito.fecha }}',
};

const passages = Object.values(blockShapes)
  .map(({ text }) => text)
  .join('\n\n');

/** A block by itself: what it lacks, and whether it may stand in this sort of paper. */
function ownIssues(block: OwnBlock, index: number, { sort }: OwnModel): ModelIssue[] {
  const { sorts, words } = blockShapes[block.kind];
  const isNamed = block.kind === 'ask' || block.kind === 'heading';
  return [
    ...(sorts.includes(sort)
      ? []
      : [at(index, `Este bloque no va en un ${sort === 'writ' ? 'escrito' : 'oficio'}: quítelo.`)]),
    ...(isNamed && block.title === null ? [at(index, 'Escriba su título.', 'title')] : []),
    ...(words === 'own' && block.text.trim() === '' ? [at(index, 'Escriba el texto de este bloque.')] : []),
    ...(block.kind === 'request' ? clauseIssues(block.text).map((message) => at(index, message)) : []),
  ];
}

/** The same said twice, the same asked twice. */
function repeated(blocks: readonly OwnBlock[]): ModelIssue[] {
  return blocks.flatMap((block, index) => {
    const earlier = blocks.slice(0, index);
    const isTwice = blockShapes[block.kind].once && earlier.some(({ kind }) => kind === block.kind);
    const isAskedTwice =
      block.kind === 'ask' &&
      block.title !== null &&
      earlier.some(({ kind, title }) => kind === 'ask' && askedPath(title) === askedPath(block.title));
    return [
      ...(isTwice ? [at(index, 'Este bloque ya está antes: quite uno de los dos.')] : []),
      ...(isAskedTwice ? [at(index, 'Otro bloque ya pregunta lo mismo: cambie el título.', 'title')] : []),
    ];
  });
}

/** What stands after something that it must precede, and facts outside their part. */
function misplaced(blocks: readonly OwnBlock[]): ModelIssue[] {
  let last: { readonly place: number; readonly label: string } = { place: 0, label: '' };
  let isFacts = false;
  return blocks.flatMap(({ kind }, index) => {
    const { place, label, ofFacts } = blockShapes[kind];
    if (kind === 'facts') isFacts = true;
    else if (place !== null && place !== 3) isFacts = false;
    if (place !== null && place < last.place) return [at(index, `No está en su orden: va antes de «${last.label}».`)];
    if (place !== null && place > last.place) last = { place, label };
    return ofFacts === true && !isFacts ? [at(index, 'Va después del bloque «Fundamentos de hecho».')] : [];
  });
}

function missingBlocks({ blocks, sort }: OwnModel): string[] {
  return neededBlocks[sort]
    .filter((some) => !blocks.some(({ kind }) => some.includes(kind)))
    .map((some) => `Falta el bloque ${some.map((kind) => `«${blockShapes[kind].label}»`).join(' o ')}.`);
}

/** What is wrong with the text that the blocks say. */
function textProblems(model: OwnModel, definition: KindDefinition): ModelIssue[] {
  const { text, blockAt } = modelText(model);
  const skeleton = skeletons[model.sort];
  const measure = { model: skeleton, allowed: `${skeleton}\n\n${passages}`, isWrit: model.sort === 'writ' };
  const found = [...checkText(text, fieldsOf(definition), needsOf(definition)), ...textIssues(text, measure)];
  return found
    .filter(({ about }) => about !== 'order' || misplaced(model.blocks).length === 0)
    .map(({ about, line, message }) => at(about === 'missing' ? null : blockAt(line), message));
}

/** What no letter tells: it goes to whoever reads it, without an envelope. */
const neverInLetters = {
  'agraviada.domicilio': 'dónde vive la persona usuaria',
  'hecho.relato': 'el relato',
  hechos_anteriores: 'los hechos anteriores',
} as const;

function toldInLetter({ blocks, sort }: OwnModel): ModelIssue[] {
  if (sort !== 'letter') return [];
  return blocks.flatMap(({ text }, index) =>
    Object.entries(neverInLetters)
      .filter(([path]) => names(text, path))
      .map(([, words]) => at(index, `Un oficio no dice ${words}: quítelo.`)),
  );
}

/** Empty when the model may be kept. */
export function modelIssues(model: OwnModel): ModelIssue[] {
  const definition = ownDefinition(model, '');
  const { blocks } = model;
  const gone = missingBlocks(model);
  const own = [
    ...blocks.flatMap((block, index) => ownIssues(block, index, model)),
    ...repeated(blocks),
    ...misplaced(blocks),
    ...toldInLetter(model),
  ];
  // A block that is not written yet is told once; a block that is not there, by its own name.
  const told = new Set(own.map(({ block }) => block));
  const rest = textProblems(model, definition).filter(({ block }) =>
    block === null ? gone.length === 0 : !told.has(block),
  );
  const all = [...gone.map((message) => at(null, message)), ...own, ...rest];
  return all.filter(
    (issue, index) =>
      all.findIndex((other) => other.block === issue.block && other.message === issue.message) === index,
  );
}

/** Of the one line of the caption. */
export function modelSummaryIssues(model: OwnModel): string[] {
  const { summary } = model;
  const read = checkText(summary, fieldsOf(ownDefinition(model, '')), { facts: [], parts: {} });
  return [...read, ...htmlIssues(summary), ...writtenIssues(summary, '')].map(({ message }) => message);
}
