/** Opening, filling and validating a case; the drafts of its forms. */
import { services } from '../access/index.ts';
import { changeReasonSchema } from '../history/index.ts';
import { aggressorPersonSchema, userPersonSchema } from '../people/index.ts';
import { changing, noAudit, reading, readingAll, readingCase } from '../platform/contract.ts';
import { instantSchema } from '../platform/dates.ts';
import { arrivalIdSchema, caseIdSchema, idSchema, personIdSchema, versionSchema, ofCase } from '../platform/ids.ts';
import { z } from '../platform/zod.ts';
import { carriedSchema, formerContactSchema } from './carried.ts';
import { changedSchema } from './change-parts.ts';
import { conditionContract } from './condition-contract.ts';
import { savedShape } from './form-contract.ts';
import { knownFactSchema } from './known-facts.ts';
import { workLineSchema } from './section-work.ts';
import { linkReasonSchema, mostLikely, pairRoles } from './likely.ts';
import {
  admissionSchema,
  caseLineSchema,
  caseOverviewSchema,
  draftFormSchema,
  personLinkSchema,
  sectionAFormSchema,
  sectionBFormSchema,
} from './schema.ts';

const draftIdSchema = idSchema('DraftId');
const draftLineSchema = z.strictObject({
  draftId: draftIdSchema,
  form: draftFormSchema,
  caseId: caseIdSchema.nullable(),
  /** Of a closed ficha: it can be discarded and nothing else. */
  isClosed: z.boolean(),
  /** «Ficha 2026-0123 · Sección B»: never a person's name. */
  title: z.string(),
  savedAt: instantSchema,
});

