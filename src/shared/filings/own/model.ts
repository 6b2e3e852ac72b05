/** A kind of writ or letter that the centre made: its row, the text its blocks say, and what it is to the program. */
import { officeKinds, type OfficeKind } from '../../directory/index.ts';
import { codesOf } from '../../platform/codes-of.ts';
import { cleanedText, fold } from '../../platform/text.ts';
import { oneOf, z } from '../../platform/zod.ts';
import type { DatedRow } from '../../rulebook/index.ts';
import { filingKinds, ownKind } from '../codes.ts';
import { ofCourt, ofPolice, ofProsecutor, type DeskWords } from '../desk-words.ts';
import { accusedFacts, baseFacts, lawyersWrit } from '../kinds/base.ts';
import { form, prose, questionName, type KindDefinition } from '../kinds/kind.ts';
import type { FilingTemplate } from '../templates/template.ts';
import { blockKinds, blockShapes, firstBlocks, ownSorts, type BlockKind, type OwnSort } from './blocks.ts';

export const captionLabels = {
  byOffice: 'Según a quién se dirige',
  court: 'EXPEDIENTE',
  prosecutor: 'CARPETA FISCAL',
  police: 'DENUNCIA',
  notebook: 'EXPEDIENTE y CUADERNO',
} as const;
export const captions = codesOf(captionLabels);
export const partyLabels = {
  violence: 'Agraviada y denunciado',
  criminal: 'Agraviada e imputado',
  family: 'Demandante y demandado',
} as const;
export const anyOffice = 'any';

const blockSchema = z.strictObject({
  kind: z.enum(blockKinds),
  /** What is asked, or the title of a part; null for the others. */
  title: cleanedText(120).nullable(),
  text: z.string().max(12_000),
  /** Of what is asked: a gap is told before issuing. */
  isRequired: z.boolean(),
});
export type OwnBlock = z.infer<typeof blockSchema>;

export const ownModelSchema = z.strictObject({
  name: cleanedText(80),
  purpose: cleanedText(200),
  sort: z.enum(ownSorts),
  addressee: z.enum([anyOffice, ...officeKinds]),
  caption: z.enum(captions),
  parties: oneOf(partyLabels),
  /** Kind whose articles it is offered: a text of a choice, as forms hold it. */
  lawLike: z.string().refine((kind) => filingKinds.some((one) => String(one) === kind), { error: 'Elija un escrito.' }),
  partySigns: z.boolean(),
  summary: cleanedText(300),
  blocks: z.array(blockSchema).min(1).max(60),
});
export type OwnModel = z.infer<typeof ownModelSchema>;

export function newBlock(kind: BlockKind): OwnBlock {
  const { text } = blockShapes[kind];
  return { kind, title: null, text: text.replace(/\n{3,}/g, '\n\n').trim(), isRequired: kind === 'ask' };
}

export function blankModel(sort: OwnSort = 'writ'): OwnModel {
  return {
    ...{ name: '', purpose: '', sort, addressee: anyOffice, caption: 'byOffice', parties: 'violence', lawLike: '18' },
    ...{ partySigns: false, summary: '' },
    blocks: firstBlocks[sort].map(newBlock),
  };
}

/** «Motivo del viaje» → `modelo.motivo_del_viaje`: the field that a question fills. */
export function askedPath(title: string | null): string {
  const name = fold(title ?? '').replace(/[^a-z0-9]+/g, '_');
  return `modelo.${/^[a-z]/.test(name) ? '' : 'dato_'}${name.replace(/^_+|_+$/g, '').slice(0, 50)}`;
}

/** In a part of facts what is asked is a ground with its name; elsewhere a paragraph. */
function askedText({ title, isRequired }: OwnBlock, isGround: boolean): string {
  const path = askedPath(title);
  const words = isGround ? `+ ${title ?? 'Dato'}. {{ ${path} }}` : `{{ ${path} }}`;
  return isRequired ? words : `{% if ${path} %}\n${words}\n{% endif %}`;
}

function blockText(block: OwnBlock, isGround: boolean): string {
  if (block.kind === 'request') return '';
  if (block.kind === 'ask') return askedText(block, isGround);
  const head = block.kind === 'heading' ? `# ${(block.title ?? '').toLocaleUpperCase('es')}\n\n` : '';
  return `${blockShapes[block.kind].head ?? head}${block.text.trim()}`.trim();
}

export type WrittenModel = {
  readonly text: string;
  /** The block in which a line (from 1) of the text stands. */
  readonly blockAt: (line: number) => number;
};

