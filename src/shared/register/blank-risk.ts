/** The partner risk form to fill by hand: wording, points and levels of the instrument in force, in its order. */
import { documentKindLabels } from '../people/index.ts';
import type { PaperBlock } from '../papers/blocks.ts';
import { heading, paragraph, signatures } from '../papers/text.ts';
import { partnerRisk2019, type RiskInstrument } from '../risk/index.ts';
import { boxes, fill, inline, lines, parts } from './blank-ficha.ts';

const text = (words: string) => paragraph(words, 'left');

function generalData(centreName: string): PaperBlock[] {
  return [
    heading(3, 'Datos generales'),
    fill(`Institución: ${centreName}`, parts(['Operador/a', 300], ['Fecha', 143])),
    fill('', parts(['Distrito', 140], ['Provincia', 140], ['Departamento', 150])),
    fill('', parts(['Nombres y apellidos de la víctima', 453])),
    fill('', parts(['Años cumplidos', 130], ['N.º de hijos/as menores de 18 años', 300])),
    fill(
      'Documento de identidad',
      boxes([
        documentKindLabels.dni,
        documentKindLabels.foreignerCard,
        'No tiene',
        'En trámite',
        'No lo lleva consigo y no recuerda el número',
        'Otro',
      ]),
    ),
    fill('', parts(['Número de documento', 200], ['Ocupación', 243])),
    fill('¿Tiene discapacidad?', inline('No', 'Sí')),
    fill(
      'Tipo de discapacidad',
      boxes(['Física', 'Visual', 'Auditiva', 'Psicosocial', 'Intelectual', 'Sordo/a-ciego/a', 'Mudo/a']),
      '',
      'Solo si la anterior es «Sí». Puede marcar varias.',
    ),
    fill('Lengua materna', boxes(['Castellano', 'Quechua', 'Aymara', 'Otra'])),
    fill('¿Usa lengua de señas (Ley 29535)?', inline('No', 'Sí')),
    fill('', parts(['Identidad étnica', 453])),
    fill('Consentimiento informado oral para aplicar la ficha', inline('No', 'Sí')),
  ];
}

/** Each informative question follows its item, as on the form: 2a below 2. */
function scoredRows(instrument: RiskInstrument): Extract<PaperBlock, { kind: 'marks' }>['rows'] {
  const below = (number: string) =>
    instrument.informative
      .filter((one) => one.number.startsWith(number) && /^[a-z]$/.test(one.number.slice(number.length)))
      .map(({ number: item, question, kind }) => ({
        item,
        text: kind === 'text' ? `${question} ______________________` : question,
        marks: kind === 'mark' ? ['', ''] : kind === 'tick' ? ['', null] : [null, null],
      }));
  return instrument.items.flatMap(({ number, question, points }) => [
    { item: number, text: question, marks: [String(points.yes), String(points.no)] },
    ...below(number),
  ]);
}

function annexBlocks(instrument: RiskInstrument): PaperBlock[] {
  return [
    heading(3, 'Anexo complementario: factores de vulnerabilidad'),
    ...instrument.annex.map(({ number, question, options, hint }) =>
      fill(question, boxes(options.map(({ label }) => label)), number, hint ?? null),
    ),
  ];
}

export function blankPartnerRisk(centreName: string): PaperBlock[] {
  const instrument: RiskInstrument = partnerRisk2019;
  return [
    heading(1, instrument.title.toUpperCase()),
    text('RM 328-2019-MIMP. Se aplica en entrevista. Si ella no sabe y vuelve a no saber, deje la casilla en blanco.'),
    ...generalData(centreName),
    heading(3, 'Paso 1. Calendario de los últimos doce meses'),
    text('Ella señala las fechas aproximadas de las agresiones físicas. El calendario no se adjunta ni se archiva.'),
    heading(3, 'Paso 2. Gravedad de las agresiones'),
    fill('Marque la más grave', boxes(instrument.severityScale.map(({ value, label }) => `${value} ${label}`))),
    { kind: 'pageBreak' },
    heading(3, 'Paso 3. Preguntas'),
    { kind: 'marks', heads: ['Sí', 'No'], rows: scoredRows(instrument) },
    heading(3, 'Resultado'),
    {
      kind: 'table',
      head: ['Puntos', 'Nivel', 'Riesgo'],
      widths: [90, 120, '*'],
      rows: instrument.levels.map(({ from, to, label, name }) => [`${from} a ${to}`, label, name]),
    },
    fill('Suma de puntos y nivel', parts(['Puntos', 130], ['Nivel', 300])),
    text('Embarazo (anexo, pregunta 8 = Sí): el nivel sube uno; los puntos no cambian.'),
    ...annexBlocks(instrument),
    fill('Observaciones de interés (escriba aquí también los factores del anexo)', lines(5)),
    signatures(['Operador/a', 'Firma y sello'], ['Víctima', 'Firma y huella']),
  ];
}
