/** What a reading proposes for the form of an act. Only what was found once; every other field is left to her. */
import { eventKindRules } from '../event-kinds.ts';
import { documentWords, type NoticeReading } from './reading.ts';
import { foundValue } from './source.ts';

type Office = { readonly authorityId: string; readonly office: string; readonly district: string | null } | null;

const dayOf = (read: NoticeReading['hearing']) => foundValue(read)?.on ?? null;

/** The entry of the notification; its day is empty where the text does not say it, and is never that of the decision. */
function notificationOf({ kind, entry, form }: NoticeReading) {
  const act = foundValue(kind);
  if (act !== null && !eventKindRules[act].isNotified) return null;
  const at = foundValue(entry);
  return { form: foundValue(form), entry: { on: at?.on ?? '', time: at?.time ?? null }, effectOn: null };
}

const noEntry = { authorityId: null, district: null };

/** By the path of each field of the act. */
export function proposalOf(reading: NoticeReading, authority: Office) {
  const kind = foundValue(reading.kind);
  const { authorityId, office, district } = authority ?? { ...noEntry, office: foundValue(reading.office) };
  return {
    kind: kind ?? '',
    'at.on': foundValue(reading.issuedOn) ?? '',
    'at.time': null,
    authorityId,
    office,
    district,
    fileNumber: foundValue(reading.fileNumber),
    document: documentWords(reading),
    notification: notificationOf(reading),
    // A hearing put to another day is itself the day that the act fixes.
    fixedOn: kind === 'hearingRescheduled' ? dayOf(reading.hearing) : null,
  };
}
export type Proposal = ReturnType<typeof proposalOf>;
