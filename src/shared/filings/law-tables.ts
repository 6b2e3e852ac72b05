/**
 * The law that writs cite, as dated tables: articles with both numberings, the twelve measures, the offences.
 *
 * Contents from the domain study (filings §4, law and deadlines §5 and §7); nothing here was compared with the official
 * text, so every row is to confirm or from a secondary source, and prints only when the lawyer ticks it (U47–U50).
 */
import { cleanedText } from '../platform/text.ts';
import { optionsOf, type Confirmation } from '../record/index.ts';
import { z } from '../platform/zod.ts';
import { shippedRow, type RuleField, type RuleTable } from '../rulebook/index.ts';
import { articleRows, supportOf } from './article-rows.ts';
import { articleSupportLabels, articleSupports } from './codes.ts';

const kindNumber = z.int().min(1).max(20);

const articleValueSchema = z.strictObject({
  /** Citation in the original numbering («Art. 22 de la Ley 30364»). */
  citation: cleanedText(200),
  /** The same article in the ordered text («art. 32 del TUO»); null where it is not known. */
  secondNumber: cleanedText(60).nullable(),
  subject: cleanedText(200),
  /** Kinds of filing in which it is offered. */
  filings: z.array(kindNumber).max(20),
  /** Which step of the argument it supports. */
  supports: z.enum(articleSupports).default('request'),
});
export type ArticleValue = z.infer<typeof articleValueSchema>;

/** «Art. 22 de la Ley 30364 (art. 32 del TUO)»: both numberings where the second is known. */
export function articleCitation({ citation, secondNumber }: ArticleValue): string {
  return secondNumber === null ? citation : `${citation} (${secondNumber})`;
}

const articleFields: readonly RuleField[] = [
  { name: 'citation', label: 'Cita', kind: 'text', hint: 'En la numeración original, como debe imprimirse.' },
  { name: 'secondNumber', label: 'En el TUO', kind: 'text', optional: true, hint: 'Ejemplo: art. 32 del TUO.' },
  { name: 'subject', label: 'De qué trata', kind: 'text' },
  {
    name: 'supports',
    label: 'Qué sustenta',
    kind: 'choice',
    options: optionsOf(articleSupportLabels),
  },
  { name: 'filings', label: 'Se ofrece en los escritos', kind: 'numbers', hint: 'Números del 1 al 20, con comas.' },
];

export const articleTable: RuleTable<ArticleValue> = {
  id: 'article',
  title: 'Artículos',
  about:
    'Se ofrecen en cada escrito. Los que están por confirmar no vienen marcados: los marca la abogada o el abogado.',
  value: articleValueSchema,
  fields: articleFields,
  needsTwoEyes: true,
  mayAdd: true,
  shipped: Object.entries(articleRows).map(([id, { citation, second, subject, filings, from, source }]) =>
    shippedRow(id, {
      value: { citation, secondNumber: second ?? null, subject, filings: [...filings], supports: supportOf(id) },
      validFrom: from,
      source,
      confirmation: 'toConfirm',
    }),
  ),
  label: (value) => `${articleCitation(value)}: ${value.subject}`,
};

const measureValueSchema = z.strictObject({
  number: z.int().min(1).max(99),
  /** Words with blanks filled by agreement: `{accused}`, `{ofAccused}`, `{victim}`, `{ofVictim}`, `{toVictim}`. */
  label: cleanedText(300).refine(hasKnownBlanks, {
    error: 'Use solo los espacios {accused}, {ofAccused}, {victim}, {ofVictim} y {toVictim}.',
  }),
});
export type MeasureValue = z.infer<typeof measureValueSchema>;

const blanks = ['accused', 'ofAccused', 'victim', 'ofVictim', 'toVictim'];

function hasKnownBlanks(text: string): boolean {
  const known = text.replaceAll(/\{(\w+)\}/g, (blank, name: string) => (blanks.includes(name) ? '' : blank));
  return !/[{}]/.test(known);
}

const measureRows: readonly (readonly [id: string, label: string])[] = [
  ['removal-from-home', 'Retiro {ofAccused} del domicilio y prohibición de regresar a él'],
  ['no-approach', 'Impedimento de acercamiento o proximidad {toVictim} en cualquier forma'],
  [
    'no-contact',
    'Prohibición de comunicación con {victim} por vía epistolar, telefónica, electrónica, redes sociales u otra',
  ],
  ['weapon-ban', 'Prohibición del derecho de tenencia y porte de armas, con aviso a la SUCAMEC'],
  ['property-inventory', 'Inventario de bienes'],
  ['emergency-allowance', 'Asignación económica de emergencia'],
  ['no-disposal-of-property', 'Prohibición de disponer, enajenar u otorgar en prenda o hipoteca los bienes comunes'],
  [
    'no-removal-of-dependents',
    'Prohibición de retirar del cuidado del grupo familiar a niñas, niños, adolescentes u otras personas vulnerables',
  ],
  ['aggressor-treatment', 'Tratamiento reeducativo o terapéutico para {accused}'],
  ['victim-treatment', 'Tratamiento psicológico para {victim}'],
  ['safe-shelter', 'Albergue {ofVictim} en un establecimiento que garantice su seguridad'],
  ['other-measure', 'Otra medida requerida para la protección {ofVictim}'],
];

