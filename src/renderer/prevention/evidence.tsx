/** «Lista o foto» of an activity: what is kept of it, seen inside the program alone. */
import { useState } from 'react';
import {
  evidenceFactsSchema,
  evidenceKindLabels,
  evidenceTypes,
  photoConsentsSchema,
  type ActivityView,
  type Evidence as File,
  type EvidenceKind,
  type PhotoConsents,
} from '../../shared/prevention/index.ts';
import type { Fields } from '../../shared/record/index.ts';
import { DropZone, fileIdOf, Picture, sendFile } from '../attachments/index.ts';
import { ActProblem, FormHead, useAct, useSectionForm } from '../platform/forms/index.ts';
import { inLima } from '../platform/times.ts';
import { Dialog, look, Notice, PdfPages, QueryState, useDiscretion } from '../platform/ui/index.ts';
import { FormFields } from '../record/index.ts';
import { LinkButton } from './link-button.tsx';
import css from './prevention.module.css';
import { usePreventionFile, useRefreshPrevention } from './queries.ts';

type Props = { readonly view: ActivityView; readonly mayWrite: boolean; readonly hasCome: boolean };
type Opened = { readonly file: File } | { readonly adding: EvidenceKind };

export function Evidence({ view, mayWrite: mayAlways, hasCome }: Props) {
  const { files, activity, standing } = view;
  const mayWrite = mayAlways && activity.isActive && standing.state !== 'cancelled';
  const mayAdd = mayWrite && hasCome;
  const mayLead = mayAdd && view.isLead;
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <div className={css.files}>
      {files.length === 0 && !mayAdd && <p className={css.quiet}>No hay fotos ni lista guardadas.</p>}
      <ul>
        {files.map((file) => (
          <EvidenceLine key={file.id} {...{ file, mayWrite }} onOpen={() => setOpened({ file })} />
        ))}
      </ul>
      {mayAdd && (
        <p className={css.beneath}>
          <LinkButton onClick={() => setOpened({ adding: 'photo' })}>Guardar una foto</LinkButton>
          {mayLead && <LinkButton onClick={() => setOpened({ adding: 'list' })}>Guardar la lista firmada</LinkButton>}
          <span className={css.quiet}>{mayLead ? ofLead : ofOther}</span>
        </p>
      )}
      {opened !== null && <Opener {...{ view, opened }} onClose={() => setOpened(null)} />}
    </div>
  );
}

type OpenerProps = Pick<Props, 'view'> & { readonly opened: Opened; readonly onClose: () => void };

function Opener({ view, opened, onClose }: OpenerProps) {
  if ('file' in opened) return <SeeDialog file={opened.file} onClose={onClose} />;
  return <AddDialog kind={opened.adding} {...{ view, onClose }} />;
}

const ofLead = 'Quedan cifradas y no salen del programa.';
const ofOther = 'La lista la guarda quien dirige la actividad. Nada de esto sale del programa.';

type LineProps = { readonly file: File; readonly mayWrite: boolean; readonly onOpen: () => void };

function EvidenceLine({ file, mayWrite, onOpen }: LineProps) {
  const act = useAct({ refresh: useRefreshPrevention() });
  const [isAsked, setAsked] = useState(false);
  const words = `${evidenceKindLabels[file.kind]}, ${inLima(file.addedAt)}`;
  return (
    <li>
      {`${words}, ${file.addedBy}`}
      {file.mayOpen && (
        <LinkButton aria-label={`Ver ${words}`} onClick={onOpen}>
          Ver
        </LinkButton>
      )}
      {file.mayOpen && mayWrite && (
        <LinkButton aria-label={`Borrar ${words}`} onClick={() => setAsked(true)}>
          Borrar
        </LinkButton>
      )}
      <ActProblem act={act} />
      <Dialog
        opened={isAsked}
        title={`¿Borrar esta ${file.kind === 'photo' ? 'foto' : 'lista'}?`}
        confirm={{
          label: 'Borrar',
          dangerous: true,
          onClick: () => {
            setAsked(false);
            void act.run((client) => client.erasePreventionFile({ id: file.id, version: file.version }), {
              words: 'Borrada.',
              toTitle: true,
            });
          },
        }}
        cancel={{ label: 'Conservar', onClick: () => setAsked(false) }}
      >
        <p>Se borra del registro y no se puede recuperar de aquí. Las copias ya hechas la conservan.</p>
      </Dialog>
    </li>
  );
}

