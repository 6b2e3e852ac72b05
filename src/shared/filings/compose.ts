/** Composition of kind 3: from the facts of the record and the decisions of the lawyer to a paper. */
import type { MissingFact, Paper, PaperBlock, PaperMark, PaperRun } from '../papers/blocks.ts';
import { withhold } from '../papers/index.ts';
import { longDate, ordinal } from '../papers/index.ts';
import { articles, criterionLabels, measures, measuresTemplate, precautionaryLabels } from './catalogue.ts';
import { criterionIds, type MeasureCode } from './codes.ts';
import { factBlocks } from './facts-section.ts';
import { missingFacts } from './missing.ts';
import type { FilingFacts, FilingIssue, FilingOptions } from './schema.ts';
import { accusedWords, documentWords, fillParties, initialsOf, isChild, victimWords, yearsWords } from './wording.ts';

const gap = (text: string): PaperRun => ({ text, missing: true });
const paragraph = (...runs: PaperRun[]): PaperBlock => ({ kind: 'paragraph', runs });
const section = (text: string): PaperBlock => ({ kind: 'heading', level: 2, text });

function captionBlock(options: FilingOptions): PaperBlock {
  const rows = [{ label: 'ESCRITO N.º', value: String(options.writNumber) }];
  if (options.clerk !== null) rows.unshift({ label: 'ESPECIALISTA', value: options.clerk });
  // Before there is a file number there is no line for it.
  if (options.courtFileNumber !== null) rows.unshift({ label: 'EXPEDIENTE', value: options.courtFileNumber });
  const asks = [
    options.measures.length > 0 ? 'medidas de protección' : null,
    options.precautionary.length > 0 ? 'medidas cautelares' : null,
  ].filter((part) => part !== null);
  rows.push({ label: 'SUMILLA', value: `Solicita ${asks.length === 0 ? 'medidas' : asks.join(' y ')}` });
  return { kind: 'caption', rows };
}

function addresseeBlock(options: FilingOptions): PaperBlock {
  const { addressee } = options;
  const run =
    addressee === null
      ? gap('despacho al que se dirige')
      : { text: `${addressee.treatment} ${addressee.office}`.toUpperCase(), bold: true as const };
  return { kind: 'paragraph', align: 'left', runs: [run, { text: ':', bold: true }] };
}

function addressRuns(facts: FilingFacts): PaperRun[] {
  const { address } = facts.user;
  if (address.kind === 'printable') return [{ text: `con domicilio real en ${address.text}` }];
  if (address.kind === 'unknown') return [{ text: 'con domicilio real en ' }, gap('domicilio, o su reserva')];
  return [{ text: 'con domicilio real EN RESERVA, que se hace conocer al despacho en sobre cerrado aparte' }];
}

function whoRuns(facts: FilingFacts): PaperRun[] {
  const { user, guardian } = facts;
  const age = user.age === null ? gap('edad') : { text: `de ${yearsWords(user.age)} de edad` };
  const names = user.names === null ? gap('nombres de la persona agraviada') : null;
  if (isChild(facts)) {
    const child: PaperRun = names ?? { text: initialsOf(user.names ?? ''), bold: true };
    const adult: PaperRun[] =
      guardian === null
        ? [gap('persona adulta que representa')]
        : [
            { text: guardian.names.toUpperCase(), bold: true },
            { text: `, ${documentWords(guardian.document)}, ${guardian.bond}` },
          ];
    return [
      ...adult,
      { text: ', en representación de la persona menor de edad de iniciales ' },
      child,
      { text: ', ' },
      age,
    ];
  }
  const document =
    user.document === null ? gap('documento de identidad, o su estado') : { text: documentWords(user.document) };
  return [
    names ?? { text: (user.names ?? '').toUpperCase(), bold: true },
    { text: ', ' },
    document,
    { text: ', ' },
    age,
  ];
}

function partiesBlock(facts: FilingFacts): PaperBlock {
  const { lawyer, centre } = facts;
  const counsel: PaperRun[] =
    lawyer === null
      ? [{ text: 'de ' }, gap('abogada o abogado que firma')]
      : [
          { text: lawyer.gender === 'male' ? 'del abogado ' : 'de la abogada ' },
          { text: lawyer.names },
          { text: ', con registro ' },
          lawyer.college === null ? gap('colegio profesional') : { text: lawyer.college },
          { text: ' N.º ' },
          lawyer.number === null ? gap('número de colegiatura') : { text: lawyer.number },
          { text: lawyer.electronicBox === null ? '' : `, casilla electrónica N.º ${lawyer.electronicBox}` },
        ];
  return paragraph(
    ...whoRuns(facts),
    { text: ', ' },
    ...addressRuns(facts),
    { text: ', y señalando domicilio procesal en ' },
    centre.proceduralAddress === null ? gap('domicilio procesal del centro') : { text: centre.proceduralAddress },
    { text: `, ${centre.name}, con el patrocinio ` },
    ...counsel,
    { text: ', ante usted, con respeto, digo:' },
  );
}

