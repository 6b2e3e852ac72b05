/** The kinds of writ and letter that the centre made, as dated rows. */
import { officeKindLabels } from '../../directory/index.ts';
import { optionsOf } from '../../record/index.ts';
import type { RuleField, RuleTable } from '../../rulebook/index.ts';
import { filingKinds, reportKind } from '../codes.ts';
import { kinds } from '../kinds/index.ts';
import { blockShapes, sortLabels } from './blocks.ts';
import { modelIssues, modelSummaryIssues } from './check.ts';
import { anyOffice, blankModel, newBlock, ownModelSchema, captionLabels, partyLabels, type OwnModel } from './model.ts';
import { fold } from '../../platform/text.ts';

const offices = [{ code: anyOffice, label: 'Cualquiera del directorio' }, ...optionsOf(officeKindLabels)];

const fields: readonly RuleField[] = [
  { name: 'name', label: 'Nombre', kind: 'text', hint: 'Con este nombre aparece en la lista de escritos.' },
  { name: 'purpose', label: 'Para qué sirve', kind: 'text' },
  { name: 'sort', label: 'Qué es', kind: 'choice', options: optionsOf(sortLabels) },
  { name: 'addressee', label: 'A quién se dirige', kind: 'choice', options: offices },
  { name: 'caption', label: 'Encabezado', kind: 'choice', options: optionsOf(captionLabels) },
  { name: 'parties', label: 'Cómo se llama a las partes', kind: 'choice', options: optionsOf(partyLabels) },
  {
    name: 'lawLike',
    label: 'Artículos que se ofrecen: los de',
    kind: 'choice',
    options: filingKinds
      .filter((kind) => kind !== reportKind)
      .map((kind) => ({ code: String(kind), label: `${kind}. ${kinds[kind].label}` })),
  },
  { name: 'partySigns', label: 'Ella firma también', kind: 'yesNo' },
  { name: 'summary', label: 'Sumilla', kind: 'longText', hint: 'En un oficio, el asunto.' },
  {
    name: 'blocks',
    label: 'Bloques',
    kind: 'longText',
    item: 'Bloque',
    words: (blocks) => wordsOf(blocks as OwnModel['blocks']),
  },
];

/** Block by block, what whoever approves reads: of a passage that nobody changed its name is enough. */
function wordsOf(blocks: OwnModel['blocks']): string {
  return blocks
    .map((block, index) => {
      const { label, words } = blockShapes[block.kind];
      const isChanged = words !== 'own' && block.text !== newBlock(block.kind).text;
      const title = block.title === null ? '' : ` «${block.title}»`;
      const need = block.kind === 'ask' && !block.isRequired ? ', no es necesario' : '';
      const text = words === 'own' || isChanged ? `: ${block.text.trim()}` : '';
      return `${index + 1}. ${label}${title}${need}${isChanged ? ', con su texto cambiado' : ''}${text}`;
    })
    .join('\n');
}

export const ownModelTable: RuleTable<OwnModel> = {
  id: 'own-model',
  title: 'Modelos propios',
  about:
    'Escritos y oficios que el centro hizo con bloques. Cada uno trabaja cuando otra persona lo aprobó; hasta entonces solo se puede ver. Para retirarlo, ponga su último día en «Vale hasta»: lo ya emitido no cambia.',
  value: ownModelSchema.superRefine((model, context) => {
    for (const { block, part, message } of modelIssues(model)) {
      context.addIssue({ code: 'custom', path: block === null ? ['blocks'] : ['blocks', block, part], message });
    }
    for (const message of modelSummaryIssues(model)) context.addIssue({ code: 'custom', path: ['summary'], message });
  }),
  kept: ownModelSchema,
  fields,
  needsTwoEyes: true,
  worksApproved: true,
  mayAdd: true,
  addWords: 'Nuevo modelo',
  blank: blankModel(),
  oneOf: { field: 'name', of: ({ name }) => fold(name) },
  shipped: [],
  label: ({ name, sort }) => (sort === 'writ' ? name : `${name} (oficio)`),
};
