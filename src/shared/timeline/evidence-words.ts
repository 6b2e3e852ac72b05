/** What the history says of evidence and its chain, and of the body map. */
import { custodyKindLabels, fileKindLabels, type CustodyKind, type FileKind } from '../attachments/index.ts';
import { injuryAnnulReasonLabels, injurySourceLabels, injuryWords, type InjuryMark } from '../injuries/index.ts';
import type { CivilDate, Instant } from '../platform/dates.ts';
import type { ToldEntry } from './entry.ts';
import { factsOf, headOf, joined, momentOf } from './parts.ts';

type Step = { fileId: string; position: number; kind: CustodyKind; at: Instant; by: string; note: string | null };
type Kept = { kind: FileKind; description: string; isAnnulled: boolean };

/** One link of the chain of a file: who had it in hand, and when. */
export function ofCustodyStep({ fileId, position, kind, at, by, note }: Step, file: Kept): ToldEntry {
  return {
    id: `file-${fileId}-${position}`,
    kind: 'file',
    ...momentOf(at),
    act: kind === 'received' ? 'Archivo' : `Archivo: ${custodyKindLabels[kind].toLowerCase()}`,
    rest: `${fileKindLabels[file.kind]}: ${file.description}`,
    by: joined(by, kind === 'received' && file.isAnnulled && 'después anulado'),
    page: 'file',
    of: fileId,
    // Whom an original was asked for stands in code.
    facts: factsOf(['Detalle', kind === 'exportProposed' || kind === 'exported' ? null : note]),
  };
}

type Received = {
  id: string;
  documentId: string;
  number: string;
  things: readonly string[];
  handedBy: string;
  keptAt: string;
  on: CivilDate;
  time: string;
  recordedAt: Instant;
  by: string;
};

/** What was received to be handed on: in place of its acta among the papers. */
export function ofReceipt({
  documentId,
  number,
  things,
  handedBy,
  keptAt,
  on,
  time,
  recordedAt,
  by,
}: Received): ToldEntry {
  return {
    ...headOf('custody', documentId, { on, time, recordedAt }, 'paper'),
    act: 'Evidencia recibida',
    rest: things.join('; '),
    by: joined(number, by),
    page: 'custody',
    facts: factsOf(['Quién entrega', handedBy], ['Dónde se guarda', keptAt]),
  };
}

type Delivered = Pick<Received, 'id' | 'number' | 'things' | 'on' | 'time' | 'recordedAt' | 'by'> & {
  office: string;
  signedBy: string;
  proof: string;
};

export function ofDelivery({ id, number, things, office, signedBy, proof, by, ...at }: Delivered): ToldEntry {
  return {
    ...headOf('custody', id, { on: at.on, time: at.time, recordedAt: at.recordedAt }, 'delivery'),
    act: 'Evidencia entregada',
    rest: `a ${office}: ${things.join('; ')}`,
    by: joined(number, by),
    page: 'custody',
    facts: factsOf(['Quién firmó', signedBy], ['Con qué se comprueba', proof]),
  };
}

/** The marks that one person noted of one day, and each annulment of one of them. */
export function ofInjuries(marks: readonly InjuryMark[]): ToldEntry[] {
  const [first] = marks;
  if (first === undefined) return [];
  const said = marks.map((mark) => {
    const source = injurySourceLabels[mark.source ?? 'told'].toLowerCase();
    return `${injuryWords(mark)} (${joined(source, mark.annulled !== null && 'después anulada')})`;
  });
  return [
    {
      id: `injury-${first.id}`,
      kind: 'injury',
      ...{ on: first.seenOn, time: null, recordedAt: marks.at(-1)?.recordedAt ?? first.recordedAt },
      act: 'Mapa corporal',
      rest: said.join('; '),
      by: first.by,
      page: 'injuries',
    },
    ...marks.flatMap(ofAnnulment),
  ];
}

function ofAnnulment(mark: InjuryMark): ToldEntry[] {
  const { id, annulled } = mark;
  if (annulled === null) return [];
  return [
    {
      ...headOf('injury', id, annulled.at, 'injury-annulled'),
      act: 'Mapa corporal: lesión anulada',
      rest: injuryWords(mark),
      by: annulled.by,
      page: 'injuries',
      facts: factsOf(['Motivo', annulled.words ?? injuryAnnulReasonLabels[annulled.reason]]),
    },
  ];
}