/** The text that the blocks say, one after the other. */
export function modelText({ blocks }: Pick<OwnModel, 'blocks'>): WrittenModel {
  const starts: { readonly line: number; readonly block: number }[] = [];
  const parts: string[] = [];
  let line = 1;
  let isGround = false;
  for (const [block, one] of blocks.entries()) {
    if (one.kind === 'facts') isGround = true;
    else if (one.kind === 'heading' || (blockShapes[one.kind].place ?? 3) !== 3) isGround = false;
    const words = blockText(one, isGround);
    if (words === '') continue;
    starts.push({ line, block });
    parts.push(words);
    line += words.split('\n').length + 1;
  }
  const blockAt = (at: number) => starts.findLast((start) => start.line <= at)?.block ?? 0;
  return { text: parts.join('\n\n'), blockAt };
}

function prints(text: string, path: string): boolean {
  return new RegExp(`\\{\\{\\s*${path.replaceAll('.', '\\.')}(?![\\w.])`).test(text);
}

/** What the text speaks of, printed or in a condition. */
export function names(text: string, path: string): boolean {
  return new RegExp(`(?<![\\w.])${path.replaceAll('.', '\\.')}(?![\\w.])`).test(text);
}

const counselFacts = ['abogada.nombres', 'abogada.colegio', 'abogada.numero'] as const;
const aboutAccused = ['denunciado.identidad', 'denunciado.datos'] as const;

function factsOf(text: string, model: OwnModel): KindDefinition['facts'] {
  const asked = model.blocks.filter(({ kind, isRequired }) => kind === 'ask' && isRequired);
  const known = [...new Set([...baseFacts.required, 'escrito.expediente'])].filter((path) => prints(text, path));
  return {
    required: [
      ...known,
      ...(prints(text, 'escrito.destinatario') ? ['despacho.nombre'] : []),
      ...(prints(text, 'escrito.firmas') ? counselFacts.filter((path) => !known.includes(path)) : []),
      ...(prints(text, 'oficio.firma') ? ['coordinacion.nombres'] : []),
      ...(model.caption === 'notebook' && model.sort === 'writ' ? ['escrito.cuaderno'] : []),
      ...asked.map(({ title }) => askedPath(title)),
    ],
    recommended: [
      ...(aboutAccused.some((path) => prints(text, path)) ? accusedFacts : []),
      ...(prints(text, 'escrito.articulos') ? ['escrito.articulos'] : []),
    ],
  };
}

const desks: Readonly<Record<(typeof captions)[number], DeskWords | null>> = {
  byOffice: null,
  court: ofCourt,
  prosecutor: ofProsecutor,
  police: ofPolice,
  notebook: ofCourt,
};

const nouns = {
  violence: { victim: 'agraviada', accused: 'denunciada' },
  criminal: { victim: 'agraviada', accused: 'imputada' },
  family: { victim: 'demandante', accused: 'demandada' },
} as const satisfies Record<keyof typeof partyLabels, Pick<KindDefinition, 'victim' | 'accused'>>;

function formOf({ blocks }: OwnModel): KindDefinition['form'] {
  const asked = blocks.filter(({ kind }) => kind === 'ask');
  const unique = new Map(asked.map((block) => [askedPath(block.title), block]));
  return form(
    'Datos de este modelo',
    [...unique].map(([path, { title, isRequired }]) =>
      prose(path, title ?? 'Dato', isRequired ? { required: true } : {}),
    ),
  );
}

/** What a model is to the program; `id` is its row. */
export function ownDefinition(model: OwnModel, id: string): KindDefinition {
  const { text } = modelText(model);
  const isWrit = model.sort === 'writ';
  return {
    ...lawyersWrit,
    ...nouns[model.parties],
    kind: ownKind,
    sort: model.sort,
    label: model.name,
    purpose: model.purpose,
    group: 'own',
    signers: isWrit ? ['lawyer'] : ['coordinator'],
    partySigns: isWrit && model.partySigns,
    form: formOf(model),
    uses: {
      measures: false,
      criteria: false,
      evidence: prints(text, 'escrito.medios'),
      annexes: prints(text, 'escrito.anexos'),
      urgency: isWrit,
    },
    facts: factsOf(text, model),
    parts: {},
    otherRequests: model.blocks.filter(({ kind }) => kind === 'request').map((block) => block.text),
    own: {
      model: id,
      addressees: model.addressee === anyOffice ? null : [model.addressee satisfies OfficeKind],
      desk: isWrit ? desks[model.caption] : null,
      lawLike: filingKinds.find((kind) => String(kind) === model.lawLike) ?? 18,
      tellsHousehold: ['hecho.relato', 'hogar.menores', 'hijos'].some((path) => names(text, path)),
    },
  };
}

/** The text of a model as the composition takes it. */
export function ownTemplate(row: DatedRow<OwnModel>): FilingTemplate {
  return { ...row, value: { kind: ownKind, summary: row.value.summary, text: modelText(row.value).text } };
}

export const askedName = (title: string) => questionName(askedPath(title));
