import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useRead } from '../../platform/query.ts';
import { useAct } from '../../platform/forms/index.ts';
import { SheetForm, look, Panel, TextField, ButtonRow, LineButton } from '../../platform/ui/index.ts';
import css from '../papers.module.css';

const foldersKey = ['papers', 'folders'] as const;

/** Folders outside this computer, each refused until Coordinación allows it. */
export function FoldersPanel() {
  const queries = useQueryClient();
  const { data } = useRead(foldersKey, (client) => client.listFolders({}), { gcTime: 0 });
  const [path, setPath] = useState('');
  // Told at the folder that it is about; null is the one being typed.
  const [at, setAt] = useState<string | null>(null);
  const act = useAct();
  const words = act.issues[0]?.message ?? act.problem ?? undefined;
  const decide = (folder: string, isAllowed: boolean) => {
    setAt(isAllowed ? null : folder);
    void act.run((by) => by.allowFolder({ path: folder, isAllowed }), {
      of: `${folder} ${String(isAllowed)}`,
      done: (folders) => {
        queries.setQueryData(foldersKey, folders);
        if (isAllowed) setPath('');
      },
    });
  };
  return (
    <Panel title="Carpetas permitidas fuera de esta computadora">
      <p>
        No se guarda en la red ni en carpetas que se copian a internet (OneDrive, Dropbox). Si el centro tiene una
        carpeta segura de ese tipo, permítala aquí.
      </p>
      {(data?.folders ?? []).map((folder) => (
        <div key={folder} className={look.row}>
          <span className={look.mono}>{folder}</span>
          <LineButton label="Ya no permitir" of={folder} onClick={() => decide(folder, false)} />
          {at === folder && words !== undefined && (
            <span role="alert" className={css.problem}>
              {words}
            </span>
          )}
        </div>
      ))}
      <SheetForm onSend={() => decide(path, true)}>
        <TextField
          words={{
            label: 'Carpeta',
            hint: 'La ruta completa.',
            id: 'allowed-folder',
            error: at === null ? words : undefined,
          }}
          spellCheck={false}
          maxLength={240}
          value={path}
          onChange={(event) => setPath(event.target.value)}
        />
        <ButtonRow plain label="Permitir esta carpeta" />
      </SheetForm>
    </Panel>
  );
}