function measureWords(code: MeasureCode, detail: string | null, facts: FilingFacts): string {
  const label = measures.find((one) => one.code === code)?.label ?? code;
  const words = fillParties(label, victimWords(facts.user.gender), accusedWords(facts.aggressor.gender));
  // The place of a shelter is never written, whatever was typed.
  if (detail === null || code === 'safe-shelter') return words;
  return code === 'no-approach' ? `${words}, en la zona de ${detail}` : `${words}: ${detail}`;
}

function orderedMeasures(options: FilingOptions) {
  const place = (code: MeasureCode) => measures.findIndex((one) => one.code === code);
  return [...options.measures].sort((a, b) => place(a.code) - place(b.code));
}

function petition(facts: FilingFacts, options: FilingOptions): PaperBlock[] {
  const accused = accusedWords(facts.aggressor.gender);
  const identity: PaperRun =
    facts.aggressor.names !== null
      ? { text: facts.aggressor.names.toUpperCase(), bold: true }
      : facts.aggressor.description !== null
        ? { text: `persona por identificar, descrita así: ${facts.aggressor.description}` }
        : gap('nombres o descripción de la parte denunciada');
  const blocks: PaperBlock[] = [
    section('I. PETITORIO'),
    paragraph(
      { text: `Solicito que su despacho dicte a favor ${victimWords(facts.user.gender).of}, frente ${accused.to} ` },
      identity,
      { text: ', lo siguiente:' },
    ),
  ];
  if (options.measures.length + options.precautionary.length === 0) blocks.push(paragraph(gap('medidas solicitadas')));
  if (options.measures.length > 0) {
    blocks.push({ kind: 'heading', level: 3, text: 'Medidas de protección' });
    const items = orderedMeasures(options).map((one) => [{ text: `${measureWords(one.code, one.detail, facts)}.` }]);
    blocks.push({ kind: 'list', ordered: true, items });
  }
  if (options.precautionary.length > 0) {
    blocks.push({ kind: 'heading', level: 3, text: 'Medidas cautelares' });
    const items = options.precautionary.map((one) => [{ text: `${precautionaryLabels[one.code]}.` }]);
    blocks.push({ kind: 'list', ordered: true, items });
  }
  return blocks;
}

/** One reason per measure, then the eight criteria answered one by one. */
function reasons(facts: FilingFacts, options: FilingOptions): PaperBlock[] {
  const each = [
    ...orderedMeasures(options).map((one) => ({ name: measureWords(one.code, null, facts), reason: one.reason })),
    ...options.precautionary.map((one) => ({ name: precautionaryLabels[one.code], reason: one.reason })),
  ];
  return [
    { kind: 'heading', level: 3, text: 'Razón de cada medida solicitada' },
    {
      kind: 'list',
      ordered: true,
      items: each.map((one) => [{ text: `${one.name}. `, bold: true }, { text: one.reason }]),
    },
    { kind: 'heading', level: 3, text: 'Criterios para dictar las medidas' },
    {
      kind: 'list',
      ordered: true,
      items: criterionIds.map((id) => [
        { text: `${criterionLabels[id]}: `, bold: true },
        { text: options.criteria[id] ?? 'no se cuenta con información.' },
      ]),
    },
  ];
}

function lawAndEvidence(options: FilingOptions): PaperBlock[] {
  const ticked = articles.filter((row) => options.articles.includes(row.id));
  const law: PaperBlock =
    ticked.length === 0
      ? paragraph(gap('fundamentos de derecho'))
      : {
          kind: 'list',
          ordered: false,
          items: ticked.map((row) => [{ text: row.citation, bold: true }, { text: `: ${row.subject}.` }]),
        };
  const proof: PaperBlock =
    options.evidence.length === 0
      ? paragraph(gap('medios probatorios'))
      : {
          kind: 'list',
          ordered: true,
          items: options.evidence.map((one) => [
            { text: `${one.text}. `, bold: true },
            { text: `Finalidad: ${one.purpose}` },
          ]),
        };
  return [section('III. FUNDAMENTOS DE DERECHO'), law, section('IV. MEDIOS PROBATORIOS'), proof];
}

