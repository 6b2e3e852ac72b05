/** What the history says of insertion, reintegration, Acompañamiento and home visits. No note and no name of a place. */
import {
  endReasonWords,
  endingKinds,
  firstDayOf,
  reintegrationAnnulReasonLabels,
  reintegrationKindLabels,
  reintegrationKinds,
  reintegrationWords,
  type EndingKind,
  type ReintegrationKind,
  type ReintegrationRecord,
  type ReintegrationRecords,
} from '../reintegration/index.ts';
import type { ToldEntry } from './entry.ts';
import { factsOf, joined, momentOf } from './parts.ts';

const ends = (kind: ReintegrationKind): kind is EndingKind => endingKinds.some((one) => one === kind);

/** Noted, ended, annulled: each an entry of its own day. */
function ofRecord(kind: ReintegrationKind, record: ReintegrationRecord): ToldEntry[] {
  const { id, by, recordedAt, ended, annulled } = record;
  const [label, words] = [reintegrationKindLabels[kind], reintegrationWords(kind, record)];
  const common = { kind: 'reintegration', page: 'reintegration', rest: words } as const;
  const on = firstDayOf(kind, record);
  const begun = on === null ? momentOf(recordedAt) : { on, time: null, recordedAt };
  return [
    {
      ...{ ...common, id: `${kind}-${id}`, ...begun, act: label },
      by: joined(by, annulled !== null && 'después anulado'),
    },
    ...(ended === null || !ends(kind)
      ? []
      : [
          {
            ...{ ...common, id: `${kind}-ended-${id}`, act: `${label}: terminó` },
            ...{ on: ended.on, time: null, recordedAt: ended.at, by: ended.by },
            facts: factsOf(['Cómo terminó', endReasonWords(kind, ended.reason)]),
          },
        ]),
    ...(annulled === null
      ? []
      : [
          {
            ...{ ...common, id: `${kind}-annulled-${id}`, act: `${label}: anulado` },
            ...{ ...momentOf(annulled.at), by: annulled.by },
            facts: factsOf(['Motivo', annulled.words ?? reintegrationAnnulReasonLabels[annulled.reason]]),
          },
        ]),
  ];
}

export function ofReintegration(records: ReintegrationRecords): ToldEntry[] {
  return reintegrationKinds.flatMap((kind) => {
    const all: readonly ReintegrationRecord[] = records[kind];
    return all.flatMap((record) => ofRecord(kind, record));
  });
}
