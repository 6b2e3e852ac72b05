export { decisionClassLabels } from './kinds.ts';
export { decisionKey, decisionNamed, isSameFile } from './names.ts';
export { proposalOf, type Proposal } from './proposal.ts';
export {
  decisionWords,
  documentWords,
  isSameNotice,
  isNamed,
  noticeReadingSchema,
  readNotice,
  saysAnything,
  type NoticeReading,
} from './reading.ts';
export { boundedText, foundValue, noticeLimits, type Read } from './source.ts';
