/**
 * The articles that come with the program, from the study of the law (law-facts): consolidated texts of a law portal, the
 * official text where the source says so. None was confirmed by a lawyer of a centre: all are to confirm (U47, U50), and
 * what an article says is not quoted anywhere.
 */

import { articleSupports, type ArticleSupport } from './codes.ts';

export type ArticleRow = {
  readonly citation: string;
  /** The same article in the ordered text. */
  readonly second?: string;
  readonly subject: string;
  readonly filings: readonly number[];
  readonly from: string;
  readonly source: string;
};

type Kinds = readonly number[];

/** A norm with the day from which its articles are offered here, and where it was read. */
function of(norm: string, from: string, source: string) {
  return (
    numbers: string,
    subject: string,
    filings: Kinds,
    more: { second?: string; from?: string } = {},
  ): ArticleRow => ({
    ...{
      citation: `${numbers}${/, (?:incis|última)/.test(numbers) ? ',' : ''} ${norm}`,
      subject,
      filings,
      from,
      source,
    },
    ...more,
  });
}

/** Where the day from which a text counts is not at hand: that of the law whose writs cite it. */
const asTheLaw = '2015-11-24';
const consolidated = 'texto consolidado de un portal jurídico, no comparado con el oficial';
const law = of('de la Ley 30364', asTheLaw, `Ley 30364 y su TUO (DS 004-2020-MIMP): ${consolidated}`);
const law31715 = of(
  'de la Ley 30364, modificado por la Ley 31715',
  '2023-03-23',
  'Ley 31715, El Peruano, 22.03.2023; el texto del TUO que se vio no recoge el cambio',
);
const rules = of(
  'del Reglamento de la Ley 30364 (DS 009-2016-MIMP)',
  '2019-03-08',
  `DS 009-2016-MIMP y sus modificatorias: ${consolidated}`,
);
const constitution = of('de la Constitución Política del Perú', '1993-12-31', `Constitución: ${consolidated}`);
const belem = of(
  'de la Convención Interamericana para Prevenir, Sancionar y Erradicar la Violencia contra la Mujer («Convención de Belém do Pará»)',
  asTheLaw,
  'Se vieron los arts. 1, 2 y 4 en páginas jurídicas; los demás y la Resolución Legislativa 26583, sin fuente a la mano',
);
const cedaw = of(
  'de la Convención sobre la Eliminación de Todas las Formas de Discriminación contra la Mujer',
  asTheLaw,
  'Sin fuente a la mano; Resolución Legislativa 23432',
);
const cdn = of('de la Convención sobre los Derechos del Niño', asTheLaw, 'Sin fuente a la mano; RLeg 25278');
const cpc = of('del Código Procesal Civil', '2022-10-27', `Código Procesal Civil: ${consolidated}`);
const cpp = of('del Código Procesal Penal', asTheLaw, `Código Procesal Penal hasta el DL 1735: ${consolidated}`);
const cc = of('del Código Civil', asTheLaw, `Código Civil: ${consolidated}`);
const cna = of(
  'del Código de los Niños y Adolescentes',
  '2022-10-27',
  `Código de los Niños y Adolescentes: ${consolidated}`,
);
const lopj = of('de la Ley Orgánica del Poder Judicial', '2022-10-27', `LOPJ hasta la Ley 31591: ${consolidated}`);
const cp = of('del Código Penal', '2026-01-21', `Código Penal hasta el DL 1739: ${consolidated}`);

const tuo = (number: string) => ({ second: `art. ${number} del TUO` });

