import { useId, useState } from 'react';
import { issuesOf } from '../../shared/platform/failures.ts';
import {
  periodWords,
  reservedAskSchema,
  reservedProductLabels,
  reservedPurposeLabels,
} from '../../shared/reports/index.ts';
import { PasswordField } from '../access/index.ts';
import type { Output } from '../platform/client.ts';
import { saveFile } from '../platform/files.ts';
import { ActProblem, useAct } from '../platform/forms/index.ts';
import { useRead } from '../platform/query.ts';
import { hrefOf } from '../platform/routes.ts';
import { onlyFor } from '../platform/session.tsx';
import { inLima } from '../platform/times.ts';
import {
  OneOfField,
  Dialog,
  look,
  optionsOf,
  Panel,
  QueryState,
  TextField,
  ButtonRow,
  LineButton,
} from '../platform/ui/index.ts';
import { tablePath } from '../rulebook/index.ts';
import { useRefreshMonths } from './queries.ts';
import css from './reports.module.css';

type View = Output<'readReserved'>;
type Props = { readonly month: string };

/** Exact figures for one recipient, encrypted: never the button of the page (disclosure §7). */
export const Reserved = onlyFor('report.exportReserved', function Whole({ month }: Props) {
  const view = useRead(['reports', 'reserved', month], (client) => client.readReserved({ month }), { gcTime: 0 });
  return (
    <Panel title="Exacto reservado">
      <p>
        Cifras exactas del mes para el ministerio, cifradas con su clave: solo él las abre. No se publican, tampoco sus
        totales. Las aprueba otra persona.
      </p>
      <QueryState query={view}>{(data) => <Standing month={month} view={data} />}</QueryState>
    </Panel>
  );
});

const keyPage = hrefOf(tablePath, { tableId: 'ministry-key' });