/** Each opening is registered; names are not read over a shoulder. */
function SeeDialog({ file, onClose }: { readonly file: File; readonly onClose: () => void }) {
  const { isOn } = useDiscretion();
  const title = evidenceKindLabels[file.kind];
  return (
    <Dialog isWide="page" title={title} cancel={{ label: 'Cerrar', onClick: onClose }}>
      {isOn ? <Notice>Con discreción no se muestra.</Notice> : <Seen {...{ file, title }} />}
    </Dialog>
  );
}

function Seen({ file, title }: { readonly file: File; readonly title: string }) {
  return (
    <QueryState query={usePreventionFile(file.id)}>
      {({ shownAs, bytes }) => {
        if (bytes === null)
          return (
            <Notice tone="error">El archivo guardado no coincide con su huella, o falta. Avise a Coordinación.</Notice>
          );
        return shownAs === 'pages' ? <PdfPages {...{ bytes, title }} /> : <Picture {...{ bytes, title }} />;
      }}
    </QueryState>
  );
}

const count = { kind: 'number', min: 0, max: 500, required: true, columns: 6 } as const;
const consentFields = {
  people: { ...count, label: 'Personas adultas que se reconocen' },
  consents: { ...count, label: 'Permisos firmados por ellas' },
  children: { ...count, label: 'Menores que se reconocen' },
  guardianConsents: { ...count, label: 'Permisos de su madre, padre o tutor' },
} as const satisfies Fields;

type AddProps = { readonly view: ActivityView; readonly kind: EvidenceKind; readonly onClose: () => void };

function AddDialog({ view, kind, onClose }: AddProps) {
  const [chosen, setChosen] = useState<globalThis.File | null>(null);
  const form = useSectionForm<PhotoConsents>({
    schema: photoConsentsSchema,
    defaultValues: { people: null, consents: null, children: null, guardianConsents: null },
    ...{ id: 'evidence', sentAs: 'facts.consents', refresh: useRefreshPrevention() },
  });
  const act = useAct({ refresh: useRefreshPrevention() });
  const send = async (consents: PhotoConsents | null, client: Parameters<Parameters<typeof act.run>[0]>[0]) => {
    if (chosen === null) return;
    const { signal } = new AbortController();
    const piece = { send: toActivity, onProgress: () => undefined, signal };
    const fileId = await sendFile(client, chosen, piece);
    const facts = evidenceFactsSchema.parse(consents === null ? { kind } : { kind, consents });
    await client.addPreventionFile({ activityId: view.activity.id, fileId, fileName: chosen.name, facts });
  };
  const end = { words: 'Guardada.', done: onClose };
  const save = () => {
    if (chosen === null) {
      act.say('Elija el archivo.');
      return;
    }
    if (kind === 'photo') void form.send(send, end);
    else void act.run((client) => send(null, client), { ...end, of: fileIdOf(chosen) });
  };
  return (
    <Dialog
      isWide
      beginsAtField
      title={kind === 'photo' ? 'Guardar una foto' : 'Guardar la lista firmada'}
      confirm={{ label: 'Guardar', onClick: save }}
      cancel={{ label: 'Cancelar', onClick: onClose }}
    >
      <div className={look.stack}>
        <FormHead form={form} order={Object.keys(consentFields)} />
        <ActProblem act={act} />
        <p>
          {kind === 'photo'
            ? 'Sin el permiso escrito de cada persona que se reconoce, y de la madre, padre o tutor de cada menor, la foto no se guarda.'
            : 'La abren usted, aunque después la actividad la dirija otra persona, y Coordinación; cada vez queda en la bitácora. No se imprime ni se exporta.'}
        </p>
        {kind === 'photo' && <FormFields fields={consentFields} form={form} />}
        <DropZone
          label="Elegir archivo"
          hint={chosen === null ? hints[kind] : `Elegido: ${chosen.name}`}
          accepted={evidenceTypes[kind].map((type) => (type === 'jpg' ? '.jpg,.jpeg' : `.${type}`)).join(',')}
          onFiles={([file]) => setChosen(file ?? null)}
          onProblem={(words) => act.say(words)}
        />
      </div>
    </Dialog>
  );
}

const hints = { photo: 'JPG o PNG, hasta 50 MB.', list: 'PDF, JPG o PNG, hasta 50 MB.' } as const;

const toActivity: NonNullable<Parameters<typeof sendFile>[2]['send']> = (client, piece) =>
  client.sendPreventionPiece(piece);
