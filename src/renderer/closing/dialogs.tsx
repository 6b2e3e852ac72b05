import { closingLineLabels, reopenReasonLabels, unclearIn, type LineWhy } from '../../shared/closing/index.ts';
import { optionsOf, type Fields } from '../../shared/record/index.ts';
import { ActDialog } from '../platform/forms/index.ts';
import { look } from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import { useRefreshClosing, type Closing, type Line } from './queries.ts';

type Props = { readonly caseId: string; readonly closing: Closing; readonly onDone: () => void };

const why = (line: Line) => `why-${line.line}`;

/** Of whoever proposes: lines that ask her for a reason. */
const asking = (closing: Closing) => unclearIn(closing.lines).filter(({ demand }) => demand === 'reason');

export function ProposeDialog({ caseId, closing, onDone }: Props) {
  const refresh = useRefreshClosing();
  const { reasons } = closing;
  const asked = asking(closing);
  const whyFields: Fields = Object.fromEntries(
    asked.map((line) => [
      why(line),
      {
        ...{ kind: 'text', label: `${closingLineLabels[line.line]}: por qué se cierra así`, columns: 12, max: 300 },
        ...{ required: true, missing: 'Escriba el motivo.', hint: line.found.join(' · ') },
      } as const,
    ]),
  );
  const fields: Fields = {
    reason: {
      ...{ kind: 'choice', label: 'Motivo del cierre', columns: 12, required: true, missing: 'Elija el motivo.' },
      options: reasons.map(({ id, label }) => ({ code: id, label })),
    },
    words: {
      ...{ kind: 'text', label: 'Cuál', columns: 12, max: 200, required: true, missing: 'Escriba cuál.' },
      askedWhen: { question: 'reason', is: reasons.filter(({ asksWords }) => asksWords).map(({ id }) => id) },
    },
    summary: {
      ...{ kind: 'text', label: 'Resumen del caso', columns: 12, max: 2000, lines: 4, required: true },
      missing: 'Escriba el resumen.',
    },
    ...whyFields,
  };
  const text = (values: Readonly<Record<string, unknown>>, name: string) => {
    const value = values[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const whysIn = (values: Readonly<Record<string, unknown>>): LineWhy[] =>
    asked.flatMap((line) => {
      const words = text(values, why(line));
      return words === null ? [] : [{ line: line.line, words }];
    });
  return (
    <FormDialog
      fields={fields}
      id="closing"
      isWide
      refresh={refresh}
      words={{ title: 'Proponer el cierre', send: 'Proponer', sent: 'Cierre propuesto. Lo decide otra persona.' }}
      keeping={() => (
        <p className={look.secondary}>Otra persona profesional lee la lista y el resumen, y aprueba o rechaza.</p>
      )}
      send={(values: Readonly<Record<string, unknown>>, client) =>
        client.proposeCaseClosing({
          ...{ caseId, reason: text(values, 'reason') ?? '', words: text(values, 'words') },
          ...{ summary: text(values, 'summary') ?? '', whys: whysIn(values) },
        })
      }
      onDone={onDone}
    />
  );
}

type WithdrawProps = { readonly caseId: string; readonly proposalId: string; readonly onClose: () => void };

export function WithdrawDialog({ caseId, proposalId, onClose }: WithdrawProps) {
  return (
    <ActDialog
      words={{
        ...{ title: '¿Retirar la propuesta de cierre?', send: 'Retirar', cancel: 'Volver sin cambios' },
        sent: 'Propuesta retirada.',
      }}
      send={(client) => client.withdrawCaseClosing({ caseId, proposalId })}
      {...{ onClose, refresh: useRefreshClosing(), toTitle: true }}
    >
      La ficha sigue abierta y nadie la aprueba. La propuesta queda entre las anteriores, como retirada.
    </ActDialog>
  );
}

const supervisionFields = {
  on: { kind: 'date', label: 'Día', required: true, missing: 'Escriba qué día.' },
  words: {
    ...{ kind: 'text', label: 'Qué se revisó con quien la atiende', columns: 12, max: 600, lines: 3, required: true },
    missing: 'Escriba qué se revisó.',
  },
} as const satisfies Fields;

export function SuperviseDialog({ caseId, closing, onDone }: Props) {
  const refresh = useRefreshClosing();
  return (
    <FormDialog
      fields={supervisionFields}
      start={{ on: closing.today }}
      id="supervision"
      refresh={refresh}
      words={{ title: 'Seguimiento supervisado', send: 'Registrar', sent: 'Seguimiento supervisado registrado.' }}
      keeping={() => <p className={look.secondary}>Vale para el cierre que proponga otra persona, no para el suyo.</p>}
      send={({ on, words }, client) => client.recordSupervision({ caseId, on, words })}
      onDone={onDone}
    />
  );
}

const reopenFields = {
  reason: {
    ...{ kind: 'choice', label: 'Por qué se reabre', columns: 12, required: true, missing: 'Elija el motivo.' },
    options: optionsOf(reopenReasonLabels),
  },
  words: { kind: 'text', label: 'Detalle', columns: 12, max: 300, lines: 2 },
} as const satisfies Fields;

export function ReopenDialog({ caseId, closing, onDone }: Props) {
  const refresh = useRefreshClosing();
  return (
    <FormDialog
      fields={reopenFields}
      id="reopen"
      refresh={refresh}
      words={{ title: 'Reabrir la ficha', send: 'Reabrir', sent: 'Ficha reabierta.' }}
      keeping={() => (
        <p className={look.secondary}>
          Un hecho nuevo del mismo hombre que pide patrocinio lleva una ficha nueva: la abre Recepción o quien la
          atiende.
        </p>
      )}
      send={({ reason, words }, client) => client.reopenCase({ caseId, version: closing.version, reason, words })}
      onDone={onDone}
    />
  );
}
