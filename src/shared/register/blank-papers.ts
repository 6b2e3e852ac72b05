/** The smaller papers of a day without power: consent, urgent referral with a sheet for her, and the pocket card. */
import { noConsentReasonLabels } from '../care/index.ts';
import { documentKindLabels } from '../people/index.ts';
import type { PaperBlock } from '../papers/blocks.ts';
import { bullets, heading, paragraph, signatures } from '../papers/text.ts';
import { counterReferralSlip, healthServiceLabels, kitLegend, urgencyLabels } from '../referrals/index.ts';
import { boxes, confidentialNotice, fill, inline, lines, parts } from './blank-ficha.ts';
import { phoneLines, readyTips } from '../papers/index.ts';

const byDay = parts(['Día', 70], ['Mes', 110], ['Año', 90], ['Hora', 110]);

const person: readonly PaperBlock[] = [
  fill('', parts(['Apellidos y nombres', 453])),
  fill(
    'Documento de identidad',
    boxes([documentKindLabels.dni, documentKindLabels.foreignerCard, 'No tiene', 'No recuerda']),
  ),
  fill('', parts(['Número de documento', 240], ['Edad', 110])),
];

export function blankConsent(centreName: string): PaperBlock[] {
  return [
    heading(1, 'REGISTRO DE CONSENTIMIENTO'),
    paragraph(confidentialNotice),
    fill(`CEM: ${centreName}`, byDay),
    heading(3, 'Persona'),
    ...person,
    fill(
      'Quien consiente',
      boxes(['La propia persona', 'Madre, padre o tutor/a que no es la persona agresora', 'Otra persona']),
    ),
    fill('', parts(['Nombre y vínculo, si consiente otra persona', 453])),
    heading(3, 'Para qué'),
    fill(
      'Se le explicó y se le preguntó por',
      boxes([
        'Derivación a un establecimiento de salud',
        'Aplicar la ficha de valoración de riesgo',
        'Patrocinio legal del CEM',
        'Otro (escriba)',
      ]),
      '',
      'Puede marcar varias.',
    ),
    fill('A quién se entrega la información y qué datos', lines(2)),
    heading(3, 'Respuesta'),
    fill('Cómo respondió', boxes(['Sí, verbalmente', 'Sí, por escrito', 'No acepta', 'No se pudo pedir (emergencia)'])),
    fill('Motivo, si no se pudo pedir', boxes(Object.values(noConsentReasonLabels))),
    fill('', parts(['Motivo, si no acepta', 453])),
    paragraph('Puede retirar su consentimiento cuando quiera; no aceptar no le quita ninguna otra ayuda del centro.'),
    signatures(['Profesional que registra', 'Nombre, firma y sello'], ['Persona usuaria', 'Firma y huella, si desea']),
  ];
}

/** Letter, slip that comes back, and a sheet she can carry: on it neither the centre nor the reason is named. */
export function blankReferral(number: string): PaperBlock[] {
  return [
    heading(1, 'FICHA DE DERIVACIÓN A ESTABLECIMIENTO DE SALUD'),
    paragraph('CONFIDENCIAL. Leyes 29733 y 30364. No entregar copia a terceros.'),
    fill('', parts(['Para (cargo y establecimiento)', 453])),
    fill('', byDay),
    fill('Urgencia', boxes(Object.values(urgencyLabels))),
    heading(3, 'Persona'),
    ...person,
    fill(
      'Lengua, apoyo que necesita y, solo si hace falta para la atención, semanas de gestación',
      parts(['Lengua', 130], ['Intérprete o apoyo', 210], ['Semanas', 93]),
    ),
    heading(3, 'Se solicita'),
    fill('Servicios', boxes(Object.values(healthServiceLabels)), '', 'Puede marcar varias.'),
    paragraph(kitLegend),
    fill(
      'Motivo, en una o dos frases',
      lines(2),
      '',
      'No escriba el relato, ni la dirección, ni datos de la otra persona.',
    ),
    fill('Fecha y hora del hecho, si la atención depende de ella', byDay),
    fill('', parts(['Alergias o medicación, si las dice', 453])),
    fill('Consentimiento', boxes(['Verbal', 'Escrito', 'No se pudo pedir (emergencia)'])),
    signatures(['Profesional que deriva', 'Nombre, firma y N.º de colegiatura']),
    ...counterReferralSlip(number),
    { kind: 'pageBreak' },
    ...carriedSheet,
  ];
}

const carriedSheet: readonly PaperBlock[] = [
  heading(1, 'CITA DE ATENCIÓN'),
  fill('Lugar', lines(1)),
  fill('Dirección y cómo llegar', lines(2)),
  fill('Día y hora', byDay),
  fill('Preguntar por', lines(1)),
  fill('¿Puede ir acompañada?', inline('No', 'Sí')),
  heading(3, 'Llevar'),
  bullets(
    'Documento de identidad, si lo tiene. También atienden sin documento.',
    'Esta hoja.',
    'Lo que le hayan recetado, si está tomando algo.',
  ),
  fill('Otras indicaciones', lines(4)),
];

export const usefulNumbers = 'Números útiles';

/** Eight cards of pocket size on one sheet; nothing on them says what they are for. */
export function safetyCards(): PaperBlock[] {
  const card = {
    title: usefulNumbers,
    rows: [
      ...phoneLines.map(({ text, number }) => ({ text, number })),
      ...readyTips.map((text) => ({ text: `· ${text}` })),
    ],
  };
  return [{ kind: 'cards', columns: 2, cards: Array.from({ length: 8 }, () => card) }];
}
