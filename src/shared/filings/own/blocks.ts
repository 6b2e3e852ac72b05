/**
 * The blocks a kind of the centre is put together from: each brings a passage of the shipped texts, which then is a text of
 * its own. A text of blocks is read, checked and composed as any other text of a writ.
 */
import { codesOf } from '../../platform/codes-of.ts';
import {
  accusedGround,
  bondGround,
  complaintGround,
  counselSpeaks,
  earlierGround,
  eventGround,
  parties,
  riskGround,
  violenceGround,
  vulnerabilityGrounds,
} from '../templates/pieces.ts';

export const sortLabels = { writ: 'Escrito', letter: 'Oficio' } as const;
export type OwnSort = keyof typeof sortLabels;
export const ownSorts = codesOf(sortLabels);

type BlockShape = {
  readonly label: string;
  /** In which sort of paper it may stand. */
  readonly sorts: readonly OwnSort[];
  /** Its place: a block never stands after one of a higher number; null where it goes with the part it stands in. */
  readonly place: number | null;
  /** Twice in one paper would say it twice. */
  readonly once: boolean;
  /** It stands among the grounds of fact alone. */
  readonly ofFacts?: true;
  readonly head?: string;
  /** Passage that it begins with. */
  readonly text: string;
  /** `given`: what stands there is all it can be; `own`: the author writes it; `passage`: it comes written and may be changed. */
  readonly words: 'given' | 'own' | 'passage';
  readonly hint?: string;
};

const both = ownSorts;
const writ = ['writ'] as const;
const letter = ['letter'] as const;
const ground = { sorts: writ, place: 3, once: true, ofFacts: true, words: 'passage' } as const;

const shapes = {
  letterNumber: {
    label: 'Número del oficio',
    ...{ sorts: letter, place: 1, once: true, words: 'given' },
    text: '#! OFICIO N.º {{ oficio.numero }}',
  },
  addressee: {
    label: 'A quién se dirige',
    ...{ sorts: both, place: 2, once: true, words: 'given' },
    text: '{{ escrito.destinatario }}',
  },
  herSpeaks: {
    label: 'Partes: habla ella con su defensa',
    ...{ sorts: writ, place: 2.1, once: true, words: 'passage' },
    text: parties,
  },
  counselSpeaks: {
    label: 'Partes: habla la defensa',
    ...{ sorts: writ, place: 2.1, once: true, words: 'passage' },
    text: counselSpeaks,
  },
  petition: {
    label: 'Petitorio',
    ...{ sorts: writ, place: 2.2, once: true, words: 'own' },
    head: '# PETITORIO\n\n',
    text: '',
    hint: 'Qué se pide. Los datos de la ficha van entre llaves: {{ escrito.expediente }}.',
  },
  facts: {
    label: 'Fundamentos de hecho',
    ...{ sorts: writ, place: 3, once: true, words: 'passage' },
    head: '# FUNDAMENTOS DE HECHO\n\n',
    text: '',
    hint: 'Los hechos van en los bloques que siguen; aquí puede quedar vacío.',
  },
  accused: { label: 'Hechos: quién es la parte denunciada', ...ground, text: `${accusedGround}${bondGround}` },
  event: { label: 'Hechos: último hecho y relato', ...ground, text: `${eventGround}${violenceGround}` },
  earlier: { label: 'Hechos anteriores', ...ground, text: earlierGround },
  risk: { label: 'Riesgo', ...ground, text: riskGround },
  vulnerability: { label: 'Situación de la persona usuaria y su hogar', ...ground, text: vulnerabilityGrounds },
  complaint: { label: 'Denuncia', ...ground, text: complaintGround },
  law: {
    label: 'Fundamentos de derecho',
    ...{ sorts: writ, place: 4, once: true, words: 'given' },
    head: '# FUNDAMENTOS DE DERECHO\n\n',
    text: '{{ escrito.articulos }}',
  },
  evidence: {
    label: 'Medios probatorios',
    ...{ sorts: writ, place: 5, once: true, words: 'given' },
    head: '# MEDIOS PROBATORIOS\n\n',
    text: '{{ escrito.medios }}',
  },
  annexes: {
    label: 'Anexos',
    ...{ sorts: both, place: 6, once: true, words: 'given' },
    text: '{% if escrito.anexos %}\n# ANEXOS\n\n{{ escrito.anexos }}\n{% endif %}',
  },
  closing: {
    label: 'POR TANTO',
    ...{ sorts: writ, place: 7, once: true, words: 'own' },
    head: '**POR TANTO:** ',
    text: 'A usted solicito proveer conforme a lo pedido.',
  },
  request: {
    label: 'Otrosí que se propone',
    ...{ sorts: writ, place: 8, once: false, words: 'own' },
    text: '',
    hint: 'Viene puesto al empezar el escrito; quien redacta lo deja, lo cambia o lo quita.',
  },
  further: {
    label: 'Otrosíes',
    ...{ sorts: writ, place: 8, once: true, words: 'given' },
    text: '{% if escrito.otrosies %}\n{{ escrito.otrosies }}\n{% endif %}',
  },
  date: {
    label: 'Lugar y fecha',
    ...{ sorts: both, place: 9, once: true, words: 'given' },
    text: '>> {{ escrito.lugar }}, {{ escrito.fecha }}',
  },
  signatures: {
    label: 'Firmas',
    ...{ sorts: writ, place: 10, once: true, words: 'given' },
    text: '{{ escrito.firmas }}',
  },
  letterSignature: {
    label: 'Firma de Coordinación',
    ...{ sorts: letter, place: 10, once: true, words: 'given' },
    text: 'Atentamente,\n\n{{ oficio.firma }}',
  },
  ask: {
    label: 'Dato que se escribe al redactar',
    ...{ sorts: both, place: null, once: false, words: 'given' },
    text: '',
  },
  text: { label: 'Texto propio', ...{ sorts: both, place: null, once: false, words: 'own' }, text: '' },
  clause: { label: 'Cláusula', ...{ sorts: both, place: null, once: false, words: 'own' }, text: '' },
  heading: {
    label: 'Título de otra parte',
    ...{ sorts: both, place: null, once: false, words: 'passage' },
    text: '',
  },
} as const satisfies Record<string, BlockShape>;

export type BlockKind = keyof typeof shapes;
export const blockShapes: Readonly<Record<BlockKind, BlockShape>> = shapes;
export const blockKinds = Object.keys(shapes) as [BlockKind, ...BlockKind[]];

/** What must stand in every paper of a sort; of `herSpeaks` and `counselSpeaks` one. */
export const neededBlocks: Readonly<Record<OwnSort, readonly (readonly BlockKind[])[]>> = {
  writ: [
    ['addressee'],
    ['herSpeaks', 'counselSpeaks'],
    ['petition'],
    ['facts'],
    ['law'],
    ['closing'],
    ['date'],
    ['signatures'],
  ],
  letter: [['letterNumber'], ['addressee'], ['date'], ['letterSignature']],
};

export const firstBlocks: Readonly<Record<OwnSort, readonly BlockKind[]>> = {
  writ: [
    ...(['addressee', 'counselSpeaks', 'petition', 'facts', 'ask', 'law', 'annexes', 'closing'] as const),
    ...(['further', 'date', 'signatures'] as const),
  ],
  letter: ['letterNumber', 'addressee', 'text', 'date', 'letterSignature'],
};
