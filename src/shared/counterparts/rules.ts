/** Whether she agreed to a hand-over, what a counterpart said in words, and how long hand-overs wait. */
import type { Consent } from '../care/index.ts';
import { nameWords, wordKey, type PersonNames } from '../people/index.ts';
import { formatCivilDate } from '../platform/typed-date.ts';
import { kitItems, notAttendedLabels, coversKind, type ReferralKind } from '../referrals/index.ts';
import { measureStepLabels } from './codes.ts';
import type { CounterpartNote } from './schema.ts';

/**
 * Whether a consent says something of this hand-over: it names the institution; what could not be asked and a refusal
 * name nobody and hold for all of its kind.
 */
export function isAbout(consent: Consent, kind: ReferralKind, establishment: string): boolean {
  const namesNobody = consent.form === 'couldNotAsk' || consent.form === 'refused';
  return coversKind(consent, kind) && (namesNobody || consent.receivers.includes(establishment));
}

const wordsOf = (name: string) => nameWords(name).map(wordKey);

/**
 * Whether an account may be of that person: one given name and the first surname, however they are spelled and ordered; the
 * second surname where both say one.
 */
export function bearsName(fullName: string, person: Omit<PersonNames, 'nameState'>): boolean {
  const { givenNames, firstSurname, secondSurname } = person;
  if (givenNames === null || firstSurname === null) return false;
  const words = wordsOf(fullName);
  const [given, first] = [wordsOf(givenNames), wordsOf(firstSurname)];
  const second = secondSurname === null ? [] : wordsOf(secondSurname);
  const has = (part: readonly string[]) => part.every((word) => words.includes(word));
  const hasNoSecond = words.every((word) => given.includes(word) || first.includes(word));
  return given.some((word) => words.includes(word)) && has(first) && (has(second) || hasNoSecond);
}

function attendedWords(note: Extract<CounterpartNote, { kind: 'attended' }>): string {
  const { attended, on, time, kit, certificateNumber, certificateOn } = note;
  if (attended !== 'yes') return `No fue atendida: ${notAttendedLabels[attended].toLowerCase()}`;
  const items = kitItems
    .filter(({ code }) => note.kitItems?.includes(code))
    .map(({ label }) => label.charAt(0).toLowerCase() + label.slice(1));
  const given = { yes: 'kit entregado', partial: `kit entregado en parte (${items.join(', ')})`, no: 'sin kit' };
  return [
    `Atendida el ${on === null ? '' : formatCivilDate(on)}${time === null ? '' : `, ${time}`}`,
    kit === null ? null : given[kit],
    certificateNumber === null ? null : `certificado ${certificateNumber}`,
    certificateOn === null ? null : `del ${formatCivilDate(certificateOn)}`,
  ]
    .filter((part) => part !== null)
    .join(', ');
}

/** What was noted, in one sentence for whoever attends her. */
export function noteWords(note: CounterpartNote): string {
  if (note.kind === 'attended') return attendedWords(note);
  const at = `${formatCivilDate(note.on)}${note.time === null ? '' : `, ${note.time}`}`;
  return note.kind === 'complaint'
    ? `Denuncia ${note.number} del ${at}, ${note.office}`
    : `Medidas ${measureStepLabels[note.step].toLowerCase()}, ${at}`;
}

/** Minutes, by hand-over that was answered; the middle one and the longest. */
export type Waits = {
  readonly answered: number;
  readonly waiting: number;
  readonly middle: number | null;
  readonly longest: number | null;
};

export function waitsOf(rows: readonly { readonly handedAt: string; readonly firstActAt: string | null }[]): Waits {
  const minutes = rows
    .flatMap(({ handedAt, firstActAt }) =>
      firstActAt === null ? [] : [Math.round((Date.parse(firstActAt) - Date.parse(handedAt)) / 60_000)],
    )
    .sort((one, other) => one - other);
  return {
    answered: minutes.length,
    waiting: rows.length - minutes.length,
    middle: minutes[Math.floor((minutes.length - 1) / 2)] ?? null,
    longest: minutes.at(-1) ?? null,
  };
}
