import { useCallback, useRef, useState } from 'react';
import type { CaseOverview } from '../../shared/intake/index.ts';
import { AttentionNote } from '../care/index.ts';
import { casePages, useAnnotation } from '../intake/index.ts';
import { hrefOf } from '../platform/routes.ts';
import { useMay, useMayStore } from '../platform/session.tsx';
import { Icon, Key } from '../platform/ui/index.ts';
import { openNovelty } from '../proceedings/index.ts';
import css from './timeline.module.css';

/** What was done is written over the history, where it will stand. */
export function Annotate({ overview }: { readonly overview: CaseOverview }) {
  const { caseId, state, isFromOldList } = overview;
  const may = useMayStore('attention.record') && state !== 'closed' && !isFromOldList;
  return may ? <Note caseId={caseId} /> : null;
}

function Note({ caseId }: { readonly caseId: string }) {
  const [isWriting, setWriting] = useState(false);
  const [isLeft, setLeft] = useState(false);
  // Whoever ends writing goes on from where she began.
  const isBack = useRef(false);
  const goOn = useCallback((button: HTMLButtonElement | null) => {
    if (button === null || !isBack.current) return;
    isBack.current = false;
    button.focus();
  }, []);
  useAnnotation(caseId, () => setWriting(true));
  const fold = (left: boolean) => {
    isBack.current = true;
    setLeft(left);
    setWriting(false);
  };
  if (isWriting) return <Writing caseId={caseId} onDone={fold} />;
  return (
    <div className={css.annotate}>
      <button ref={goOn} type="button" className={css.compose} aria-keyshortcuts="F4" onClick={() => setWriting(true)}>
        <Icon name="pen" size={18} />
        {isLeft ? 'Seguir con su nota, guardada sin registrar' : 'Anotar: atención, llamada, hecho nuevo…'}
        <Key>F4</Key>
      </button>
      <FilesLink caseId={caseId} />
    </div>
  );
}

function FilesLink({ caseId }: { readonly caseId: string }) {
  const { path, may } = casePages.files;
  if (!useMay(may)) return null;
  return (
    <a className={css.file} href={hrefOf(path, { caseId })}>
      <Icon name="clip" size={18} />
      Archivo
    </a>
  );
}

function Writing({ caseId, onDone }: { readonly caseId: string; readonly onDone: (isLeft: boolean) => void }) {
  const mayTell = useMayStore('novelty.append');
  return (
    <section className={css.writing} aria-label="Anotar">
      <div className={css.kinds}>
        <span aria-current="true">Atención</span>
        {mayTell && (
          <button type="button" aria-keyshortcuts="Shift+F4" onClick={openNovelty}>
            Hecho nuevo o incumplimiento
            <Key>Mayús F4</Key>
          </button>
        )}
      </div>
      <AttentionNote caseId={caseId} onDone={onDone} />
    </section>
  );
}
