/** One line of the history of a case: what happened, when, who did it and how it ended. */
import { civilDateSchema, instantSchema, timeOfDaySchema } from '../platform/dates.ts';
import { codesOf } from '../platform/codes-of.ts';
import { listOf, z } from '../platform/zod.ts';

/** What the history is filtered by, in the order of the filters. */
export const timelineGroups = {
  care: 'Atenciones',
  proceeding: 'Proceso',
  papers: 'Papeles',
  contacts: 'Contactos',
  form: 'Ficha',
  notices: 'Avisos',
} as const;
export type TimelineGroup = keyof typeof timelineGroups;

/** The filters as they stand above the history. */
export const timelineFilters = { all: 'Todo', new: 'Desde su última visita', ...timelineGroups } as const;
export type TimelineFilter = keyof typeof timelineFilters;

/** Kinds of entries, each with its filter. */
export const timelineKinds = {
  arrival: 'contacts',
  visit: 'contacts',
  call: 'contacts',
  opened: 'form',
  section: 'form',
  validated: 'form',
  handedOver: 'form',
  closing: 'form',
  risk: 'form',
  told: 'care',
  interview: 'care',
  attention: 'care',
  injury: 'care',
  reintegration: 'care',
  proceeding: 'proceeding',
  breach: 'proceeding',
  hearing: 'proceeding',
  paper: 'papers',
  presented: 'papers',
  referral: 'papers',
  referralBack: 'papers',
  consent: 'papers',
  file: 'papers',
  custody: 'papers',
  notice: 'notices',
} as const satisfies Readonly<Record<string, TimelineGroup>>;
export type TimelineKind = keyof typeof timelineKinds;

/** Where an entry is worked with; the window knows the paths. */
export const timelinePages = [
  ...(['account', 'interviews', 'attentions', 'proceeding', 'presenting', 'referrals', 'files', 'history'] as const),
  ...(['injuries', 'reintegration', 'file', 'custody', 'closing'] as const),
  ...(['a', 'b', 'c', 'd', 'e', 'f', 'risk', 'documents', 'validate'] as const),
] as const;
export type TimelinePage = (typeof timelinePages)[number];

export const timelineEntrySchema = z.strictObject({
  id: z.string(),
  kind: z.enum(codesOf(timelineKinds)),
  on: civilDateSchema,
  /** Null where only the day is known. */
  time: timeOfDaySchema.nullable(),
  /** When it came into the record: what is new since the last visit goes by it. */
  recordedAt: instantSchema,
  /** What was done, in bold. */
  act: z.string(),
  /** The rest of the first line; nobody beside the team reads it. */
  rest: z.string().nullable(),
  /** Who, and how it ended. */
  by: z.string(),
  /** A breach, or a severe risk. */
  isGrave: z.boolean(),
  isNew: z.boolean(),
  page: z.enum(timelinePages).nullable(),
  /** Of a page that shows one thing: which. */
  of: z.string().nullable(),
  /** More of it, for the pane that shows one entry. */
  facts: listOf({ label: z.string(), words: z.string() }),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const isInFilter = ({ kind, isNew }: Pick<TimelineEntry, 'kind' | 'isNew'>, filter: TimelineFilter) =>
  filter === 'all' || (filter === 'new' ? isNew : timelineKinds[kind] === filter);

/** What a case opens with; whoever looks further asks for the whole. */
export const newestShown = 40;

/** An entry as a domain tells it, before anybody asks since when it is new. */
export type ToldEntry = Omit<TimelineEntry, 'isNew' | 'isGrave' | 'page' | 'of' | 'facts' | 'rest'> &
  Partial<Pick<TimelineEntry, 'isGrave' | 'page' | 'of' | 'facts' | 'rest'>>;
