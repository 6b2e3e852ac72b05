/** Kinds 9, 10, 11, 12 and 15: the criminal inquiry. */
import { briefUses, herself, inProceeding, lawyersWrit, signer, writUses } from './base.ts';
import { choice, day, form, goingOn, hour, kindOf, line, prose } from './kind.ts';

const imputed = { ...lawyersWrit, accused: 'imputada' as const, group: 'inquiry' as const };
const who = ['agraviada.documento', 'agraviada.edad', 'agraviada.domicilio', 'denunciado.identidad'];

export const civilPartyKind = kindOf({
  ...imputed,
  kind: 9,
  label: 'Constitución en actor civil',
  purpose: 'Pide intervenir como actor civil y fija la reparación por cada concepto.',
  asSaid: { 'actor_civil.etapa': goingOn },
  form: form('Daño y legitimación', [
    line('actor_civil.etapa', 'Etapa de la investigación', {
      required: true,
      hint: 'Antes de que culmine la investigación preparatoria.',
    }),
    prose('actor_civil.hechos', 'Hechos y daño', { required: true }),
    prose('actor_civil.legitimacion', 'Con qué se acredita la legitimación', { required: true }),
    line('actor_civil.total', 'Monto total de la reparación', { required: true, hint: 'Ejemplo: S/ 12 000.00' }),
  ]),
  lists: [
    {
      path: 'conceptos',
      title: 'Monto por concepto',
      item: 'Concepto',
      weight: 'required',
      columns: [
        { name: 'concepto', label: 'Concepto', required: true },
        { name: 'monto', label: 'Monto', required: true },
      ],
    },
  ],
  uses: writUses,
  facts: inProceeding([...who], ['escrito.medios']),
});

export const actsKind = kindOf({
  ...imputed,
  kind: 10,
  label: 'Solicitud de diligencias y medios probatorios',
  purpose: 'Pide actos de investigación u ofrece medios de prueba, cada uno con su finalidad.',
  partySigns: false,
  form: form('Diligencias', [prose('diligencias_pedidas.urgencia', 'Por qué no pueden esperar')]),
  lists: [
    {
      path: 'diligencias',
      title: 'Diligencias',
      item: 'Diligencia',
      weight: 'required',
      columns: [
        { name: 'acto', label: 'Acto', required: true },
        { name: 'finalidad', label: 'Finalidad', required: true },
        { name: 'lugar', label: 'Dónde', required: false },
      ],
    },
  ],
  uses: writUses,
  facts: inProceeding(['denunciado.identidad'], ['diligencias_pedidas.urgencia', 'escrito.medios']),
});

export const singleInterviewKind = kindOf({
  ...imputed,
  kind: 11,
  label: 'Entrevista única en cámara Gesell o prueba anticipada',
  purpose: 'Pide que declare una sola vez, con las condiciones que necesita.',
  partySigns: false,
  asSaid: { 'entrevista.delito': goingOn },
  form: form('Entrevista', [
    choice('entrevista.clase', 'Qué se pide', ['Entrevista única en cámara Gesell', 'Prueba anticipada'], {
      required: true,
    }),
    line('entrevista.delito', 'Delito', { required: true }),
    prose('entrevista.razon', 'Por qué una sola vez y ahora', { required: true }),
    prose('entrevista.anteriores', 'Declaraciones y exámenes anteriores', { required: true }),
    prose('entrevista.necesidades', 'Qué necesita', { hint: 'Intérprete, psicóloga, persona de acompañamiento.' }),
  ]),
  uses: briefUses,
  facts: inProceeding(['agraviada.edad', 'denunciado.identidad'], ['entrevista.necesidades']),
});

export const examinationKind = kindOf({
  ...imputed,
  kind: 12,
  label: 'Reconocimiento médico legal o pericia psicológica',
  purpose: 'Requiere el examen y dice qué se necesita para que no se repita.',
  partySigns: false,
  warnsWithoutSponsorship: true,
  form: form('Examen', [
    choice(
      'examen.clase',
      'Clase de examen',
      ['Reconocimiento médico legal', 'Evaluación psicológica', 'Médico y psicológico'],
      { required: true },
    ),
    day('examen.hecho_el', 'Fecha del hecho que se examina', { required: true }),
    hour('examen.hecho_hora', 'Hora del hecho que se examina'),
    prose('examen.anteriores', 'Exámenes anteriores', { required: true, hint: 'Escriba «Ninguno» si no los hubo.' }),
    prose('examen.urgencia', 'Por qué es urgente', { required: true }),
    prose('examen.necesidades', 'Qué necesita'),
  ]),
  uses: briefUses,
  facts: (asked) => ({
    required: [
      ...herself,
      'despacho.nombre',
      ...signer,
      'centro.domicilio_procesal',
      'denunciado.identidad',
      'hecho.violencia',
      ...asked,
    ],
    recommended: [
      'escrito.expediente',
      'escrito.articulos',
      'examen.hecho_hora',
      'examen.necesidades',
      'patrocinio.acepta',
    ],
  }),
});

export const witnessKind = kindOf({
  ...imputed,
  kind: 15,
  label: 'Protección de víctima o testigo',
  purpose: 'Pide a la fiscalía reserva de identidad u otra protección. El nombre va solo en el anexo reservado.',
  partySigns: false,
  warnsWithoutSponsorship: true,
  form: form('Protección', [
    choice('proteccion.de', 'A quién se protege', ['Víctima', 'Testigo'], { required: true }),
    line('proteccion.testigo', 'Nombres y apellidos del testigo', {
      hint: 'Van solo en el anexo reservado, en sobre cerrado.',
      askedWhen: { question: 'proteccion_de', is: [2] },
    }),
    line('proteccion.testigo_documento', 'Documento del testigo', {
      hint: 'Solo en el anexo reservado.',
      askedWhen: { question: 'proteccion_de', is: [2] },
    }),
    line('proteccion.testigo_domicilio', 'Domicilio del testigo', {
      hint: 'Solo en el anexo reservado.',
      askedWhen: { question: 'proteccion_de', is: [2] },
    }),
    prose('proteccion.riesgo', 'Riesgo y amenazas', {
      required: true,
      hint: 'Sin nombres ni lugares de la persona protegida.',
    }),
  ]),
  lists: [
    {
      path: 'protecciones',
      title: 'Medidas que se piden',
      item: 'Medida',
      weight: 'required',
      columns: [{ name: 'medida', label: 'Medida', required: true }],
    },
  ],
  sealed: ['proteccion.testigo', 'proteccion.testigo_documento', 'proteccion.testigo_domicilio'],
  uses: briefUses,
  facts: (asked) => ({
    required: ['escrito.expediente', 'despacho.nombre', ...signer, 'centro.domicilio_procesal', ...asked],
    recommended: ['agraviada.nombres', 'denunciado.identidad', 'escrito.articulos', 'patrocinio.acepta'],
  }),
});
