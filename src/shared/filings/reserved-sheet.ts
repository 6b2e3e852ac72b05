/** «Anexo reservado – sobre cerrado»: the only paper that carries exact places; printed and registered apart (S2). */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import { bold, heading, marksOf, paragraph, row as pairRow } from '../papers/text.ts';
import { listWords, minorWords, type PrivatePerson } from '../papers/index.ts';
import type { ReservedSheetFacts } from './schema.ts';

const labels = {
  witness: 'Testigo',
  witnessDocument: 'Documento del testigo',
  witnessAddress: 'Domicilio del testigo',
  address: 'Domicilio real',
  children: 'Niñas, niños y adolescentes',
  others: 'Nombradas por iniciales',
} as const;

export function reservedSheet(facts: ReservedSheetFacts): Paper {
  const row = (label: string, text: string | null) =>
    pairRow(label, text ?? [{ text: label.toLowerCase(), missing: true }]);
  const lineOf = ({ names, initials, age }: ReservedSheetFacts['children'][number]) =>
    [initials === '' ? names : `${names} (${initials})`, age].filter((part) => part !== '').join(', ');
  const children = facts.children.map(lineOf);
  const others = facts.others.map(({ who, ...one }) => `${lineOf({ ...one, age: '' })}, ${who}`);
  const { witness } = facts;
  const rows = [
    ...(facts.courtFileNumber === null ? [] : [row('Expediente', facts.courtFileNumber)]),
    ...(witness === null
      ? []
      : [
          row(labels.witness, witness.names),
          ...(witness.document === null ? [] : [row(labels.witnessDocument, witness.document)]),
          ...(witness.address === null ? [] : [row(labels.witnessAddress, witness.address)]),
        ]),
    row('Persona agraviada', facts.user),
    ...(facts.address === undefined ? [] : [row(labels.address, facts.address)]),
    ...(facts.contact === null ? [] : [row('Contacto seguro', facts.contact)]),
    ...(facts.places.length === 0 ? [] : [row('Lugares por proteger', listWords(facts.places))]),
    ...(children.length === 0 ? [] : [row(labels.children, children.join('; '))]),
    ...(others.length === 0 ? [] : [row(labels.others, others.join('; '))]),
  ];
  const blocks: PaperBlock[] = [
    heading(1, 'ANEXO RESERVADO – SOBRE CERRADO'),
    paragraph([
      bold(
        'Para conocimiento exclusivo del despacho. No se notifica, no se agrega a los actuados de acceso de las partes y no se entrega copia.',
      ),
    ]),
    { kind: 'rule' },
    { kind: 'pairs', rows },
  ];
  return {
    title: 'Anexo reservado',
    number: facts.number,
    marks: marksOf(facts.practice),
    letterhead: facts.centre.letterhead,
    blocks,
  };
}

/** Persons and other data that stand in an issued envelope: only there are they kept once the writ is issued. */
export function sealedInSheet({ blocks }: Paper): { readonly persons: PrivatePerson[]; readonly others: string[] } {
  const rows = blocks.flatMap((block) => (block.kind === 'pairs' ? block.rows : []));
  const said = (label: string) =>
    rows
      .filter((row) => row.label === label)
      .flatMap(({ runs }) => runs.flatMap(({ text, missing }) => (missing === true ? [] : [text])));
  // «Nino Pequeño (N. P.) 8 años; …»: the name ends where initials or age begin.
  const listed = (label: string) =>
    said(label).flatMap((text) => text.split('; ').map((one) => one.split(/ \(|,? \d/)[0] ?? ''));
  const persons = (names: readonly string[], who: string, isMinor: boolean) =>
    names.filter((name) => name !== '').map((name) => ({ who, names: [name], isMinor }));
  return {
    persons: [
      ...persons([...said(labels.witness), ...listed(labels.others)], 'persona en reserva', false),
      ...persons(listed(labels.children), minorWords, true),
    ],
    others: [...said(labels.witnessDocument), ...said(labels.witnessAddress), ...said(labels.address)],
  };
}
