import { formatCivilDate } from '../../shared/platform/typed-date.ts';
import {
  endFields,
  endSchema,
  reintegrationAnnulReasonLabels,
  reintegrationFields,
  reintegrationKindLabels,
  reintegrationWords,
  type EndingKind,
  type ReintegrationKind,
  type ReintegrationRecord,
} from '../../shared/reintegration/index.ts';
import { type Fields } from '../../shared/record/index.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { ChosenReasonDialog, look } from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshReintegration, type Reintegration } from './queries.ts';

/** What is done on the page, with what it is of. */
export type Doing =
  | {
      readonly what: 'note';
      readonly kind: ReintegrationKind;
      readonly title: string;
      readonly ownerId: string | null;
      /** Taken from elsewhere, and so not asked. */
      readonly taken?: Readonly<Record<string, unknown>>;
      /** Filled in at first. */
      readonly start?: Readonly<Record<string, unknown>>;
      /** Where it is taken from. */
      readonly from?: string;
    }
  | { readonly what: 'end'; readonly kind: EndingKind; readonly record: ReintegrationRecord<EndingKind> }
  | { readonly what: 'annul'; readonly kind: ReintegrationKind; readonly record: ReintegrationRecord };
type Of<What extends Doing['what']> = Extract<Doing, { readonly what: What }>;

type Props<What extends Doing['what']> = {
  readonly caseId: string;
  readonly data: Reintegration;
  readonly doing: Of<What>;
  readonly onDone: () => void;
};

export function ReintegrationDialog({ doing, ...props }: Omit<Props<'note'>, 'doing'> & { readonly doing: Doing }) {
  if (doing.what === 'note') return <NoteDialog {...props} doing={doing} />;
  if (doing.what === 'end') return <EndDialog {...props} doing={doing} />;
  return <AnnulDialog {...props} doing={doing} />;
}

/** A shelter is chosen among the coordinations, a service that accompanies among all others. */
const choicesOf = ({ offices }: Reintegration, kind: ReintegrationKind) => ({
  officeId: offices
    .filter(({ isShelter }) => isShelter === (kind === 'placement'))
    .map(({ id, name }) => ({ code: id, label: name })),
});

/** Ids of what it is taken from are never asked. */
const sources = ['referralId', 'visitId'];

function NoteDialog({ caseId, data, doing, onDone }: Props<'note'>) {
  const { kind, title, ownerId, taken = {}, start = {}, from } = doing;
  const fields: Fields = reintegrationFields[kind];
  const days = Object.keys(fields).filter((name) =>
    ['since', 'madeOn', 'heldOn', 'visitedOn', 'saidOn'].includes(name),
  );
  const hidden = [...sources, ...Object.keys(taken)].filter((name) => name in fields);
  return (
    <FormDialog
      fields={fields}
      start={{ ...Object.fromEntries(days.map((name) => [name, data.today])), ...start, ...taken }}
      choices={choicesOf(data, kind)}
      given={() => Object.fromEntries(hidden.map((name) => [name, null]))}
      id={`reintegration-${kind.replaceAll('_', '-')}`}
      sentAs="record.values"
      refresh={useRefreshReintegration(caseId)}
      words={{ title, send: 'Guardar', sent: 'Anotado.' }}
      // Kind and values fit together, which a union of each does not say; the gate reads them.
      send={(values, client) => client.noteReintegration({ caseId, ownerId, record: { kind, values } as never })}
      isWide
      onDone={onDone}
    >
      {from !== undefined && <p className={look.secondary}>{from}</p>}
    </FormDialog>
  );
}

function EndDialog({ caseId, data, doing: { kind, record }, onDone }: Props<'end'>) {
  const fields: Fields = endFields[kind];
  const words = reintegrationWords(kind, record);
  return (
    <FormDialog
      fields={fields}
      schema={endSchema(kind)}
      start={{ endedOn: data.today }}
      id="reintegration-end"
      sentAs="end.values"
      refresh={useRefreshReintegration(caseId)}
      words={{ title: `${reintegrationKindLabels[kind]}: cómo terminó`, send: 'Guardar', sent: 'Anotado.' }}
      send={(values, client) =>
        client.endReintegration({
          ...{ caseId, id: record.id, version: record.version },
          // As above.
          end: { kind, values } as never,
        })
      }
      onDone={onDone}
    >
      <p className={look.secondary}>{words}</p>
    </FormDialog>
  );
}

function AnnulDialog({ caseId, doing: { kind, record }, onDone }: Props<'annul'>) {
  const act = useAct({ refresh: useRefreshReintegration(caseId) });
  const { id, version } = record;
  return (
    <ChosenReasonDialog
      title={`¿Anular «${reintegrationKindLabels[kind]}»?`}
      label="Motivo"
      reasons={reintegrationAnnulReasonLabels}
      confirm="Anular"
      cancel="No anular"
      onCancel={onDone}
      onChosen={(reason, words) =>
        void act.run((client) => client.annulReintegration({ caseId, kind, id, version, reason, words }), {
          words: 'Anulado.',
          done: onDone,
        })
      }
    >
      <p>{reintegrationWords(kind, record)}. No se borra: queda entre lo anulado, con quién lo anuló y por qué.</p>
      <ActProblem act={act} />
    </ChosenReasonDialog>
  );
}

export const dayWords = (on: string | null) => (on === null ? '—' : formatCivilDate(on as Reintegration['today']));
