/** The bank of clauses: wording of the program that states no law, and what the centre adds. */
import { cleanedText, fold } from '../../platform/text.ts';
import { z } from '../../platform/zod.ts';
import { shippedRow, type DatedRow, type RuleTable } from '../../rulebook/index.ts';
import { filingKinds, ownKind, type FilingKind } from '../codes.ts';
import type { KindDefinition } from '../kinds/kind.ts';
import { htmlIssues, partyIssues, writtenIssues } from '../writ-checks.ts';
import { fieldsOf } from '../fields/catalogue.ts';
import { ownBase } from '../kinds/base.ts';
import { checkText } from '../../papers/index.ts';

/** Empty when the text may be put into a paper. */
export function clauseIssues(text: string): string[] {
  const fields = fieldsOf(ownBase);
  const isParagraph = !/\n\s*\n/.test(text.trim()) && !/^\s*(#|>|=|\+ |- |1\. )/m.test(text);
  const parts = [...text.matchAll(/\{\{\s*([\w.]+)/g)].filter(([, path = '']) => fields.get(path)?.kind === 'block');
  const read = checkText(text, fields, { facts: [], parts: {} });
  return [
    ...(isParagraph ? [] : ['Una cláusula es un solo párrafo, sin títulos ni listas.']),
    ...parts.map(([, path = '']) => `«${path}» es una parte entera: no va en una cláusula.`),
    ...[...read, ...htmlIssues(text), ...writtenIssues(text, ''), ...partyIssues(text)].map(({ message }) => message),
  ];
}

const clauseSchema = z.strictObject({
  title: cleanedText(80),
  text: cleanedText(1500),
  /** Kinds of writ in which it is offered; none: all of them. */
  filings: z.array(z.literal(filingKinds)).max(20),
});
export type Clause = z.infer<typeof clauseSchema>;

const clauses: Readonly<Record<string, readonly [title: string, text: string]>> = {
  'domicilio-y-casilla': [
    'Señala domicilio procesal y casilla',
    'Señalo como domicilio procesal {{ centro.domicilio_procesal }}{% if abogada.casilla %} y como casilla electrónica la N.º {{ abogada.casilla }}{% endif %}, donde pido que se me notifique.',
  ],
  'notificacion-al-centro': [
    'Pide que se notifique también al CEM',
    'Solicito que lo que se resuelva se notifique también a este Centro, {{ centro.nombre }}, en {{ centro.domicilio_procesal }}.',
  ],
  'lectura-y-copias': [
    'Autoriza a leer el expediente y recoger copias',
    'Autorizo al personal de este Centro, {{ centro.nombre }}, a leer lo actuado y a recoger las copias que se concedan.',
  ],
  'copia-simple': ['Pide copia simple de lo actuado', 'Solicito copia simple de lo actuado hasta la fecha.'],
  'reserva-de-datos': [
    'Pide reserva de domicilio y datos',
    'Solicito que se mantengan en reserva el domicilio, los teléfonos y todo dato que permita ubicar {{ agraviada.a_la }}, y que no se trasladen a la otra parte.',
  ],
  'sin-encuentro': [
    'Pide que no se encuentre con la otra parte',
    'Solicito que las diligencias se programen y se realicen de modo que {{ agraviada.la }} no se encuentre con {{ denunciado.el }}.',
  ],
  'entrevista-virtual': [
    'Pide participar de modo virtual',
    'Solicito que {{ agraviada.la }} pueda participar en la diligencia de modo virtual, desde un lugar que no se dé a conocer a la otra parte.',
  ],
  seguimiento: [
    'Pone a disposición los informes del CEM',
    'Este Centro, {{ centro.nombre }}, queda a disposición de su despacho para informar sobre la atención que brinda {{ agraviada.a_la }}, con la reserva que corresponde.',
  ],
};

export const clauseTable: RuleTable<Clause> = {
  id: 'clause',
  title: 'Banco de cláusulas',
  about:
    'Párrafos que se ponen en un modelo o en un escrito mientras se redacta. Los que vienen con el programa son redacción propia y no citan normas. Lo ya escrito no cambia cuando cambia la cláusula.',
  value: clauseSchema.superRefine(({ text }, context) => {
    for (const message of clauseIssues(text)) context.addIssue({ code: 'custom', path: ['text'], message });
  }),
  // A field that the program gave up must not take every other clause with it.
  kept: clauseSchema,
  fields: [
    { name: 'title', label: 'Título', kind: 'text' },
    {
      name: 'text',
      label: 'Texto',
      kind: 'longText',
      hint: 'Un solo párrafo. Los datos de la ficha van entre llaves: {{ centro.nombre }}.',
    },
    {
      name: 'filings',
      label: 'Se ofrece en los escritos',
      kind: 'numbers',
      hint: 'Números del 1 al 20, con comas. Vacío: en todos.',
    },
  ],
  needsTwoEyes: false,
  mayAdd: true,
  addWords: 'Nueva cláusula',
  oneOf: { field: 'title', of: ({ title }) => fold(title) },
  shipped: Object.entries(clauses).map(([id, [title, text]]) =>
    shippedRow(id, {
      value: { title, text, filings: [] },
      validFrom: '2026-01-01',
      source: 'Redacción del programa; por confirmar por la abogada o el abogado del centro',
      confirmation: 'toConfirm',
    }),
  ),
  label: ({ title }) => title,
};

/** Clauses of the day for a kind; one that no longer passes its check is left out. */
export function clausesFor(rows: readonly DatedRow<Clause>[], { kind, own }: KindDefinition): DatedRow<Clause>[] {
  const as: FilingKind | undefined = own === undefined ? filingKinds.find((one) => one === kind) : ownKind;
  return rows.filter(
    ({ value: { filings, text } }) =>
      clauseIssues(text).length === 0 &&
      (filings.length === 0 || filings.some((one) => one === as || one === own?.lawLike)),
  );
}
