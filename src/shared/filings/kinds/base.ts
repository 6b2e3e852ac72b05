/** What several kinds share: facts wanted, parts that never fail, what their forms use. */
import { ownKind } from '../codes.ts';
import { form, type KindDefinition } from './kind.ts';

export const herself = ['agraviada.nombres', 'agraviada.documento', 'agraviada.edad'] as const;
export const signer = ['abogada.nombres', 'abogada.colegio', 'abogada.numero'] as const;
const counsel = ['despacho.nombre', ...signer, 'centro.domicilio_procesal'];

/** What a measure asked cannot do without: zone, amount, for whom. */
export const measureDetails = ['medidas.zona', 'medidas.asignacion', 'medidas.otra'] as const;
export const precautionaryDetails = ['medidas.alimentos', 'medidas.tenencia', 'medidas.visitas'] as const;

/** Who the accused is, beside the name: asked for once, and said to be unknown where the record stays silent. */
export const accusedFacts = [
  'denunciado.documento',
  'denunciado.edad',
  'denunciado.ocupacion',
  'denunciado.domicilio',
] as const;

/** Facts of every writ that tells the event (B0). */
export const baseFacts = {
  required: [
    ...herself,
    'agraviada.domicilio',
    'denunciado.identidad',
    'denunciado.vinculo',
    'hecho.fecha',
    'hecho.lugar',
    'hecho.relato',
    'hecho.violencia',
    ...counsel,
  ],
  recommended: [...accusedFacts, 'hecho.hora', 'denuncia.dependencia', 'escrito.articulos', 'patrocinio.acepta'],
} as const;

/** Facts of a writ in a proceeding under way, where the event is already told. */
export const proceduralFacts = {
  required: ['agraviada.nombres', 'escrito.expediente', ...counsel],
  recommended: ['denunciado.identidad', 'escrito.articulos', 'patrocinio.acepta'],
} as const;

/** What such a writ wants besides, what its form asks, and what else it does not do well without. */
export const inProceeding =
  (required: readonly string[] = [], recommended: readonly string[] = []) =>
  (asked: readonly string[]): KindDefinition['facts'] => ({
    required: [...proceduralFacts.required, ...required, ...asked],
    recommended: [...proceduralFacts.recommended, ...recommended],
  });

export const wholeWrit = {
  'escrito.destinatario': 'el despacho al que se dirige',
  'escrito.firmas': 'el lugar de las firmas',
} as const;

type Common = Pick<
  KindDefinition,
  | 'sort'
  | 'victim'
  | 'accused'
  | 'signers'
  | 'partySigns'
  | 'warnsWithoutSponsorship'
  | 'lists'
  | 'parts'
  | 'otherRequests'
>;

/** A writ of the lawyer that she signs as well. */
export const lawyersWrit: Common = {
  sort: 'writ',
  victim: 'agraviada',
  accused: 'denunciada',
  signers: ['lawyer'],
  partySigns: true,
  warnsWithoutSponsorship: false,
  lists: [],
  parts: wholeWrit,
  otherRequests: [],
};

export const writUses = { measures: false, criteria: false, evidence: true, annexes: true, urgency: true } as const;
export const briefUses = { measures: false, criteria: false, evidence: false, annexes: true, urgency: false } as const;

/** What every kind of the centre is before its row says which: a writ that names nobody who must not be named. */
export const ownBase: KindDefinition = {
  ...lawyersWrit,
  kind: ownKind,
  label: 'Modelo propio del centro',
  purpose: 'Lo que dice su fila de «Modelos propios».',
  group: 'own',
  form: form('Datos de este escrito', []),
  uses: briefUses,
  facts: { required: [], recommended: [] },
};