export const measureTable: RuleTable<MeasureValue> = {
  id: 'measure-kind',
  title: 'Medidas de protección',
  about:
    'Las doce medidas que se piden. Los espacios entre llaves se completan con las palabras que corresponden a cada persona.',
  value: measureValueSchema,
  fields: [
    { name: 'number', label: 'Número', kind: 'number' },
    {
      name: 'label',
      label: 'Medida, como se imprime',
      kind: 'longText',
      hint: 'Espacios: {accused} y {ofAccused} para la parte denunciada; {victim}, {ofVictim} y {toVictim} para la agraviada.',
    },
  ],
  needsTwoEyes: true,
  shipped: measureRows.map(([id, label], index) =>
    shippedRow(id, {
      value: { number: index + 1, label },
      validFrom: '2018-10-25',
      source: 'Ley 30364, art. 22 (TUO, art. 32); catálogo judicial de 2019',
      confirmation: 'toConfirm',
    }),
  ),
  label: ({ number, label }) => `${number}. ${label.replaceAll(/\{\w+\}/g, '…')}`,
};

const offenceValueSchema = z.strictObject({
  /** Article of the Código Penal («122-B»). */
  article: cleanedText(40),
  name: cleanedText(200),
  /** What it punishes and how; null while it is not confirmed: then no penalty is shown. */
  content: cleanedText(600).nullable(),
});
export type OffenceValue = z.infer<typeof offenceValueSchema>;

type OffenceRow = readonly [id: string, article: string, name: string, content?: string];

const offenceRows: readonly OffenceRow[] = [
  ['107', '107', 'parricidio'],
  [
    '108-b',
    '108-B',
    'feminicidio',
    'No menos de 20 años; no menos de 30 con agravantes; cadena perpetua si concurren varias.',
  ],
  ['121', '121', 'lesiones graves', 'De 4 a 8 años; agravadas, de 6 a 12.'],
  ['121-b', '121-B', 'lesiones graves contra mujeres o integrantes del grupo familiar'],
  ['122', '122', 'lesiones leves', 'De 2 a 5 años; agravadas, de 3 a 6.'],
  [
    '122-b',
    '122-B',
    'agresiones en contra de las mujeres o integrantes del grupo familiar',
    'Menos de diez días de asistencia o descanso, o afectación que no sea daño psíquico: de 1 a 3 años e inhabilitación; agravadas, de 2 a 3.',
  ],
  ['124-b', '124-B', 'daño psíquico y sus niveles'],
  ['129-a', '129-A y siguientes', 'trata de personas'],
  ['149', '149', 'omisión de asistencia familiar', 'Hasta 3 años, o de 20 a 52 jornadas de servicio comunitario.'],
  ['151', '151', 'coacción', 'Hasta 2 años.'],
  ['151-a', '151-A', 'acoso'],
  ['154-b', '154-B', 'difusión de imágenes íntimas'],
  ['170', '170', 'violación sexual', 'De 14 a 20 años; agravada, de 20 a 26.'],
  ['171', '171', 'violación de persona en estado de inconsciencia o en la imposibilidad de resistir'],
  ['172', '172', 'violación de persona en incapacidad de dar su libre consentimiento'],
  ['173', '173', 'violación de menor de 14 años', 'Cadena perpetua (Ley 30838).'],
  ['175', '175', 'violación sexual mediante engaño'],
  ['176', '176', 'tocamientos, actos de connotación sexual o actos libidinosos sin consentimiento'],
  ['176-a', '176-A', 'tocamientos en agravio de menores'],
  ['176-b', '176-B', 'acoso sexual'],
  ['176-c', '176-C', 'chantaje sexual'],
  ['177', '177', 'formas agravadas de los delitos sexuales'],
  ['183-b', '183-B', 'proposiciones a niñas, niños y adolescentes por medios tecnológicos'],
  ['368', '368, última parte', 'desobediencia de una medida dictada en un proceso por violencia', 'De 5 a 8 años.'],
  ['441', '441', 'faltas contra la persona: lesión dolosa y culposa'],
  ['442', '442', 'faltas contra la persona: maltrato'],
];

function markOf(content: string | undefined): Confirmation {
  return content === undefined ? 'toConfirm' : 'secondary';
}

export const offenceTable: RuleTable<OffenceValue> = {
  id: 'offence',
  title: 'Delitos y faltas',
  about: 'Los elige la abogada o el abogado. La pena se muestra solo donde hay una fuente.',
  value: offenceValueSchema,
  fields: [
    { name: 'article', label: 'Artículo del Código Penal', kind: 'text' },
    { name: 'name', label: 'Delito o falta', kind: 'text' },
    { name: 'content', label: 'Contenido y pena', kind: 'longText', optional: true },
  ],
  needsTwoEyes: true,
  mayAdd: true,
  shipped: offenceRows.map(([id, article, name, content]) =>
    shippedRow(id, {
      value: { article, name, content: content ?? null },
      validFrom: '2018-10-25',
      source: content === undefined ? 'Catálogo del programa' : 'Código Penal, según publicaciones no oficiales',
      confirmation: markOf(content),
    }),
  ),
  label: ({ article, name }) => `Art. ${article} CP: ${name}`,
};
