/** «Acta de recepción»: what was received, how it is packed, and the room for both signatures (referrals §6, to confirm). */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import { heading, marksOf, pairs, paragraph, signatures } from '../papers/text.ts';
import { eachText, longDate, shortener, withhold, type PrivatePerson, type Withheld } from '../papers/index.ts';
import { custodyItemLabels, type CustodyReceiptForm } from './custody.ts';

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

const line = '.'.repeat(112);

/** In groups, so that it is compared by eye and breaks between them. */
const grouped = (hash: string) => hash.replace(/(.{8})(?=.)/g, '$1 ');

function itemBlocks(receipt: CustodyReceiptForm, files: CustodyFacts['files']): PaperBlock[] {
  return receipt.items.flatMap((item, at): PaperBlock[] => [
    heading(3, `${at + 1}. ${custodyItemLabels[item.kind]}`),
    pairs([
      ['Descripción', item.description],
      ['Embalaje', item.packing],
      ['Precinto', item.seal],
      ...(files[at] ?? []).map(
        ({ type, sha256 }, order) => [`Archivo ${order + 1} (${type})`, `SHA-256 ${grouped(sha256)}`] as const,
      ),
    ]),
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
    marks: marksOf(facts.practice),
    letterhead: facts.centre.letterhead,
    blocks: [
      heading(1, 'ACTA DE RECEPCIÓN'),
      paragraph(
        `En ${facts.place}, el ${longDate(receipt.receivedOn)} a las ${receipt.receivedTime} h, el ${facts.centre.name} ` +
          `recibe de ${receipt.handedBy} (${receipt.handedAs}) lo que se describe. El centro no recoge indicios biológicos ni ` +
          'abre lo recibido: lo guarda aparte y lo entrega a la Policía Nacional o a la fiscalía contra firma. La cadena de ' +
          'custodia oficial les corresponde.',
      ),
      pairs([
        ['Referencia', `Ficha ${facts.caseNumber}`],
        ['Se guarda en', receipt.keptAt],
      ]),
      heading(2, 'Lo recibido'),
      ...itemBlocks(receipt, facts.files),
      ...(receipt.note === null ? [] : [heading(2, 'Observaciones'), paragraph(receipt.note)]),
      signatures(
        [receipt.handedBy, 'Quien entrega'],
        [names, ...(profession === null ? [] : [profession]), 'Quien recibe'],
      ),
      heading(2, 'Entrega a la Policía Nacional o a la fiscalía'),
      pairs([
        ['Dependencia', line],
        ['Fecha y hora', line],
        ['Estado del embalaje y precinto', line],
      ]),
      signatures(['Entrega por el centro'], ['Recibe: grado o cargo, nombre y sello']),
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
