import { useState } from 'react';
import { noveltyFormSchema } from '../../shared/proceedings/index.ts';
import { z } from '../../shared/platform/zod.ts';
import { DraftedAtOnce, RecoveredNotice, useCentreDay, useDraftedForm, type Draft } from '../intake/index.ts';
import type { Output } from '../platform/client.ts';
import { Choice, FormHead, TextControl, DateControl, TimeControl } from '../platform/forms/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay } from '../platform/session.tsx';
import { look, Dialog, Notice, optionsOf } from '../platform/ui/index.ts';
import { useRefreshProceedings } from './queries.ts';
import { momentWords } from './words.ts';

const formSchema = z.strictObject({
  number: z.string().regex(/^\d{4}-\d{4,6}$/, { error: 'Escriba el número de la ficha como 2026-0123.' }),
  novelty: noveltyFormSchema,
});
type Values = z.input<typeof formSchema>;
type Told = Output<'reportNovelty'>;

const order = ['number', 'novelty.kind', 'novelty.at.on', 'novelty.at.time', 'novelty.words', 'novelty.source'];
const kinds = optionsOf({ breach: 'Incumplimiento de medidas', newFact: 'Hecho nuevo' });

type Props = {
  /** The ficha in sight; null to ask for its number. */
  readonly caseId: string | null;
  readonly onClose: () => void;
};

/** «Nuevo hecho / Incumplimiento»: told in one dialog, without the legal file; closed without telling it, it is kept. */
export function NoveltyDialog(props: Props) {
  return (
    <DraftedAtOnce of="novelty" caseId={props.caseId}>
      {(draft) => <Telling {...props} draft={draft} />}
    </DraftedAtOnce>
  );
}

function Telling({ caseId, draft, onClose }: Props & { readonly draft: Draft | null }) {
  const today = useCentreDay().day;
  const [told, setTold] = useState<Told | null>(null);
  const start: Values = {
    // With a ficha in sight no number is asked; any that reads as one keeps the form whole.
    number: caseId === null ? '' : '0000-0000',
    novelty: { kind: '' as Values['novelty']['kind'], at: { on: today, time: null }, words: '', source: null },
  };
  const kept = useDraftedForm<Values>({
    ...{ kind: 'novelty', caseId, draft, start, schema: formSchema, id: 'novelty', refresh: useRefreshProceedings() },
  });
  const { form, saving } = kept;
  const tell = () =>
    kept.send(
      async ({ number, novelty }, client) => {
        const answer = await (caseId === null
          ? client.reportNoveltyByNumber({ number, novelty })
          : client.reportNovelty({ caseId, novelty }));
        saving.leave();
        return answer;
      },
      { words: 'Avisado al servicio legal y a Coordinación.', done: setTold },
    );
  if (told !== null) return <Outcome told={told} caseId={caseId} onClose={onClose} />;
  return (
    <Dialog
      isWide
      beginsAtField
      title="Nuevo hecho o incumplimiento"
      confirm={{ label: 'Avisar', onClick: () => void tell() }}
      cancel={{ label: 'Dejarlo para después', onClick: () => void kept.leave(onClose) }}
    >
      <div className={look.stack}>
        <p>Avisa al servicio legal y a Coordinación, e inicia los plazos. No hace falta leer el expediente legal.</p>
        <FormHead form={form} order={order} />
        {caseId === null && <TextControl form={form} name="number" label="Número de la ficha" />}
        <Choice inline form={form} name="novelty.kind" label="Qué pasó" options={kinds} />
        <div className={look.columns}>
          <DateControl form={form} name="novelty.at.on" label="Fecha del hecho" />
          <TimeControl
            form={form}
            name="novelty.at.time"
            label="Hora"
            optional
            hint="La hora real: desde ella corren los plazos."
          />
        </div>
        <TextControl form={form} name="novelty.words" lines={3} label="Lo que se sabe" />
        <TextControl form={form} name="novelty.source" nullable label="Quién lo contó" optional />
        {/* Below the fields: the dialog begins at the first of them. */}
        <RecoveredNotice {...kept} />
      </div>
    </Dialog>
  );
}

/** Writs that tell court and prosecutor, by their number and name. */
const offeredWrits = [
  { kind: 2, label: 'Comunicación de hechos' },
  { kind: 6, label: 'Comunicación de incumplimiento de medidas' },
] as const;

type OutcomeProps = { readonly told: Told; readonly caseId: string | null; readonly onClose: () => void };

/** What began with it, and what can be done now. */
function Outcome({ told, caseId, onClose }: OutcomeProps) {
  const mayFile = useMay('print.filing');
  const mayAssess = useMay('risk.assess');
  return (
    <Dialog isWide title="Avisado" cancel={{ label: 'Cerrar', onClick: onClose }}>
      <div className={look.stack}>
        <Notice tone="done">El servicio legal y Coordinación ya tienen el aviso.</Notice>
        {told.started.length > 0 && (
          <ul>
            {told.started.map(({ ruleId, task, on, time }) => (
              <li key={ruleId}>
                {task}: <strong>{momentWords({ on, time })}</strong>
              </li>
            ))}
          </ul>
        )}
        {caseId !== null && (
          <nav aria-label="Lo que sigue" className={look.row}>
            {mayAssess && (
              <a href={hrefOf('/casos/$caseId/riesgo', { caseId })} onClick={onClose}>
                Volver a valorar el riesgo
              </a>
            )}
            {mayFile &&
              offeredWrits.map(({ kind, label }) => (
                <a
                  key={kind}
                  href={hrefOf('/casos/$caseId/documentos/escrito/$kind', { caseId, kind: String(kind) })}
                  onClick={onClose}
                >
                  {label} (escrito {kind})
                </a>
              ))}
          </nav>
        )}
        {!mayFile && <p>El servicio legal presenta la comunicación al juzgado y a la fiscalía.</p>}
      </div>
    </Dialog>
  );
}
