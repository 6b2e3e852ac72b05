import { useState } from 'react';
import type { IssuedDocument } from '../../../shared/papers/index.ts';
import { PasswordField } from '../../access/index.ts';
import { LineWait } from '../../platform/line/index.ts';
import { useSession } from '../../platform/session.tsx';
import { Dialog, DialogForm, Told, Problem } from '../../platform/ui/index.ts';
import { askingPassword, mayRelease, pileWarning } from '../copy-words.ts';
import { usePrinters } from '../queries.ts';
import { blankChoice, copiesEach, copiesIn, isComplete, wayOf, type CopiesChoice } from './copies-choice.ts';
import { AddressFields, noPrinterWords, PrinterFields, ProgressRow, WhichFields } from './copies-fields.tsx';
import { CopiesPreview, LargePreview } from './copies-preview.tsx';
import { CopiesSheets } from './copies-sheets.tsx';
import css from './copies.module.css';
import { useReleaseCopies, type Released } from './use-copies.ts';

type Props = {
  readonly caseId: string;
  readonly documents: readonly IssuedDocument[];
  readonly onDone: (released: Released) => void;
  readonly onCancel: () => void;
};

function setsOf(count: number): string {
  return count === 1 ? '1 juego' : `${count} juegos`;
}

function titleOf(chosen: readonly IssuedDocument[], verb: string): string {
  const [first] = chosen;
  if (first === undefined) return `¿Qué se va a ${verb.toLowerCase()}?`;
  return chosen.length === 1 ? `¿${verb} ${first.number}?` : `¿${verb} ${chosen.length} documentos?`;
}

function useCopiesForm({ caseId, documents, onDone }: Props) {
  const { actions } = useSession();
  const may = documents.filter((one) => mayRelease(one, actions));
  const known = usePrinters();
  const printers = (known.data ?? []).filter(({ isAllowed }) => isAllowed);
  const reserved = new Set(may.filter(({ kind }) => askingPassword.has(kind)).map(({ id }) => id));
  const [choice, setChoice] = useState<CopiesChoice>(() => blankChoice(may, reserved));
  const [tried, setTried] = useState(false);
  const { running, problem, send, stop } = useReleaseCopies(onDone);
  const change = (part: Partial<CopiesChoice>) => setChoice({ ...choice, ...part });
  const asksPassword = choice.documents.some((id) => reserved.has(id));
  const chosen = may.filter(({ id }) => choice.documents.includes(id));
  const pages = chosen.reduce((sum, document) => sum + document.pages, 0) * copiesEach(choice);
  const sets = chosen.length * copiesEach(choice);
  const go = (way: 'print' | 'save') => {
    setTried(true);
    const asked = { ...choice, way };
    if (running !== null || !isComplete(asked, asksPassword)) return;
    void send({ caseId, ...copiesIn(asked, printers) }, asksPassword ? choice.password : null);
  };
  // While they are asked for nobody is told that there is none.
  const way = known.isPending ? 'print' : wayOf(choice, printers);
  return { may, printers, choice, change, tried, running, problem, stop, asksPassword, chosen, pages, sets, way, go };
}

type Form = ReturnType<typeof useCopiesForm>;

/** Papers of a case in one go: what will leave beside which, for whom, how many, and where to (screen «Imprimir»). */
export function CopiesDialog(props: Props) {
  const form = useCopiesForm(props);
  const [large, setLarge] = useState<IssuedDocument | null>(null);
  const { way, chosen, go } = form;
  const verb = way === 'print' ? 'Imprimir' : 'Guardar';
  const label = `${verb} ${setsOf(form.sets)}${way === 'print' ? '' : ' en PDF'}`;
  const send = () => go(way);
  return (
    <>
      <Dialog
        title={titleOf(chosen, verb)}
        aside={<CopiesPreview caseId={props.caseId} documents={chosen} onLarge={setLarge} />}
        confirm={{ label: form.running === null ? label : 'Un momento…', onClick: send, byControlEnter: true }}
        cancel={{ label: 'Cancelar', onClick: props.onCancel }}
        also={
          way === 'print' && (
            <button type="button" className={css.save} onClick={() => go('save')}>
              Guardar en PDF…
            </button>
          )
        }
      >
        <DialogForm className={css.fields} onSend={send}>
          <LineWait what="papers" />
          <Problem words={form.problem} />
          <Asked form={form} />
          {form.running !== null && <ProgressRow batchId={form.running} onStop={() => void form.stop()} />}
        </DialogForm>
      </Dialog>
      {large !== null && (
        <Dialog isWide="page" title={large.number} cancel={{ label: 'Volver', onClick: () => setLarge(null) }}>
          <LargePreview caseId={props.caseId} document={large} />
        </Dialog>
      )}
    </>
  );
}

function Asked({ form }: { readonly form: Form }) {
  const { may, printers, choice, change, tried, chosen, way } = form;
  const fields = { choice, tried, onChange: change };
  const pile = way === 'print' ? pileWarning(form.pages) : null;
  const [only] = chosen.length === 1 ? chosen : [];
  return (
    <>
      {may.length > 1 && <WhichFields {...fields} documents={may} />}
      {only !== undefined && <AddressFields {...fields} document={only} />}
      {way === 'print' ? (
        <PrinterFields printers={printers} choice={choice} onChange={change} />
      ) : (
        <p className={css.note}>{noPrinterWords} Se guarda en un solo PDF.</p>
      )}
      <CopiesSheets {...fields} />
      <Told role="status" tone="warning">
        {pile}
      </Told>
      {form.asksPassword && (
        <PasswordField
          words={{
            label: 'Su contraseña',
            id: 'copies-password',
            error: tried && choice.password === '' ? 'Complete este dato.' : undefined,
          }}
          value={choice.password}
          onChange={(password) => change({ password })}
        />
      )}
      <Registered form={form} />
    </>
  );
}

/** What the register will say, and what is asked afterwards. */
function Registered({ form: { chosen, pages, sets, way } }: { readonly form: Form }) {
  const { staff } = useSession();
  const size = `${pages === 1 ? '1 página' : `${pages} páginas`} en ${setsOf(sets)}`;
  return (
    <div className={css.note}>
      {chosen.length > 1 && <p>Para quién y para qué, lo dice cada documento.</p>}
      <p>
        Queda en el registro de impresiones antes de salir · {staff.fullName} · {size}
      </p>
      {way === 'print' && <p>Después se pregunta una vez: ¿se imprimió correctamente?</p>}
    </div>
  );
}