export const articleRows: Readonly<Record<string, ArticleRow>> = {
  'l-7': law('Art. 7', 'personas protegidas por la ley', [1], tuo('7')),
  'l-8': law('Art. 8', 'tipos de violencia', [1, 3], tuo('8')),
  'l-15': law31715('Art. 15', 'denuncia', [1, 2], tuo('15')),
  'l-16': law31715('Art. 16', 'proceso especial y plazo para resolver sobre las medidas', [3], tuo('19')),
  'l-16-c': law('Art. 16-C', 'apelación de la resolución sobre las medidas', [7, 8], tuo('22')),
  'l-19': law('Art. 19', 'declaración de la víctima y entrevista única', [11], tuo('28')),
  'l-20-a': law('Art. 20-A', 'remisión de la sentencia o del archivo y nueva valoración del riesgo', [5]),
  'l-22': law31715('Art. 22', 'medidas de protección', [1, 3, 5], tuo('32')),
  'l-22-a': law('Art. 22-A', 'criterios para dictar las medidas de protección', [3, 5], tuo('33')),
  'l-22-b': law('Art. 22-B', 'medidas cautelares', [3], tuo('34')),
  'l-23': law('Art. 23', 'vigencia, variación y sustitución de las medidas', [5], tuo('35')),
  'l-23-a': law31715('Art. 23-A', 'ejecución de las medidas por la Policía Nacional del Perú', [3, 6], tuo('36')),
  'l-23-b': law('Art. 23-B', 'supervisión de las medidas', [20], tuo('37')),
  'l-23-c': law('Art. 23-C', 'informes sobre la ejecución y comunicación del incumplimiento', [6, 20], tuo('38')),
  'l-24': law('Art. 24', 'incumplimiento de las medidas', [6], tuo('39')),
  'l-25': law('Art. 25', 'no hay confrontación ni conciliación', [8, 11], tuo('40')),
  'l-26': law('Art. 26', 'valor de los informes de los servicios públicos', [3, 8, 12, 20], tuo('41')),
  'l-28': law('Art. 28', 'ficha de valoración de riesgo', [3, 5], tuo('43')),

  'r-9': rules('Art. 9', 'reserva de la identidad', [1, 3, 15], { from: '2023-09-08' }),
  'r-11': rules('Arts. 6-B y 11', 'declaración y entrevista única', [11]),
  'r-13': rules('Arts. 13 y 74', 'los informes del Centro Emergencia Mujer como prueba', [3, 12, 20]),
  'r-17': rules('Art. 17', 'denuncia por niñas, niños y adolescentes', [1, 2]),
  'r-18': rules('Art. 18', 'aplicación de la ficha de valoración de riesgo', [3]),
  'r-32': rules('Art. 32', 'no se archiva por ausencia ni a pedido de quien denunció', [13]),
  'r-37': rules('Art. 37', 'medidas de protección y su ejecución inmediata', [3, 5], { from: '2023-09-08' }),
  'r-40': rules('Art. 40', 'medidas cautelares', [3]),
  'r-41': rules('Art. 41', 'variación, sustitución e incumplimiento de las medidas', [5, 6]),
  'r-42': rules('Art. 42', 'apelación en favor de niñas, niños y adolescentes', [7]),
  'r-43': rules('Art. 43', 'trámite de la apelación', [7, 8]),

  'const-1': constitution('Art. 1', 'defensa de la persona y de su dignidad', [1, 3, 8]),
  'const-2': constitution('Art. 2, incisos 1 y 24, literal h', 'integridad y prohibición de la violencia', [1, 3, 8]),
  'const-2-24-h': constitution('Art. 2, inciso 24, literal h', 'examen médico a pedido de cualquier persona', [12]),
  'const-139-3': constitution('Art. 139, inciso 3', 'debido proceso y tutela jurisdiccional', [7, 13, 14]),
  'const-4-6': constitution('Arts. 4 y 6', 'protección de la niñez; deber de alimentar', [16, 17]),
  belem: belem(
    'Arts. 1, 2, 3, 4, 7 y 9',
    'violencia contra la mujer: ámbitos, derechos y deberes del Estado',
    [1, 3, 5, 7, 8],
  ),
  cedaw: cedaw('Arts. 1 a 5, 15 y 16', 'discriminación contra la mujer y deberes del Estado', [3, 8]),
  'cdn-3': cdn('Art. 3, inciso 1', 'interés superior de la niña, el niño y el adolescente', [2, 11, 16, 17]),

  'cpc-74': cpc('Arts. 74 y 75', 'facultades de representación', [4]),
  'cpc-80': cpc('Art. 80', 'representación judicial por abogada o abogado', [4]),
  'cpc-130': cpc('Art. 130', 'forma del escrito', [3]),
  'cpc-138': cpc('Art. 138', 'examen de los autos', [4, 18]),
  'cpc-139': cpc('Art. 139', 'copias simples y certificadas', [18]),
  'cpc-155': cpc('Art. 155', 'objeto de la notificación', [4]),
  'cpc-179': cpc('Art. 179', 'auxilio judicial', [19]),
  'cpc-188': cpc('Arts. 188 a 194', 'medios probatorios', [10]),
  'cpc-364': cpc('Arts. 364 a 367', 'recurso de apelación', [7]),
  'cpc-372': cpc('Arts. 372 y 377', 'apelación sin efecto suspensivo y su trámite', [7, 8]),
  'cpc-375': cpc('Art. 375', 'informe oral', [8]),
  'cpc-424': cpc('Arts. 424 y 425', 'requisitos y anexos de la demanda', [3, 16, 17]),
  'cpc-546': cpc('Arts. 546, 547 y 554', 'proceso sumarísimo', [16]),
  'cpc-560': cpc('Arts. 560 a 562', 'juzgado, representación y exoneración de tasas en alimentos', [16]),
  'cpc-564': cpc('Arts. 564 y 565', 'informe de ingresos', [16]),
  'cpc-566-a': cpc('Art. 566-A', 'apercibimiento y remisión al Ministerio Público', [16]),
  'cpc-608': cpc('Arts. 608, 610 y 611', 'medida cautelar', [3, 17]),
  'cpc-675': cpc('Art. 675', 'asignación anticipada de alimentos', [16]),
  'cpc-677': cpc('Art. 677', 'medida cautelar por violencia en asuntos de familia', [17]),

  'cpp-84': cpp('Art. 84', 'derechos de la defensa', [4, 10]),
  'cpp-94': cpp('Arts. 94 y 95', 'persona agraviada y sus derechos', [4, 10, 11, 14, 18]),
  'cpp-98': cpp('Arts. 98 a 106', 'actor civil', [9]),
  'cpp-138': cpp('Art. 138', 'copias', [10, 18]),
  'cpp-242': cpp('Arts. 242 y 243', 'prueba anticipada', [11]),
  'cpp-247': cpp('Arts. 247 a 252', 'medidas de protección de víctimas y testigos', [15]),
  'cpp-334-5': cpp('Art. 334, inciso 5', 'elevación de actuados al fiscal superior', [13]),
  'cpp-337-4': cpp('Art. 337, incisos 4 y 5', 'solicitud de diligencias', [10, 12]),
  'cpp-345': cpp('Art. 345', 'oposición al requerimiento de sobreseimiento', [14]),
  'cpp-404': cpp('Arts. 404 y 405', 'recursos: facultad y formalidades', [14]),
  'cpp-407': cpp('Art. 407, inciso 2', 'el actor civil recurre el objeto civil', [14]),
  'cpp-414': cpp('Art. 414', 'plazos de los recursos', [14]),
  'cpp-416': cpp('Art. 416', 'resoluciones apelables', [14]),

  'cc-472': cc('Arts. 472 a 475 y 481 a 483', 'alimentos', [16]),
  'cc-418': cc('Arts. 418 a 423 y 461 a 471', 'patria potestad, su suspensión y extinción', [17]),
  'cc-1969': cc('Art. 1969', 'indemnización por daño', [9]),
  'cc-1985': cc('Art. 1985', 'contenido de la indemnización', [9]),

  'cna-74': cna('Arts. 74, 75 y 77', 'patria potestad, su suspensión y extinción', [17]),
  'cna-81': cna('Arts. 81 a 87', 'tenencia', [17]),
  'cna-88': cna('Arts. 88 a 91', 'régimen de visitas', [17]),
  'cna-92': cna('Arts. 92 a 97', 'alimentos', [16]),
  'cna-160': cna('Arts. 160, 161, 164, 165, 167-A, 168 y 170-A', 'proceso único', [16, 17]),

  'lopj-171': lopj('Art. 171', 'copias certificadas', [18]),
  'lopj-288': lopj('Arts. 288 y 289', 'deberes y derechos de la abogada o el abogado', [4]),
  'lopj-290': lopj('Art. 290', 'presentar, firmar e impugnar sin poder especial', [8, 10, 11, 12, 18]),

  'dl-1297': of('1297', asTheLaw, 'Sin fuente a la mano')(
    'Decreto Legislativo',
    'protección de niñas, niños y adolescentes sin cuidados parentales',
    [2],
  ),
  'cp-122-b': cp('Art. 122-B, inciso 6', 'agresiones con incumplimiento de una medida', [6]),
  'cp-368': cp('Art. 368, última parte', 'desobediencia de una medida de protección', [6]),
};

const cited: Readonly<Partial<Record<ArticleSupport, readonly string[]>>> = {
  right: ['const-1', 'const-2', 'const-2-24-h', 'const-139-3', 'const-4-6', 'belem', 'cedaw', 'cdn-3'],
  facts: ['l-7', 'l-8', 'cp-122-b', 'cp-368', 'cc-1969', 'cc-1985'],
  procedure: [
    ...['l-15', 'l-16', 'l-16-c', 'l-19', 'l-26', 'r-9', 'r-11', 'r-13', 'r-17', 'r-43', 'cpc-74', 'cpc-80', 'cpc-130'],
    ...['cpc-155', 'cpc-188', 'cpc-364', 'cpc-372', 'cpc-375', 'cpc-424', 'cpc-546', 'cpc-560', 'cpc-564', 'cna-160'],
    ...['cpp-84', 'cpp-94', 'cpp-404', 'cpp-407', 'cpp-414', 'cpp-416', 'lopj-288', 'lopj-290'],
  ],
};

/** What an article that comes with the program is cited for: what is asked, where it says nothing else. */
export function supportOf(id: string): ArticleSupport {
  return articleSupports.find((support) => cited[support]?.includes(id)) ?? 'request';
}
