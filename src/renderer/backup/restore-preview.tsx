import { capital } from '../../shared/platform/capital.ts';
import { loginSchema, passwordSchema } from '../../shared/access/index.ts';
import { missingWords, whenWords, type RestorePreview } from '../../shared/backup/index.ts';
import type { Failure } from '../../shared/platform/failures.ts';
import { z } from '../../shared/platform/zod.ts';
import { PassphraseControl } from '../access/index.ts';
import { announce } from '../platform/announce.ts';
import { useClient } from '../platform/client.ts';
import { withFailure } from '../platform/failure-words.ts';
import { FormHead, TextControl, useSectionForm } from '../platform/forms/index.ts';
import {
  SheetForm,
  PlainButton,
  DataTable,
  Notice,
  Panel,
  ButtonRow,
  useFocusAtOnce,
  Sentences,
} from '../platform/ui/index.ts';
import type { CopySource, OpenedCopy } from './copy-source.ts';

const aloneSchema = z.strictObject({ login: z.string(), password: z.string() });
const secondSchema = z.strictObject({ login: loginSchema, password: passwordSchema });
const blank = { login: '', password: '' };

/** A wrong password of the second person stands at the second person. */
function atSecond(failure: Failure): Failure {
  const message = 'El usuario o la contraseña no es correcto. No se cambió nada.';
  return failure.reason === 'restore-second-wrong' ? { ...failure, issues: [{ path: 'password', message }] } : failure;
}

type Missing = Extract<RestorePreview['present'], { kind: 'record' }>['missing'][number];

function MissingTable({ rows }: { readonly rows: readonly Missing[] }) {
  return (
    <DataTable
      caption="Lo que faltaría"
      rows={rows}
      keyOf={(row) => row.kind}
      columns={[
        { title: 'Qué', cell: (row) => capital(missingWords[row.kind][1]) },
        { title: 'Cuántos', right: true, cell: (row) => row.count },
        { title: 'Último', cell: (row) => (row.last === null ? '' : whenWords(row.last)) },
      ]}
    />
  );
}

type Props = {
  readonly source: CopySource;
  readonly opened: OpenedCopy;
  readonly onBack: () => void;
  /** @param aside folder with what was there, null when nothing was */
  readonly onRestored: (aside: string | null) => void;
};

/** What the copy would take away, and the act: two people over a record that is there (decision D4). */
export function RestorePreviewStep({ source, opened, onBack, onRestored }: Props) {
  const client = useClient();
  const { by, preview } = opened;
  const isOver = source.isOver(preview);
  const needsSecond = isOver && by.kind === 'password';
  const form = useSectionForm({
    schema: needsSecond ? secondSchema : aloneSchema,
    defaultValues: blank,
    id: 'restore-second',
  });
  const heading = useFocusAtOnce<HTMLHeadingElement>();
  const busy = form.busy;
  const restore = async () => {
    if (busy) return;
    announce('Recuperando la copia…');
    await form.send(async (draft) => {
      const second = needsSecond ? draft : null;
      const aside = await withFailure(source.restore(client, opened, second), atSecond);
      announce('Registro recuperado. Entre con su usuario y contraseña.');
      onRestored(aside);
    });
  };
  const missing = preview.present.kind === 'record' ? preview.present.missing : [];
  return (
    <SheetForm onSend={restore}>
      <h2 tabIndex={-1} ref={heading}>
        Qué cambia
      </h2>
      <Notice tone={isOver ? 'warning' : 'neutral'}>
        <Sentences of={source.words(preview)} />
      </Notice>
      {missing.length > 0 && <MissingTable rows={missing} />}
      <FormHead form={form} order={['login', 'password']} />
      {needsSecond && (
        <Panel title="Segunda persona, aquí">
          <p>Otra profesional del centro escribe su propia contraseña.</p>
          <TextControl
            form={form}
            name="login"
            width="medium"
            spellCheck={false}
            autoCapitalize="none"
            label="Usuario de la segunda persona"
          />
          <PassphraseControl form={form} name="password" label="Contraseña de la segunda persona" />
        </Panel>
      )}
      <ButtonRow busy={busy} label={source.verb(preview)} meanwhile="Recuperando…">
        <PlainButton onClick={onBack}>Volver</PlainButton>
      </ButtonRow>
    </SheetForm>
  );
}
