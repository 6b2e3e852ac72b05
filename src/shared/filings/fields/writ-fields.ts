/** Fields on the writ itself: head, addressee, law, evidence, annexes, otrosíes, signatures. */
import type { PaperBlock, PaperRun } from '../../papers/blocks.ts';
import { bold, paragraph } from '../../papers/text.ts';
import { closed, insideSentence, longDate, ordinal } from '../../papers/index.ts';
import { addressedWords } from '../addressee.ts';
import { articleSupports, type ArticleSupport } from '../codes.ts';
import { articleCitation } from '../law-tables.ts';
import type { FilingFacts } from '../schema.ts';
import { hidesUser } from '../sealed.ts';
import { isChild } from '../wording.ts';
import { saysAddress, tellsHousehold } from '../kinds/kind.ts';
import { block, flag, text, word, type Field, type Given } from './field.ts';

const gap = (text: string): PaperRun => ({ text, missing: true });

function addressee({ options }: Given): PaperBlock[] {
  const { addressee: to } = options;
  const run = to === null ? gap('despacho al que se dirige') : bold(addressedWords(to).toUpperCase());
  return [paragraph([run, bold(':')], 'left')];
}

function articles({ options, law, kind }: Given): PaperBlock[] {
  const ticked = law.articles.filter((row) => options.articles.includes(row.id));
  if (ticked.length === 0) return [];
  // A report argues nothing: it says on what it is given.
  if (kind.sort !== 'writ') return [paragraph([{ text: 'Se emite conforme a: ' }, ...citedRuns(ticked)])];
  const steps = articleSupports.flatMap((support) => {
    const cited = ticked.filter(({ value }) => value.supports === support);
    return cited.length === 0 ? [] : [[...argument[support], ...citedRuns(cited)]];
  });
  return steps.map((runs) => paragraph(runs));
}

/** Each article with its subject, in one sentence: «Art. 22 … (medidas de protección), y Art. 22-A … (criterios).» */
function citedRuns(cited: Given['law']['articles']): PaperRun[] {
  return cited.flatMap(({ value }, at): PaperRun[] => {
    const after = at === cited.length - 1 ? '.' : at === cited.length - 2 ? '; y ' : '; ';
    const citation = articleCitation(value);
    // «Art. 22 de la Ley 30364 (art. 32 del TUO; medidas de protección)»: never one bracket after another.
    const [head, subject] = citation.endsWith(')')
      ? [citation.slice(0, -1), `; ${value.subject})`]
      : [citation, ` (${value.subject})`];
    return [bold(head), { text: `${subject}${after}` }];
  });
}

/** From the facts to the norm and from the norm to what is asked. */
const argument: Readonly<Record<ArticleSupport, readonly PaperRun[]>> = {
  right: [bold('Derechos. '), { text: 'Lo expuesto compromete los derechos que protegen las normas siguientes: ' }],
  facts: [bold('Hechos y norma. '), { text: 'Los hechos expuestos están comprendidos en: ' }],
  request: [bold('Lo que se pide. '), { text: 'Por lo expuesto, lo pedido se sustenta en: ' }],
  procedure: [bold('Trámite. '), { text: 'Este escrito se presenta y se tramita conforme a: ' }],
};

function evidence({ options }: Given): PaperBlock[] {
  if (options.evidence.length === 0) return [];
  const items = options.evidence.map((one): PaperRun[] => [
    bold(`${closed(one.text)} `),
    { text: `Finalidad: ${closed(insideSentence(one.purpose))}` },
  ]);
  return [{ kind: 'list', ordered: true, items }];
}

/** 0 → A, 25 → Z, 26 → AA. */
export function annexLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : annexLetter(Math.floor(index / 26) - 1) + letter;
}

function annexes({ options, kind }: Given): PaperBlock[] {
  if (options.annexes.length === 0) return [];
  const rows = options.annexes.map((text, index) => ({
    label: kind.sort === 'writ' ? `${options.writNumber ?? ''}-${annexLetter(index)}` : annexLetter(index),
    runs: [{ text }],
  }));
  return [{ kind: 'pairs', labelWidth: 36, rows }];
}

