import { useState } from 'react';
import { ActProblem, useAct, type ActClient } from '../../platform/forms/index.ts';
import { ButtonRow, Told } from '../../platform/ui/index.ts';
import css from '../centre.module.css';

/** The 14 groups of a recovery key, in order. */
export function KeyGroups({ groups }: { readonly groups: readonly string[] }) {
  return (
    <ol className={css.groups} aria-label="Los 14 grupos de la clave, en orden">
      {groups.map((group, index) => (
        <li key={index} className={css.group}>
          <span className={css.position}>{index + 1}.</span>
          <span className={css.code}>{group}</span>
        </li>
      ))}
    </ol>
  );
}

type SaveProps = {
  /** Said once the sheet is there: what has to be done with it. */
  readonly savedWords: string;
  readonly save: (client: ActClient) => Promise<unknown>;
};

/** The sheet with the key on it, as a file to be printed and put away. */
export function SaveSheet({ savedWords, save }: SaveProps) {
  const act = useAct();
  const [isSaved, setSaved] = useState(false);
  const press = () => {
    setSaved(false);
    void act.run(save, { words: savedWords, done: () => setSaved(true) });
  };
  return (
    <>
      <ActProblem act={act} />
      <Told role="status" tone="done">
        {isSaved ? savedWords : null}
      </Told>
      <ButtonRow plain busy={act.busy} label="Guardar hoja en PDF" onClick={press} />
    </>
  );
}
