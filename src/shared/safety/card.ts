/** The card that she carries: a list of things to do and some telephones, and nothing that tells whoever finds it. */
import { isTelling, namesCourt, phoneLines, type CardMonth, type Paper, type PaperCard } from '../papers/index.ts';
import { fold } from '../platform/text.ts';
import { cardSeemsLabels, safetyTopicLabels, safetyTopics } from './codes.ts';
import type { CardLook, SafetyPlanForm } from './schema.ts';
import { tellsOf, type CardSecrets } from './telling.ts';

/** Whom she sees about it is no word of a court, and tells as much. */
const serviceWords = /psic[oó]log|trabajador[a]? social|asistenta social/i;

function tells(text: string, secrets: CardSecrets): boolean {
  return (
    [text, fold(text)].some((one) => isTelling(one, secrets.centreName) || namesCourt(one) || serviceWords.test(one)) ||
    tellsOf(text, secrets)
  );
}

const advice = 'dice de quién es o de qué se trata. Escríbalo de otro modo, o déjelo sin tarjeta.';

/** Fields of a plan whose words would tell on the card; none where she carries no card. */
export function tellingFields(
  { lines, phones, carriesCard }: SafetyPlanForm,
  secrets: CardSecrets,
): { readonly path: string; readonly message: string }[] {
  if (!carriesCard) return [];
  return [
    ...safetyTopics.map((topic) => ({
      ...{ path: `lines.${topic}.card`, text: lines[topic].card },
      where: `«${safetyTopicLabels[topic]}», en la tarjeta:`,
    })),
    ...phones.flatMap(({ name, number }, at) => [
      { path: `phones.${at}.name`, text: name, where: `El nombre ${at + 1} de «A quién llama»` },
      { path: `phones.${at}.number`, text: number, where: `El número ${at + 1} de «A quién llama»` },
    ]),
  ].flatMap(({ path, text, where }) =>
    text !== null && tells(text, secrets) ? [{ path, message: `${where} ${advice}` }] : [],
  );
}

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

/** Nothing of hers: the lines that every card has are no card. */
export const isCardEmpty = ({ lines, phones }: Pick<SafetyPlanForm, 'lines' | 'phones'>): boolean =>
  phones.length === 0 && safetyTopics.every((topic) => lines[topic].card === null);

const blanks = 5;

function facesOf(plan: SafetyPlanForm, { seems, hotline }: CardLook, month: CardMonth): readonly PaperCard[] {
  const { things, numbers } = cardRows(plan);
  const called = [...numbers, ...(hotline === 'consult' ? [{ name: 'Consultas', number: '100' }] : [])];
  const calls = called.map(({ name, number }) => ({ text: name, number }));
  if (seems === 'calendar')
    return [
      { title: month.title, month, rows: things.map((text) => ({ text })) },
      { title: 'Teléfonos', rows: calls, blanks },
    ];
  const rows = things.map((text, at) =>
    seems === 'errands' ? { text, look: 'tick' as const } : { text: `${at + 1}. ${text}` },
  );
  return [
    { title: cardSeemsLabels[seems], rows: [...rows, { text: 'Teléfonos', look: 'title' }, ...calls] },
    { title: month.title, month, rows: [], blanks },
  ];
}

/** Both faces of one leaf: two small pages, or one sheet to cut out and fold. No letterhead, number, day or seal. */
export function safetyCard(plan: SafetyPlanForm, look: CardLook, month: CardMonth): Paper {
  const format = look.size === 'a6' ? 'a6' : 'form';
  return {
    ...{ title: cardSeemsLabels[look.seems], number: null, marks: [], letterhead: [], format, isCarried: true },
    blocks: [{ kind: 'cards', columns: 2, cards: facesOf(plan, look, month) }],
  };
}

/** Shorter words are of every day. */
const shortestWord = 4;
const wordsOf = (text: string) => (fold(text).match(/\p{L}+/gu) ?? []).filter((word) => word.length >= shortestWord);

/** Texts of the card with a word that she is called by («diga de la botica»): who listened knows it. */
export function knownWords({ lines, phones }: SafetyPlanForm, whatToSay: string | null): string[] {
  const said = new Set(wordsOf(whatToSay ?? ''));
  const texts = [...safetyTopics.flatMap((topic) => lines[topic].card ?? []), ...phones.map(({ name }) => name)];
  return texts.filter((text) => wordsOf(text).some((word) => said.has(word)));
}
