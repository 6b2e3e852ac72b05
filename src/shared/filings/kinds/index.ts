/** The kinds of filing, by number, each with its shipped template; the cover letter of a report beside them. */
import type { TemplateKind } from '../codes.ts';
import { answer, judgmentAppeal, measuresAppeal, review } from '../templates/appeals.ts';
import { complaint, notice } from '../templates/complaint.ts';
import { custody, legalAid, support } from '../templates/family.ts';
import { acts, civilParty, examination, singleInterview, witness } from '../templates/inquiry.ts';
import { breach, change, measuresRequest } from '../templates/measures.ts';
import { coverLetter, report } from '../templates/reports.ts';
import { appearance, brief } from '../templates/standing.ts';
import type { FilingTemplate } from '../templates/template.ts';
import { answerKind, judgmentAppealKind, measuresAppealKind, reviewKind } from './appeals.ts';
import { complaintKind, noticeKind } from './complaint.ts';
import { custodyKind, legalAidKind, supportKind } from './family.ts';
import { actsKind, civilPartyKind, examinationKind, singleInterviewKind, witnessKind } from './inquiry.ts';
import type { KindDefinition } from './kind.ts';
import { breachKind, changeKind, measuresRequestKind } from './measures.ts';
import { ownBase } from './base.ts';
import { coverLetterDefinition, reportDefinition } from './reports.ts';
import { appearanceKind, briefKind } from './standing.ts';

export const kinds: Readonly<Record<TemplateKind, KindDefinition>> = {
  1: complaintKind,
  2: noticeKind,
  3: measuresRequestKind,
  4: appearanceKind,
  5: changeKind,
  6: breachKind,
  7: measuresAppealKind,
  8: answerKind,
  9: civilPartyKind,
  10: actsKind,
  11: singleInterviewKind,
  12: examinationKind,
  13: reviewKind,
  14: judgmentAppealKind,
  15: witnessKind,
  16: supportKind,
  17: custodyKind,
  18: briefKind,
  19: legalAidKind,
  20: reportDefinition,
  21: coverLetterDefinition,
  22: ownBase,
};

/** A kind by its number, or what a kind of the centre is. */
export type OfKind = TemplateKind | KindDefinition;

export function definitionOf(of: OfKind): KindDefinition {
  return typeof of === 'number' ? kinds[of] : of;
}

export const shippedTemplates: readonly FilingTemplate[] = [
  ...[complaint, notice, measuresRequest, appearance, change, breach, measuresAppeal, answer, civilParty, acts],
  ...[singleInterview, examination, review, judgmentAppeal, witness, support, custody, brief, legalAid],
  ...[report, coverLetter],
];