/** 0 → A, 25 → Z, 26 → AA. */
export function annexLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : annexLetter(Math.floor(index / 26) - 1) + letter;
}

function annexes(options: FilingOptions): PaperBlock[] {
  if (options.annexes.length === 0) return [];
  const rows = options.annexes.map((text, index) => ({
    label: `${options.writNumber}-${annexLetter(index)}`,
    runs: [{ text }],
  }));
  return [section('V. ANEXOS'), { kind: 'pairs', labelWidth: 36, rows }];
}

function otherRequests(facts: FilingFacts, options: FilingOptions): PaperBlock[] {
  const asked = [...options.otherRequests];
  if (facts.user.address.kind === 'reserved') {
    asked.unshift(
      'El domicilio real se presenta en sobre cerrado, aparte de este escrito. Solicito que se mantenga en reserva y que no se notifique a la otra parte.',
    );
  }
  const requests: PaperRun[] = asked.map((text) => ({ text }));
  if (options.urgency.asked) {
    const why: PaperRun =
      options.urgency.reason === null ? gap('razón de la urgencia') : { text: options.urgency.reason };
    requests.unshift(why);
  }
  return requests.map((run, index) =>
    paragraph(
      {
        text: requests.length === 1 ? 'OTROSÍ DIGO: ' : `${ordinal(index + 1, 'adjective')} OTROSÍ DIGO: `,
        bold: true,
      },
      ...(options.urgency.asked && index === 0 ? [{ text: 'Solicito que se resuelva con urgencia. ' }] : []),
      run,
    ),
  );
}

function counselLines(lawyer: FilingFacts['lawyer']): string[] {
  if (lawyer === null) return ['[FALTA: abogada o abogado]'];
  const register = `Reg. ${lawyer.college ?? '[FALTA: colegio]'} N.º ${lawyer.number ?? '[FALTA: número]'}`;
  return [lawyer.names, lawyer.gender === 'male' ? 'Abogado' : 'Abogada', register];
}

/** A child never signs in her own name: the adult does, or the gap is visible. */
function partyLines(facts: FilingFacts): string[] {
  const { guardian, user } = facts;
  const signs = guardian ?? (isChild(facts) ? { names: null, document: null } : user);
  const number = signs.document?.kind === 'document' ? [`${signs.document.name} N.º ${signs.document.number}`] : [];
  const hand = user.cannotSign && guardian === null ? ['Impresión dactilar'] : [];
  return [signs.names ?? '[FALTA: nombres]', ...number, ...hand];
}

function signers(facts: FilingFacts): PaperBlock {
  return { kind: 'signatures', signers: [{ lines: partyLines(facts) }, { lines: counselLines(facts.lawyer) }] };
}

/** Marks of the head: a centre of practice marks every page. */
export function marksOf(practice: boolean, draft: boolean): PaperMark[] {
  return [...(practice ? (['practice'] as const) : []), ...(draft ? (['draft'] as const) : [])];
}

/**
 * Composes the writ. `missing` lists what the record lacks, required first; each required gap is visible on the paper.
 * `withheldFound`: a text under reserve stood in some field and was replaced.
 */
export function composeFiling(
  facts: FilingFacts,
  options: FilingOptions,
  issue: FilingIssue,
): { readonly paper: Paper; readonly missing: MissingFact[]; readonly withheldFound: boolean } {
  const parties = { victim: victimWords(facts.user.gender), accused: accusedWords(facts.aggressor.gender) };
  const paper: Paper = {
    title: `${measuresTemplate.title}${issue.number === null ? '' : ` N.º ${issue.number}`}`,
    number: issue.number,
    marks: marksOf(facts.practice, issue.draft),
    letterhead: facts.centre.letterhead,
    blocks: [
      captionBlock(options),
      addresseeBlock(options),
      partiesBlock(facts),
      ...petition(facts, options),
      ...factBlocks(facts, parties),
      ...reasons(facts, options),
      ...lawAndEvidence(options),
      ...annexes(options),
      paragraph(
        { text: 'POR TANTO: ', bold: true },
        {
          text: 'A usted solicito admitir este escrito, dictar las medidas solicitadas y comunicarlas a la Policía Nacional del Perú para su ejecución.',
        },
      ),
      ...otherRequests(facts, options),
      { kind: 'paragraph', align: 'right', runs: [{ text: `${options.place}, ${longDate(options.signedOn)}` }] },
      signers(facts),
    ],
  };
  const checked = withhold(paper, issue.withheld);
  return { paper: checked.paper, missing: missingFacts(facts, options), withheldFound: checked.found };
}
