export { decisionClassLabels } from './kinds.ts';
export { isSameFile } from './names.ts';
export {
  decisionWords,
  documentWords,
  isSameNotice,
  isSameOffice,
  noticeReadingSchema,
  readNotice,
  saysAnything,
  type NoticeReading,
} from './reading.ts';
export { noticeLimits, type Read, type Told } from './source.ts';
