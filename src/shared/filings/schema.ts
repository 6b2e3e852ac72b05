/** Kind 3, «Solicitud de medidas de protección y cautelares»: what the record gives and what the lawyer decides. */
import { officeIdSchema } from '../directory/index.ts';
import { civilDateSchema, type CivilDate, type PartialDate } from '../platform/dates.ts';
import { caseIdSchema } from '../platform/ids.ts';
import { cleanedText } from '../platform/text.ts';
import { listOf, z } from '../platform/zod.ts';
import type { PrivatePerson, Withheld } from '../papers/index.ts';
import { eachOf } from '../platform/codes-of.ts';
import type { FilingLaw } from './law.ts';
import type { KindDefinition } from './kinds/kind.ts';
import type { FilingTemplate } from './templates/template.ts';
import { criterionIds, measureCodes, precautionaryCodes } from './codes.ts';

export type Gender = 'female' | 'male';

/**
 * Where she lives, as a filing may know it. Under reserve there is no text at all: what is not received cannot be
 * printed (S1).
 */
export type FilingAddress =
  | { readonly kind: 'reserved' }
  | { readonly kind: 'printable'; readonly text: string }
  | { readonly kind: 'unknown' };

export type IdentityDocument =
  | { readonly kind: 'document'; readonly name: string; readonly number: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'not-remembered' };

/** Who is accused, as far as the record knows: what it does not is said to be unknown. */
export type AccusedIdentity = {
  readonly document: IdentityDocument | null;
  /** Completed years. */
  readonly age: number | null;
  /** «comerciante»; null when not known. */
  readonly occupation: string | null;
  /** Where the accused can be notified; under reserve where that is the home of the user in reserve. */
  readonly address: FilingAddress;
};

/** Everything the composition reads from the record; null: not known. Contact data are not part of it. */
export type FilingFacts = {
  readonly user: {
    readonly names: string | null;
    readonly gender: Gender;
    readonly age: number | null;
    readonly document: IdentityDocument | null;
    readonly address: FilingAddress;
    /** Words of the disability, null when none is recorded. */
    readonly disability: string | null;
    readonly pregnancyWeeks: number | null;
    readonly pregnant: boolean;
    readonly dependsOnAggressor: boolean | null;
  };
  /** Adult who signs for a child; null for an adult. Never the accused. */
  readonly guardian: { readonly names: string; readonly document: IdentityDocument; readonly bond: string } | null;
  readonly aggressor: AccusedIdentity & {
    readonly names: string | null;
    readonly description: string | null;
    /** The record says that nobody knows who it is: stated, not asked for. */
    readonly isUnknown?: boolean;
    readonly gender: Gender | null;
    /** «conviviente», «ex pareja» …; null when not known. */
    readonly bond: string | null;
    readonly livesWithUser: boolean | null;
    readonly hasWeapon: boolean | null;
    readonly records: string | null;
  };
  readonly incident: {
    readonly date: PartialDate | null;
    /** `HH:MM`. */
    readonly hour: string | null;
    readonly place: string | null;
    readonly district: string | null;
    readonly violenceType: string | null;
    readonly acts: readonly string[];
    /** Text of the locked account, quoted and never retyped. */
    readonly account: string | null;
  };
  readonly earlierEvents: readonly { readonly date: PartialDate | null; readonly text: string }[];
  /** The word of each level and its date; the sum of the instrument is never received. */
  readonly risk: {
    readonly centre: { readonly level: string; readonly on: CivilDate } | null;
    readonly instrument: { readonly name: string; readonly level: string; readonly on: CivilDate } | null;
  };
  /** Initials only (S5); full data belong to the reserved sheet. */
  readonly children: readonly { readonly initials: string; readonly age: number | null }[];
  readonly commonProperty: boolean | null;
  readonly complaint: { readonly office: string; readonly on: CivilDate | null; readonly number: string | null } | null;
  readonly wantsSponsorship: boolean | null;
  readonly lawyer: {
    readonly names: string;
    readonly gender: Gender;
    readonly college: string | null;
    readonly number: string | null;
    readonly electronicBox: string | null;
  } | null;
  /** Who writes and signs a report; null when whoever composes it is of no service that writes reports. */
  readonly professional: {
    readonly names: string;
    readonly profession: string | null;
    readonly college: string | null;
    readonly number: string | null;
  } | null;
  /** Who signs the cover letter of a report; null when the centre has no coordinator. */
  readonly coordinator: { readonly names: string } | null;
  readonly centre: {
    readonly name: string;
    readonly proceduralAddress: string | null;
    readonly district: string;
    readonly letterhead: readonly string[];
  };
  /** Others who suffered the same event, from their own fichas (D10); a child by its initials. */
  readonly otherVictims: readonly {
    readonly names: string | null;
    readonly document: IdentityDocument | null;
    readonly age: number | null;
  }[];
  /** Others accused of the same event, from the fichas the lawyer chose. */
  readonly otherAccused: readonly (AccusedIdentity & { readonly names: string | null; readonly bond: string | null })[];
  /** The issued writ that this one corrects; null when none. */
  readonly corrected: { readonly writNumber: number; readonly number: string; readonly on: CivilDate } | null;
  readonly practice: boolean;
};

