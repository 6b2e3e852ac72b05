/** Kinds 16, 17 and 19: what concerns the children and the cost of the proceeding. */
import { briefUses, herself, lawyersWrit, signer, writUses } from './base.ts';
import { choice, form, goingOn, kindOf, line, prose, yesNo, type ListPart } from './kind.ts';

const demand = {
  ...lawyersWrit,
  victim: 'demandante' as const,
  accused: 'demandada' as const,
  group: 'family' as const,
  namesChildren: true as const,
};
const who = [
  ...herself,
  'agraviada.domicilio',
  'denunciado.identidad',
  'despacho.nombre',
  ...signer,
  'centro.domicilio_procesal',
];
const recommended = ['denunciado.documento', 'escrito.articulos', 'escrito.medios', 'patrocinio.acepta'];

/** In full: a demand is for somebody, whom the court has to know (CPC 424, 425). */
const children: ListPart = {
  path: 'menores',
  title: 'Niñas, niños y adolescentes',
  item: 'Niña, niño o adolescente',
  weight: 'required',
  columns: [
    { name: 'nombres', label: 'Nombres completos', required: true },
    { name: 'documento', label: 'Documento de identidad', required: true },
    { name: 'edad', label: 'Edad y fecha de nacimiento', required: true },
  ],
};

const notified = line('demanda.notificar_en', 'Domicilio de la parte demandada, para notificarla', {
  required: true,
  hint: 'Si no se conoce, dígalo así: el juzgado exige el juramento de ignorarlo.',
});

export const supportKind = kindOf({
  ...demand,
  kind: 16,
  label: 'Demanda de alimentos',
  purpose: 'Pide una pensión mensual para sus hijas e hijos o para ella.',
  asSaid: { 'alimentos.trabajo': goingOn, 'alimentos.via': goingOn },
  form: form('Alimentos', [
    notified,
    line('alimentos.pension', 'Pensión que se pide', {
      required: true,
      hint: 'Suma mensual o porcentaje de los ingresos.',
    }),
    line('alimentos.trabajo', 'Trabajo de la parte demandada', { required: true }),
    prose('alimentos.ingresos', 'Posibilidades de la parte demandada', { required: true }),
    prose('alimentos.necesidades', 'Necesidades de quienes reciben los alimentos', { required: true }),
    prose('alimentos.deber', 'De dónde nace el deber', {
      required: true,
      hint: 'Filiación, matrimonio, unión de hecho.',
    }),
    line('alimentos.via', 'Vía procedimental', { required: true, hint: 'Ejemplo: proceso único.' }),
  ]),
  lists: [children],
  uses: writUses,
  facts: (asked) => ({ required: [...who, ...asked], recommended }),
  otherRequests: ['Solicito asignación anticipada de alimentos mientras dure el proceso.'],
});

export const custodyKind = kindOf({
  ...demand,
  kind: 17,
  label: 'Demanda de tenencia, visitas o patria potestad',
  purpose: 'Pide tenencia o su variación, régimen de visitas o suspensión de la patria potestad.',
  asSaid: { 'tenencia.via': goingOn },
  form: form('Qué se demanda', [
    choice(
      'tenencia.clase',
      'Qué se pide',
      ['Tenencia', 'Variación de tenencia', 'Régimen de visitas', 'Suspensión de la patria potestad'],
      { required: true },
    ),
    notified,
    prose('tenencia.cuidado', 'Quién cuida hoy y cómo', { required: true }),
    prose('tenencia.violencia', 'Violencia sufrida o presenciada', { required: true }),
    prose('tenencia.medidas', 'Medidas de protección vigentes'),
    prose('tenencia.pedido', 'Términos en que se pide', { required: true }),
    line('tenencia.via', 'Vía procedimental', { required: true, hint: 'Ejemplo: proceso único.' }),
    yesNo('tenencia.informe', '¿Se ofrece informe social del centro?'),
  ]),
  lists: [children],
  uses: writUses,
  facts: (asked) => ({ required: [...who, ...asked], recommended: [...recommended, 'tenencia.medidas'] }),
});

export const legalAidKind = kindOf({
  ...lawyersWrit,
  kind: 19,
  label: 'Auxilio judicial y exoneración de tasas',
  purpose: 'Pide que no se le cobren gastos del proceso.',
  group: 'start',
  victim: 'recurrente',
  form: form('Situación económica', [
    prose('auxilio.ingresos', 'Ingresos', { required: true }),
    prose('auxilio.carga', 'Carga familiar', { required: true }),
  ]),
  uses: briefUses,
  facts: (asked) => ({
    required: [
      ...herself,
      'agraviada.domicilio',
      'escrito.expediente',
      'despacho.nombre',
      ...signer,
      'centro.domicilio_procesal',
      ...asked,
    ],
    recommended: ['escrito.articulos'],
  }),
});