const reserveRequest =
  'El domicilio real se presenta en sobre cerrado, aparte de este escrito. Solicito que se mantenga en reserva y que no se notifique a la otra parte.';

const namesRequest =
  'Los nombres completos de las personas que este escrito nombra con iniciales se presentan en sobre cerrado, aparte. Solicito que se mantengan en reserva.';

/** Whether the sealed envelope names in full whom this writ names by initials. */
function sealsNames({ facts, kind, options, isShortened }: Given): boolean {
  const isInitialed = isChild(facts) && !hidesUser(kind.kind, options);
  return isShortened === true || isInitialed || (tellsHousehold(kind) && facts.children.length > 0);
}

function otherRequests(given: Given): PaperBlock[] {
  const { facts, options, kind } = given;
  const isReserved = facts.user.address.kind === 'reserved' && saysAddress(kind);
  const reserve = [...(isReserved ? [reserveRequest] : []), ...(sealsNames(given) ? [namesRequest] : [])];
  const requests: PaperRun[] = [...reserve, ...options.otherRequests].map((text) => ({ text: closed(text) }));
  if (options.urgency.asked) {
    const why = options.urgency.reason;
    requests.unshift(why === null ? gap('razón de la urgencia') : { text: closed(why) });
  }
  return requests.map((run, index) =>
    paragraph([
      bold(requests.length === 1 ? 'OTROSÍ DIGO: ' : `${ordinal(index + 1, 'adjective')} OTROSÍ DIGO: `),
      ...(options.urgency.asked && index === 0 ? [{ text: 'Solicito que se resuelva con urgencia. ' }] : []),
      run,
    ]),
  );
}

function counselLines(lawyer: FilingFacts['lawyer']): string[] {
  if (lawyer === null) return ['[FALTA: abogada o abogado]'];
  const register = `Reg. ${lawyer.college ?? '[FALTA: colegio]'} N.º ${lawyer.number ?? '[FALTA: número]'}`;
  return [lawyer.names, lawyer.gender === 'male' ? 'Abogado' : 'Abogada', register];
}

/** A child never signs in her own name: the adult does, or the gap is visible. */
function partyLines({ facts, options }: Given): string[] {
  const { guardian, user } = facts;
  const signs = guardian ?? (isChild(facts) ? { names: null, document: null } : user);
  const number = signs.document?.kind === 'document' ? [`${signs.document.name} N.º ${signs.document.number}`] : [];
  const hand = options.cannotSign && guardian === null ? ['Impresión dactilar'] : [];
  return [signs.names ?? '[FALTA: nombres]', ...number, ...hand];
}

function signatures(given: Given): PaperBlock[] {
  const { facts, kind } = given;
  const party = kind.partySigns ? [{ lines: partyLines(given) }] : [];
  return [{ kind: 'signatures', signers: [...party, { lines: counselLines(facts.lawyer) }] }];
}

export const writFields: readonly Field[] = [
  block('escrito.destinatario', 'despacho al que se dirige', ['despacho.nombre'], addressee),
  text('despacho.nombre', 'despacho al que se dirige', 'document', ({ options }) => options.addressee?.office ?? null),
  text('escrito.expediente', 'número de expediente o carpeta', 'document', ({ options }) => options.courtFileNumber),
  text('escrito.cuaderno', 'cuaderno', 'document', ({ options }) => options.notebook),
  block('escrito.articulos', 'fundamentos de derecho', [], articles),
  block('escrito.medios', 'medios probatorios', [], evidence),
  block('escrito.anexos', 'anexos', [], annexes),
  block('escrito.otrosies', 'otrosíes', [], otherRequests),
  word('escrito.lugar', 'lugar de la firma', ({ options }) => options.place),
  word('escrito.fecha', 'fecha de la firma', ({ options }) => longDate(options.signedOn)),
  block('escrito.firmas', 'firmas', ['abogada.nombres', 'abogada.colegio', 'abogada.numero'], signatures),
  flag('escrito.urgente', 'si se pide con urgencia', 'document', ({ options }) => options.urgency.asked),
  text('escrito.urgencia', 'razón de la urgencia', 'document', ({ options }) =>
    options.urgency.asked ? options.urgency.reason : undefined,
  ),
];
