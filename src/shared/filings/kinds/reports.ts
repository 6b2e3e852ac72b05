/** Kind 20: the report of the centre, and the letter that carries it without repeating what it says. */
import { coverLetterKind, reportKind } from '../codes.ts';
import { briefUses, herself } from './base.ts';
import { choice, form, kindOf, line, prose } from './kind.ts';

const asked = [
  choice(
    'informe.clase',
    'Clase de informe',
    ['Psicológico', 'Social', 'De seguimiento', 'De supervisión por encargo judicial'],
    { required: true, hint: 'El psicológico lo hace y firma solo Psicología; los demás, Trabajo Social.' },
  ),
  line('informe.referencia', 'Documento de la autoridad que lo pide', {
    required: true,
    hint: 'Ejemplo: Oficio N.º 120-2026 del Juzgado de Familia.',
  }),
];

const common = {
  victim: 'agraviada' as const,
  accused: 'denunciada' as const,
  partySigns: false,
  warnsWithoutSponsorship: false,
  lists: [],
  otherRequests: [],
  group: 'reports' as const,
};

export const reportDefinition = kindOf({
  ...common,
  kind: reportKind,
  sort: 'report',
  label: 'Informe del centro, con su oficio',
  purpose: 'Responde lo que pidió la autoridad: informe psicológico, social, de seguimiento o de supervisión.',
  signers: ['psychologist', 'socialWorker'],
  form: form('Informe', [
    ...asked,
    prose('informe.pedido', 'Qué pidió la autoridad', {
      required: true,
      hint: 'El informe dice solo lo que se pidió.',
    }),
    prose('informe.metodos', 'Métodos y técnicas, con sus fechas', {
      required: true,
      hint: 'Viene de las entrevistas y atenciones de su servicio: revíselo.',
    }),
    prose('informe.hallazgos', 'Hallazgos', {
      required: true,
      hint: 'Viene de la apreciación de su servicio. Sin domicilio, teléfonos, centro de trabajo o de estudios, ni notas de sesión.',
    }),
    prose('informe.conclusion', 'Conclusión', { required: true }),
    prose('informe.recomendaciones', 'Recomendaciones'),
  ]),
  uses: briefUses,
  facts: (questions) => ({
    required: [
      'despacho.nombre',
      ...herself,
      ...questions,
      'profesional.nombres',
      'profesional.profesion',
      'profesional.colegio',
      'profesional.numero',
    ],
    recommended: ['escrito.expediente', 'escrito.articulos'],
  }),
  parts: { 'escrito.destinatario': 'el despacho al que se dirige', 'informe.firma': 'el lugar de la firma' },
});

/** Its form has only what the letter may say: a template that names a finding names what does not exist. */
export const coverLetterDefinition = kindOf({
  ...common,
  kind: coverLetterKind,
  sort: 'letter',
  label: 'Oficio que acompaña al informe (20)',
  purpose: 'Lo firma Coordinación y remite el informe sin repetir lo que dice.',
  signers: ['coordinator'],
  form: form('Oficio', asked),
  uses: { ...briefUses, annexes: false },
  facts: (questions) => ({
    required: ['despacho.nombre', ...questions, 'coordinacion.nombres'],
    recommended: ['escrito.expediente'],
  }),
  parts: { 'escrito.destinatario': 'el despacho al que se dirige', 'oficio.firma': 'el lugar de la firma' },
});
