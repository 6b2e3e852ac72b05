/** «Anexo reservado – sobre cerrado»: the only paper that carries exact places; printed and registered apart (S2). */
import type { Paper, PaperBlock } from '../papers/blocks.ts';
import { listWords } from '../papers/index.ts';
import { marksOf } from './compose.ts';
import type { ReservedSheetFacts } from './schema.ts';

export function reservedSheet(facts: ReservedSheetFacts): Paper {
  const row = (label: string, text: string | null) => ({
    label,
    runs: [text === null ? { text: label.toLowerCase(), missing: true as const } : { text }],
  });
  const children = facts.children.map(({ names, initials, age }) =>
    [names, initials === '' ? '' : `(${initials})`, age].filter((part) => part !== '').join(' '),
  );
  const { witness } = facts;
  const rows = [
    ...(facts.courtFileNumber === null ? [] : [row('Expediente', facts.courtFileNumber)]),
    ...(witness === null
      ? []
      : [
          row('Testigo', witness.names),
          ...(witness.document === null ? [] : [row('Documento del testigo', witness.document)]),
          ...(witness.address === null ? [] : [row('Domicilio del testigo', witness.address)]),
        ]),
    row('Persona agraviada', facts.user),
    ...(facts.address === undefined ? [] : [row('Domicilio real', facts.address)]),
    ...(facts.contact === null ? [] : [row('Contacto seguro', facts.contact)]),
    ...(facts.places.length === 0 ? [] : [row('Lugares por proteger', listWords(facts.places))]),
    ...(children.length === 0 ? [] : [row('Niñas, niños y adolescentes', children.join('; '))]),
  ];
  const blocks: PaperBlock[] = [
    { kind: 'heading', level: 1, text: 'ANEXO RESERVADO – SOBRE CERRADO' },
    {
      kind: 'paragraph',
      runs: [
        {
          text: 'Para conocimiento exclusivo del despacho. No se notifica, no se agrega a los actuados de acceso de las partes y no se entrega copia.',
          bold: true,
        },
      ],
    },
    { kind: 'rule' },
    { kind: 'pairs', rows },
  ];
  return {
    title: 'Anexo reservado',
    number: facts.number,
    marks: marksOf(facts.practice, false),
    letterhead: facts.centre.letterhead,
    blocks,
  };
}