/** `001-2026-ABC`: the number of a report in its service and that of the letter it goes with in the centre. */
export type OfficialNumbers = { readonly letter: string; readonly report: string };

export type SealedWitness = {
  readonly names: string | null;
  readonly document: string | null;
  readonly address: string | null;
};

export type SealedChild = { readonly names: string; readonly initials: string; readonly age: string };

/** The separate sheet is the only paper that receives exact places. */
export type ReservedSheetFacts = {
  readonly number: string | null;
  readonly courtFileNumber: string | null;
  /** Initials of an adult, whom the writ names; full names where the writ does not. */
  readonly user: string;
  /** Absent where the writ does not speak of where she lives; null: not known. */
  readonly address?: string | null;
  /** Whose protection is asked instead of hers; the user then stands here as in the writ. */
  readonly witness: SealedWitness | null;
  readonly contact: string | null;
  /** Exact places of «no approach»: home, work, study. */
  readonly places: readonly string[];
  readonly children: readonly SealedChild[];
  /** Everybody else whom the writ tells of by initials. */
  readonly others: readonly { readonly names: string; readonly initials: string; readonly who: string }[];
  readonly centre: FilingFacts['centre'];
  readonly practice: boolean;
};

const reason = cleanedText(1000);

/** An answer as the questions of a kind hold it; what each may be is checked by the kind. */
const answer = z.union([z.null(), z.number(), z.string().max(100_000), z.array(z.string().max(60)).max(60)]);

const row = z.record(z.string().max(40), cleanedText(1500).nullable());

export const filingOptionsSchema = z.strictObject({
  /** The row of «Modelos propios»; null for the kinds that come with the program. */
  model: z.string().max(64).nullable().default(null),
  /** Treatment and office come from the directory; a person's name is not part of it. Null: not chosen yet. */
  addressee: z
    .strictObject({
      treatment: cleanedText(60),
      office: cleanedText(200),
      /** The entry of the directory that the words came from; none where they were typed. */
      authorityId: officeIdSchema.nullish(),
    })
    .nullable(),
  courtFileNumber: cleanedText(60).nullable(),
  clerk: cleanedText(120).nullable(),
  /** Null: the next one of its proceeding. */
  writNumber: z.int().min(1).max(999).nullable(),
  /** «Principal», «de medidas cautelares»; null where the file has one. */
  notebook: cleanedText(60).nullable().default(null),
  /** One reason per measure, tied to a fact. */
  measures: listOf({
    code: z.enum(measureCodes),
    reason,
    /** Zone for «impedimento de acercamiento», amount and for whom of an allowance, wording for «otra medida». */
    detail: cleanedText(300).nullable().default(null),
  })
    .max(12)
    .refine((all) => new Set(all.map((one) => one.code)).size === all.length, { error: 'Hay medidas repetidas.' }),
  precautionary: listOf({
    code: z.enum(precautionaryCodes),
    reason,
    /** What is asked and for whom: amount of the alimony, terms of custody or visits. */
    detail: cleanedText(300).nullable().default(null),
  }).refine((all) => new Set(all.map((one) => one.code)).size === all.length, { error: 'Hay medidas repetidas.' }),
  /** All eight, in order of the law; null prints «no se cuenta con información». */
  criteria: z.strictObject(eachOf(criterionIds, () => cleanedText(1000).nullable())),
  /** Rows of the table of articles, by their ids. */
  articles: z.array(z.string().max(60)).max(60),
  /** Answers to the questions of the kind, by their names. */
  answers: z.record(z.string().max(80), answer),
  lists: z.record(z.string().max(60), z.array(row).max(60)),
  /** Fichas of the same event whose persons this writ names besides those of its own (D10). */
  linked: z.array(caseIdSchema).max(20),
  /** The issued writ that this one corrects. */
  corrects: z.string().max(60).nullable(),
  evidence: listOf({ text: cleanedText(300), purpose: cleanedText(300) }).max(40),
  annexes: z.array(cleanedText(300)).max(60),
  otherRequests: z.array(cleanedText(1500)).max(10),
  urgency: z.strictObject({ asked: z.boolean(), reason: reason.nullable() }),
  /** She cannot sign: her line asks for the fingerprint (CPC 131, to confirm). */
  cannotSign: z.boolean().default(false),
  place: cleanedText(80),
  signedOn: civilDateSchema,
});
export type FilingOptions = z.infer<typeof filingOptionsSchema>;

/** What the act of composing adds: the number once it is given, and the texts that must not appear. */
export type FilingIssue = {
  /** The template it is made with; its kind is the kind of the writ. */
  readonly template: FilingTemplate;
  /** What a kind of the centre is; absent: the kind of the template. */
  readonly definition?: KindDefinition;
  /** Articles and measures as they count on the day of the writ. */
  readonly law: FilingLaw;
  readonly number: string | null;
  readonly numbers?: OfficialNumbers | null;
  readonly draft: boolean;
  /** Address, safe phone, places under reserve: looked for in every line; they stop the writ (S1, S3). */
  readonly withheld: readonly Withheld[];
  /** Persons of the ficha whom the writ may tell of by initials at most (S5, S6, D38). */
  readonly persons: readonly PrivatePerson[];
};
