/** «Acta de recepción»: what was received, how it is packed, and the room for both signatures (referrals §6, to confirm). */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import { eachText, longDate, shortener, withhold, type PrivatePerson, type Withheld } from '../papers/index.ts';
import { custodyItemLabels, type CustodyReceiptForm } from './custody.ts';
import { row } from './letter.ts';

/** A file of the case as the acta names it: never its name, which may hold another. */
export type CustodyFile = { readonly type: string; readonly sha256: string };

export type CustodyFacts = {
  readonly caseNumber: string;
  readonly place: string;
  readonly centre: { readonly name: string; readonly letterhead: readonly string[] };
  readonly practice: boolean;
  readonly receivedBy: { readonly names: string; readonly profession: string | null };
  /** Files of each item, in the order of the items. */
  readonly files: readonly (readonly CustodyFile[])[];
};

export type CustodyIssue = {
  readonly number: string;
  readonly withheld: readonly Withheld[];
  /** Whom the acta tells of by initials at most; whoever hands over signs it and stands in full. */
  readonly persons: readonly PrivatePerson[];
  /** Whole names that stand beside. */
  readonly standing: readonly string[];
  readonly hidesSchools: boolean;
};

function eachTyped(receipt: CustodyReceiptForm, change: (text: string) => string): CustodyReceiptForm {
  return {
    ...receipt,
    handedAs: change(receipt.handedAs),
    keptAt: change(receipt.keptAt),
    note: receipt.note === null ? null : change(receipt.note),
    items: receipt.items.map((item) => ({
      ...item,
      description: change(item.description),
      packing: change(item.packing),
      seal: change(item.seal),
    })),
  };
}

const section = (text: string): PaperBlock => ({ kind: 'heading', level: 2, text });
const line = '.'.repeat(112);

/** In groups, so that it is compared by eye and breaks between them. */
const grouped = (hash: string) => hash.replace(/(.{8})(?=.)/g, '$1 ');

function itemBlocks(receipt: CustodyReceiptForm, files: CustodyFacts['files']): PaperBlock[] {
  return receipt.items.flatMap((item, at): PaperBlock[] => [
    { kind: 'heading', level: 3, text: `${at + 1}. ${custodyItemLabels[item.kind]}` },
    {
      kind: 'pairs',
      rows: [
        row('Descripción', item.description),
        row('Embalaje', item.packing),
        row('Precinto', item.seal),
        ...(files[at] ?? []).flatMap(({ type, sha256 }, order) => [
          row(`Archivo ${order + 1} (${type})`, `SHA-256 ${grouped(sha256)}`),
        ]),
      ],
    },
  ]);
}

export type ComposedReceipt = {
  readonly paper: Paper;
  readonly withheldFound: boolean;
  /** As it stands on the paper. */
  readonly receipt: CustodyReceiptForm;
  /** Who stands by initials instead of the name that was written, in sentences. */
  readonly changed: readonly string[];
};

export function composeCustodyReceipt(
  given: CustodyReceiptForm,
  facts: CustodyFacts,
  issue: CustodyIssue,
): ComposedReceipt {
  const standing = [given.handedBy, ...issue.standing];
  const shorten = shortener(issue.persons, standing, issue.withheld, issue.hidesSchools);
  const receipt = eachTyped(given, shorten.typed);
  const { names, profession } = facts.receivedBy;
  const paper: Paper = {
    title: `Acta de recepción N.º ${issue.number}`,
    number: issue.number,
    marks: facts.practice ? ['practice'] : [],
    letterhead: facts.centre.letterhead,
    blocks: [
      { kind: 'heading', level: 1, text: 'ACTA DE RECEPCIÓN' },
      {
        kind: 'paragraph',
        runs: [
          {
            text:
              `En ${facts.place}, el ${longDate(receipt.receivedOn)} a las ${receipt.receivedTime} h, el ${facts.centre.name} ` +
              `recibe de ${receipt.handedBy} (${receipt.handedAs}) lo que se describe. El centro no recoge indicios biológicos ni ` +
              'abre lo recibido: lo guarda aparte y lo entrega a la Policía Nacional o a la fiscalía contra firma. La cadena de ' +
              'custodia oficial les corresponde.',
          },
        ],
      },
      { kind: 'pairs', rows: [row('Referencia', `Ficha ${facts.caseNumber}`), row('Se guarda en', receipt.keptAt)] },
      section('Lo recibido'),
      ...itemBlocks(receipt, facts.files),
      ...(receipt.note === null
        ? []
        : [section('Observaciones'), { kind: 'paragraph' as const, runs: [{ text: receipt.note }] }]),
      {
        kind: 'signatures',
        signers: [
          { lines: [receipt.handedBy, 'Quien entrega'] },
          { lines: [names, ...(profession === null ? [] : [profession]), 'Quien recibe'] },
        ],
      },
      section('Entrega a la Policía Nacional o a la fiscalía'),
      {
        kind: 'pairs',
        rows: [row('Dependencia', line), row('Fecha y hora', line), row('Estado del embalaje y precinto', line)],
      },
      {
        kind: 'signatures',
        signers: [{ lines: ['Entrega por el centro'] }, { lines: ['Recibe: grado o cargo, nombre y sello'] }],
      },
    ],
  };
  const checked = withhold(paper, issue.withheld, standing);
  return {
    paper: eachText(checked.paper, shorten.composed),
    withheldFound: checked.found,
    receipt,
    changed: shorten.words(),
  };
}
