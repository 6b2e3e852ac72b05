/** A notice as text → what the lawyer may want to register. Pure; nothing is chosen where two values stand. */
import { civilDateSchema, type CivilDate } from '../../platform/dates.ts';
import { oneOf, z } from '../../platform/zod.ts';
import { formatCivilDate } from '../../platform/typed-date.ts';
import { notificationFormLabels, type NotificationForm } from '../codes.ts';
import type { Moment } from '../deadline.ts';
import { eventKinds, type EventKind } from '../event-kinds.ts';
import { momentSchema } from '../schema.ts';
import { classIn, decisionClassLabels, eventKindIn, grantedTermIn, type DecisionClass } from './kinds.ts';
import {
  decisionIn,
  decisionKey,
  decisionNamed,
  filesIn,
  isSameFile,
  officeIn,
  officeKey,
  type Decision,
} from './names.ts';
import { sourceOf, type Read, foundValue } from './source.ts';
import { datesIn } from './spanish.ts';
import { hearingIn, isCedula, issuedIn, noticeIn } from './when.ts';

function readSchema<T extends z.ZodType>(value: T) {
  const told = z.strictObject({ value, from: z.string() });
  return z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('found'), value, from: z.string() }),
      z.strictObject({ kind: z.literal('several'), values: z.array(told).min(2) }),
    ])
    .nullable();
}

const decisionSchema = z.strictObject({
  sort: z.enum(['resolution', 'disposition', 'providence']),
  number: z.string().min(1),
});

export const noticeReadingSchema = z.strictObject({
  office: readSchema(z.string()),
  fileNumber: readSchema(z.string()),
  decision: readSchema(decisionSchema),
  class: readSchema(oneOf(decisionClassLabels)),
  issuedOn: readSchema(civilDateSchema),
  kind: readSchema(z.enum(eventKinds)),
  /** When it came into the casilla or was handed over. */
  entry: readSchema(momentSchema),
  form: readSchema(oneOf(notificationFormLabels)),
  hearing: readSchema(momentSchema),
  /** The term that the decision itself words. */
  term: readSchema(z.string()),
});

export type NoticeReading = {
  readonly office: Read<string>;
  readonly fileNumber: Read<string>;
  readonly decision: Read<Decision>;
  readonly class: Read<DecisionClass>;
  readonly issuedOn: Read<CivilDate>;
  readonly kind: Read<EventKind>;
  readonly entry: Read<Moment>;
  readonly form: Read<NotificationForm>;
  readonly hearing: Read<Moment>;
  readonly term: Read<string>;
};

const nothing: NoticeReading = {
  ...{ office: null, fileNumber: null, decision: null, class: null, issuedOn: null },
  ...{ kind: null, entry: null, form: null, hearing: null, term: null },
};

/** What any text says as a notice; everything null for a text that is none. */
export function readNotice(given: string): NoticeReading {
  const source = sourceOf(given);
  const { court, prosecutor } = filesIn(source);
  const { decision, at, named } = decisionIn(source);
  // A file, a number or the sheet of a notice: a text without any of them is a letter, a list, a story.
  const isNotice = [court, prosecutor, decision].some((read) => read !== null) || isCedula(source);
  if (!isNotice) return nothing;
  const isDisposition = decision?.kind === 'found' && decision.value.sort === 'disposition';
  const dates = datesIn(source);
  const issuedOn = issuedIn(source, dates, at, named);
  const found = classIn(source, isDisposition);
  const { entry, form } = noticeIn(source, dates, issuedOn);
  return {
    office: officeIn(source),
    fileNumber: isDisposition ? (prosecutor ?? court) : (court ?? prosecutor),
    decision,
    class: found,
    issuedOn,
    kind: eventKindIn(source, found),
    entry,
    form,
    hearing: hearingIn(source, dates, entry),
    term: grantedTermIn(source),
  };
}

/** Whether it found anything at all to register. */
export function saysAnything({ term: _term, ...reading }: NoticeReading): boolean {
  return Object.values(reading).some((read) => read !== null);
}

const sortWords = { resolution: 'Resolución', disposition: 'Disposición', providence: 'Providencia' } as const;

export function decisionWords({ sort, number }: Decision): string {
  return `${sortWords[sort]} N.º ${number}`;
}

/** «Resolución N.º 3 (auto) del 28/11/2026», with what was found of it. */
export function documentWords({
  decision,
  class: read,
  issuedOn,
}: Pick<NoticeReading, 'decision' | 'class' | 'issuedOn'>) {
  const [named, found, on] = [foundValue(decision), foundValue(read), foundValue(issuedOn)];
  if (named === null) return null;
  const isTold = found !== null && !(named.sort === 'disposition' && found === 'disposicion');
  const inside = isTold ? ` (${decisionClassLabels[found].toLowerCase()})` : '';
  return `${decisionWords(named)}${inside}${on === null ? '' : ` del ${formatCivilDate(on)}`}`;
}

type Registered = {
  readonly document: string | null;
  readonly fileNumber: string | null;
  readonly office: string | null;
};

/** Whether an act that is registered is this very notice: number of the decision and of the file, and the office where both say it. */
export function isSameNotice(reading: NoticeReading, act: Registered): boolean {
  const [decision, file, office] = [
    foundValue(reading.decision),
    foundValue(reading.fileNumber),
    foundValue(reading.office),
  ];
  const named = act.document === null ? null : decisionNamed(act.document);
  if (decision === null || named === null || decisionKey(decision) !== decisionKey(named)) return false;
  if (file === null || act.fileNumber === null || !isSameFile(file, act.fileNumber)) return false;
  return office === null || act.office === null || isSameOffice(office, act.office);
}

const withoutSeat = (key: string) => key.replace(/ sede(?: .*)?$/, '');

/** Whether an entry of the directory bears this very name; its seat may be said or not, another place is another office. */
export function isNamed(office: string, entry: string): boolean {
  return withoutSeat(officeKey(office)) === withoutSeat(officeKey(entry));
}

/** «2° Juzgado de Familia» and «SEGUNDO JUZGADO DE FAMILIA - SEDE CENTRAL» */
function isSameOffice(one: string, other: string): boolean {
  const [a, b] = [officeKey(one), officeKey(other)];
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
