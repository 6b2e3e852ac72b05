/** The card that she carries: a list of things to do and some telephones, and nothing that tells whoever finds it. */
import { isTelling, namesCourt, phoneLines, type Paper } from '../papers/index.ts';
import { fold } from '../platform/text.ts';
import { safetyTopicLabels, safetyTopics } from './codes.ts';
import type { SafetyPlanForm } from './schema.ts';
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
