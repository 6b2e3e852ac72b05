/** The card that she carries: a list of things to do and some telephones, and nothing that tells whoever finds it. */
import { isTelling, phoneLines, type Paper } from '../papers/index.ts';
import { fold } from '../platform/text.ts';
import { safetyTopics } from './codes.ts';
import type { SafetyPlanForm } from './schema.ts';

/** What the record knows and no card may say. */
export type CardSecrets = {
  readonly centreName: string;
  /** Names of her, of whoever attacked her and of the informant, as they are registered. */
  readonly names: readonly string[];
  /** Addresses, telephones, mail and shelters of the ficha, and the numbers of the centre. */
  readonly texts: readonly string[];
};

/** Names of fewer letters are words of every day («Luz», «Paz» stay: they are names first). */
const shortestName = 3;

const wordsIn = (text: string) => fold(text).split(/[^\p{L}\p{N}]+/u);
const digitsIn = (text: string) => text.replace(/\D/g, '');
/** A short number is one that everybody calls. */
const shortestNumber = 6;

function tells(text: string, { centreName, names, texts }: CardSecrets): boolean {
  if (isTelling(text, centreName)) return true;
  const said = new Set(wordsIn(text));
  const isNamed = names.flatMap(wordsIn).some((part) => part.length >= shortestName && said.has(part));
  const isPlaced = texts.some((one) => one.length > shortestName && fold(text).includes(fold(one)));
  const digits = digitsIn(text);
  const isNumbered = texts.map(digitsIn).some((one) => one.length >= shortestNumber && digits.endsWith(one));
  return isNamed || isPlaced || isNumbered;
}

const message = 'Dice de quién es o de qué se trata. Escríbalo de otro modo, o déjelo sin tarjeta.';

/** Fields of a plan whose words would tell on the card; none where she carries no card. */
export function tellingFields(
  { lines, phones, carriesCard }: SafetyPlanForm,
  secrets: CardSecrets,
): { readonly path: string; readonly message: string }[] {
  if (!carriesCard) return [];
  return [
    ...safetyTopics.map((topic) => ({ path: `lines.${topic}.card`, text: lines[topic].card })),
    ...phones.flatMap(({ name, number }, at) => [
      { path: `phones.${at}.name`, text: name },
      { path: `phones.${at}.number`, text: number },
    ]),
  ].flatMap(({ path, text }) => (text !== null && tells(text, secrets) ? [{ path, message }] : []));
}

/** What the card says, in its order. */
export function cardRows({ lines, phones }: Pick<SafetyPlanForm, 'lines' | 'phones'>): {
  readonly things: string[];
  readonly numbers: { readonly name: string; readonly number: string }[];
} {
  return {
    things: safetyTopics.flatMap((topic) => lines[topic].card ?? []),
    numbers: [
      ...phones,
      ...phoneLines.flatMap(({ text, number, isPlain }) => (isPlain ? [{ name: text, number }] : [])),
    ],
  };
}

/** Both faces of one leaf, to cut out and fold: no letterhead, no number, no day, no seal. */
export function safetyCard(plan: SafetyPlanForm): Paper {
  const { things, numbers } = cardRows(plan);
  return {
    ...{ title: 'Pendientes', number: null, marks: [], letterhead: [], format: 'form', isCarried: true },
    blocks: [
      {
        kind: 'cards',
        columns: 2,
        cards: [
          { title: 'Pendientes', rows: things.map((text) => ({ text: `· ${text}` })) },
          { title: 'Teléfonos', rows: numbers.map(({ name, number }) => ({ text: name, number })) },
        ],
      },
    ],
  };
}