function Standing({ month, view }: Props & { readonly view: View }) {
  const [asking, setAsking] = useState(false);
  const { proposal, key, keyWaits, files } = view;
  const act = () => {
    if (proposal !== null)
      return (
        <p>
          Propuesto por {proposal.proposedBy}, {inLima(proposal.proposedAt)}. Falta que lo apruebe otra persona
          profesional, desde su sesión, en «Aprobaciones».
        </p>
      );
    if (key === null)
      return (
        <p>
          {keyWaits
            ? 'La clave del ministerio espera que otra persona la apruebe. '
            : 'No hay clave del ministerio; sin ella no hay archivo. '}
          <a href={keyPage}>Clave del ministerio</a>
        </p>
      );
    return <ButtonRow plain label="Exacto reservado…" onClick={() => setAsking(true)} />;
  };
  return (
    <>
      {act()}
      {files.length > 0 && <Files files={files} />}
      {asking && <Asking month={month} view={view} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Those that were made: the same bytes however often they are saved. */
function Files({ files }: Pick<View, 'files'>) {
  const act = useAct();
  const save = (exportId: string) =>
    act.run(
      async (client) => {
        const { file } = await client.takeReservedExport({ exportId });
        await saveFile(client, file);
      },
      { of: exportId, words: 'Archivo reservado guardado.' },
    );
  return (
    <>
      <ActProblem act={act} />
      <ul className={css.list}>
        {files.map(({ id, name, product, recipient, office, letter, madeAt }) => (
          <li key={id}>
            <span>
              {name}
              <br />
              <span className={look.secondary}>
                {reservedProductLabels[product]} · {recipient}, {office} · Oficio {letter} · {inLima(madeAt)}
              </span>
            </span>
            <LineButton label="Guardar" of={`${name}, oficio ${letter}`} onClick={() => void save(id)} />
          </li>
        ))}
      </ul>
    </>
  );
}

const texts = [
  { name: 'recipient', label: 'Quién lo recibe', hint: 'Nombres y apellidos de la persona del ministerio.', max: 80 },
  { name: 'office', label: 'Oficina', max: 120 },
  { name: 'letter', label: 'Número del oficio con que se entrega', max: 60 },
] as const;

type Draft = Record<(typeof texts)[number]['name'], string> & {
  readonly product: keyof typeof reservedProductLabels;
  readonly purpose: keyof typeof reservedPurposeLabels | null;
};
const blank: Draft = { product: 'tables', purpose: null, recipient: '', office: '', letter: '' };
const order = ['product', 'purpose', 'recipient', 'office', 'letter', 'password'] as const;
type Wrong = Partial<Record<(typeof order)[number], string | undefined>>;

/** What is wrong at each field; the password is not of what is proposed. */
function wrongIn(month: string, draft: Draft, password: string): Wrong {
  const parsed = reservedAskSchema.safeParse({ ...draft, month });
  const wrong: Wrong = password === '' ? { password: 'Escriba su contraseña.' } : {};
  const issues = parsed.success ? [] : issuesOf(parsed.error);
  for (const name of order) {
    const issue = issues.find(({ path }) => path === name);
    if (issue !== undefined) wrong[name] = issue.message;
  }
  return wrong;
}

function Asking({ month, view, onClose }: Props & { readonly view: View; readonly onClose: () => void }) {
  const act = useAct({ refresh: useRefreshMonths() });
  const id = useId();
  const [draft, setDraft] = useState(blank);
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<Wrong>({});
  const at = (name: keyof Wrong) => ({ id: `${id}-${name}`, error: wrong[name] });
  /** What was wrong with it is answered. */
  const change = (name: keyof Wrong, next: Partial<Draft>) => {
    setDraft({ ...draft, ...next });
    setWrong({ ...wrong, [name]: undefined });
  };
  const propose = () => {
    const found = wrongIn(month, draft, password);
    setWrong(found);
    const first = order.find((name) => found[name] !== undefined);
    if (first !== undefined) {
      const field = document.getElementById(`${id}-${first}`);
      (field?.matches('input') === true ? field : field?.querySelector('input'))?.focus();
      return;
    }
    const { purpose } = draft;
    if (purpose === null) return;
    void act.run((client) => client.proposeReservedExport({ ...draft, purpose, month }, { password }), {
      words: 'Propuesta enviada a «Aprobaciones».',
      done: onClose,
    });
  };
  return (
    <Dialog
      isForm
      title={`Exacto reservado: ${periodWords(month)}`}
      confirm={{ label: act.busy ? 'Un momento…' : 'Proponer', onClick: propose }}
      cancel={{ label: 'Volver sin cambios', onClick: onClose }}
    >
      <ActProblem act={act} />
      {act.issues.length > 0 && <p>{act.issues.map(({ message }) => message).join(' ')}</p>}
      {view.rowsOrder !== null && (
        <OneOfField
          words={{ label: 'Qué se entrega', hint: `Filas, por orden escrita: ${view.rowsOrder}.`, ...at('product') }}
          options={optionsOf(reservedProductLabels)}
          value={draft.product}
          onChange={(product) => change('product', { product })}
        />
      )}
      <OneOfField
        words={{ label: 'Para qué', ...at('purpose') }}
        options={optionsOf(reservedPurposeLabels)}
        value={draft.purpose}
        onChange={(purpose) => change('purpose', { purpose })}
      />
      {texts.map(({ name, label, max, ...more }) => (
        <TextField
          key={name}
          words={{ label, ...more, ...at(name) }}
          maxLength={max}
          value={draft[name]}
          onChange={(event) => change(name, { [name]: event.target.value })}
        />
      ))}
      <p className={look.secondary}>Se cifra con la clave de huella {view.key?.fingerprint}.</p>
      <PasswordField
        words={{ label: 'Su contraseña', hint: 'Se pide otra vez para este acto.', ...at('password') }}
        value={password}
        onChange={(typed) => {
          setPassword(typed);
          change('password', {});
        }}
      />
    </Dialog>
  );
}