export const intakeContract = {
  openCase: changing('case.open', 'case.opened', {
    input: z.strictObject({
      arrivalId: arrivalIdSchema.nullable(),
      admission: admissionSchema,
      user: userPersonSchema,
      userLink: personLinkSchema,
      aggressor: aggressorPersonSchema,
      aggressorLink: personLinkSchema,
    }),
    output: z.strictObject({ caseId: caseIdSchema, number: z.string() }),
  }),
  listMyCases: readingAll('case.list', 'case.listed', { cases: z.array(caseLineSchema) }),
  /** What I have half typed. */
  listMyDrafts: readingAll('case.list', noAudit('own work that is not saved yet: forms and numbers of fichas'), {
    drafts: z.array(draftLineSchema),
  }),
  getCase: readingCase('person.readIdentity', 'case.read', caseOverviewSchema.shape),
  getSectionA: readingCase('registerForm.readA', 'case.readSectionA', {
    version: versionSchema,
    form: sectionAFormSchema,
    changed: changedSchema,
    /** Stable facts of her last ficha, to be confirmed; null when there are none. */
    carried: carriedSchema.nullable(),
    /** What the record knows of her contact from before; the form asks for it anew. */
    formerContact: formerContactSchema.nullable(),
    /** More of her was told in fichas that the reader may not read; left out when there is none. */
    isMoreKnown: z.literal(true).optional(),
  }),
  saveSectionA: changing('registerForm.writeA', 'case.sectionASaved', {
    input: z.strictObject({
      ...ofCase,
      version: versionSchema,
      form: sectionAFormSchema,
      /** Why a saved answer of a validated case changes. */
      reason: changeReasonSchema.nullable().default(null),
    }),
    output: z.strictObject({ version: versionSchema, ...savedShape }),
  }),
  /** Gives the case to a service: itself the grant to read and write it (D3). */
  handOverCase: changing('case.handOver', 'case.handedOver', {
    input: z.strictObject({ ...ofCase, service: z.enum(services) }),
    whileClosed: 'always',
  }),
  getSectionB: readingCase('registerForm.readB', 'case.readSectionB', {
    version: versionSchema,
    form: sectionBFormSchema,
    /** What Section A knows and B needs: sex, age and complaint, for the skip rules. */
    known: z.strictObject({
      userSex: z.literal([0, 1]).nullable(),
      userAge: z.int().nullable(),
      complaintFiled: z.literal([0, 1]).nullable(),
    }),
    /** Appraisal that psychology handed over; null when there is none or the reader writes it himself. */
    handedOver: z.string().nullable(),
    facts: z.array(knownFactSchema),
    /** What was done in the case and says the same, or another thing: as far as the reader may read it. */
    work: z.array(workLineSchema),
    changed: changedSchema,
  }),
  saveSectionB: changing('registerForm.writeB', 'case.sectionBSaved', {
    input: z.strictObject({
      ...ofCase,
      version: versionSchema,
      form: sectionBFormSchema,
      reason: changeReasonSchema.nullable().default(null),
    }),
    output: z.strictObject({ version: versionSchema, ...savedShape }),
  }),
  /** Says whether the person of this case is the one she may be; both directions are kept in the history. */
  settlePerson: changing('registerForm.writeB', 'case.personSettled', {
    input: z.strictObject({
      ...ofCase,
      version: versionSchema,
      role: z.enum(pairRoles),
      /** Anybody of the record; left out: the person the desk left open. */
      personId: personIdSchema.optional(),
      isSame: z.boolean(),
      /** Required for somebody whom the program did not offer. */
      reason: linkReasonSchema.nullable().default(null),
      /** Required for somebody of another document, age or sex (`compareForLink`). */
      isSure: z.boolean().default(false),
    }),
    output: z.strictObject({ version: versionSchema }),
  }),
  /** What cannot be true of the person of this ficha and of one of the record, told before the two are linked. */
  compareForLink: reading('registerForm.writeB', 'case.personCompared', {
    input: z.strictObject({ ...ofCase, role: z.enum(pairRoles), personId: personIdSchema.optional() }),
    output: z.strictObject({ contradictions: z.array(z.string()) }),
  }),
  /** «Deshacer»: the ficha goes on with the person as she was written down. Until the case is validated. */
  unlinkPerson: changing('registerForm.writeB', 'case.personUnlinked', {
    input: z.strictObject({ ...ofCase, version: versionSchema, role: z.enum(pairRoles) }),
    output: z.strictObject({ version: versionSchema }),
  }),
  /** «No es la misma» was said by mistake: it is asked again. With a reason once the case is validated. */
  takeBackAnswer: changing('registerForm.writeB', 'case.personAnswerTakenBack', {
    input: z.strictObject({
      ...{ ...ofCase, version: versionSchema, role: z.enum(pairRoles), personId: personIdSchema },
      reason: changeReasonSchema.nullable(),
    }),
    output: z.strictObject({ version: versionSchema }),
  }),
  /**
   * «Ninguna es ella»: kept with who was asked about. Those the reader may not see are left to Coordinación, who is told.
   */
  ruleOutPersons: changing('registerForm.writeB', 'case.personsRuledOut', {
    input: z.strictObject({
      ...ofCase,
      version: versionSchema,
      role: z.enum(pairRoles),
      /** Those who were on screen and could be seen. */
      personIds: z.array(personIdSchema).max(mostLikely),
    }),
    output: z.strictObject({ version: versionSchema }),
  }),
  ...conditionContract,
  /** Opens (or makes) my draft of one form; saving it writes no further audit entry. */
  openDraft: changing('case.list', 'draft.opened', {
    input: z.strictObject({ form: draftFormSchema, caseId: caseIdSchema.nullable() }),
    output: z.strictObject({
      draftId: draftIdSchema,
      /** What was typed, null when there is nothing to recover. */
      body: z.string().nullable(),
      savedAt: instantSchema.nullable(),
    }),
    // A form that a closed ficha does not take is refused by itself.
    whileClosed: 'always',
  }),
  saveDraft: changing('case.list', noAudit('one entry per draft session, written by openDraft'), {
    input: z.strictObject({ draftId: draftIdSchema, body: z.string().max(900_000) }),
    output: z.strictObject({ savedAt: instantSchema }),
  }),
  discardDraft: changing('case.list', 'draft.discarded', { input: z.strictObject({ draftId: draftIdSchema }) }),
} as const;
