/** The shapes the section forms hold, and the order of their fields for summaries and comparisons. */
import {
  sectionA,
  sectionOf,
  type FormSectionId,
  type PlainForm,
  type sectionAFormSchema,
  type sectionBFormSchema,
} from '../../../shared/intake/index.ts';
import type { Block } from '../../../shared/record/index.ts';
import type { z } from '../../../shared/platform/zod.ts';
import { personFieldNames } from '../../people/index.ts';

export type SectionAValues = z.input<typeof sectionAFormSchema>;
export type SectionBValues = z.input<typeof sectionBFormSchema>;
export type PlainValues = PlainForm;

function answersOf(blocks: readonly Block[], id: string): string[] {
  const block = blocks.find((one) => one.id === id);
  return (block?.questions ?? []).map((name) => `answers.${name}`);
}

export const admissionFieldNames = [
  'admittedOn',
  'admittedTime',
  'shift',
  'fichaNumber',
  'isFromPaper',
  'paperNumber',
].map((name) => `admission.${name}`);

const blocksA: readonly Block[] = sectionA.blocks;

const orderA: readonly string[] = [
  ...admissionFieldNames,
  ...answersOf(blocksA, 'A.1'),
  ...answersOf(blocksA, 'A.2'),
  ...personFieldNames('informant'),
  ...answersOf(blocksA, 'A.3'),
  ...personFieldNames('user'),
  ...answersOf(blocksA, 'A.4'),
  ...personFieldNames('aggressor'),
  ...answersOf(blocksA, 'A.5'),
  ...answersOf(blocksA, 'A.6'),
];

const ofTheEvent = ['incident.occurredOn', 'incident.occurredTime', 'incident.place', 'account'];

/** Fields of a section in the order of the page. */
export function orderOf(section: FormSectionId): readonly string[] {
  if (section === 'a') return orderA;
  const { blocks } = sectionOf(section);
  return [
    ...(section === 'b' ? ofTheEvent : []),
    ...blocks.flatMap((block) => answersOf(blocks, block.id)),
    ...['appraisal.text', 'appraisal.isHandedOver'],
  ];
}
