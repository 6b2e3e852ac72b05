import { annexNumber, annexRule } from '../../shared/filings/index.ts';
import { fileAreaLabels, type Attachment } from '../../shared/attachments/index.ts';
import type { FieldIssue } from '../../shared/platform/failures.ts';
import { Notice, TextField, TickField } from '../platform/ui/index.ts';
import { issueAt } from './presenting-cargo.ts';
import css from './presenting.module.css';

/** A file that goes along, what its cover says, and whether its pages were looked at. */
export type Chosen = {
  readonly attachmentId: Attachment['id'];
  readonly title: string;
  readonly isLookedAt: boolean;
};

type AnnexesProps = {
  readonly files: readonly Attachment[];
  readonly chosen: readonly Chosen[];
  readonly issues: readonly FieldIssue[];
  readonly writNumber: number;
  readonly onChange: (chosen: readonly Chosen[]) => void;
};

/** Ticked in the order they go: the first is A. */
export function Annexes({ files, chosen, issues, writNumber, onChange }: AnnexesProps) {
  if (files.length === 0) return <p>No hay archivos de esta ficha que puedan ir como anexo.</p>;
  return (
    <fieldset>
      <legend>Anexos, en el orden en que los marca</legend>
      <ul className={css.annexes}>
        {files.map((file) => {
          const { id, facts } = file;
          const at = chosen.findIndex(({ attachmentId }) => attachmentId === id);
          const annex = chosen[at];
          const toggle = () => {
            const title = facts.description.slice(0, 200);
            const others = chosen.filter(({ attachmentId }) => attachmentId !== id);
            onChange(at >= 0 ? others : [...chosen, { attachmentId: id, title, isLookedAt: false }]);
          };
          return (
            <li key={id}>
              <label className={css.tick}>
                <input type="checkbox" checked={at >= 0} onChange={toggle} />
                {at >= 0 && <span className={css.number}>{annexNumber(writNumber, at)}</span>}
                {facts.description}
              </label>
              {annex !== undefined && (
                <AnnexFields
                  file={file}
                  annex={annex}
                  number={annexNumber(writNumber, at)}
                  titleError={issueAt(issues, `annexes.${at}.title`)}
                  lookError={issueAt(issues, `annexes.${at}.isLookedAt`)}
                  onChange={(next) => onChange(chosen.map((one) => (one.attachmentId === id ? next : one)))}
                />
              )}
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}

type AnnexProps = {
  readonly file: Attachment;
  readonly annex: Chosen;
  /** `1-A`. */
  readonly number: string;
  readonly titleError: string | undefined;
  readonly lookError: string | undefined;
  readonly onChange: (annex: Chosen) => void;
};

/** The title starts as the description of the file and may be another. */
function AnnexFields({ file: { facts, name }, annex, number, titleError, lookError, onChange }: AnnexProps) {
  const rule = annexRule({ area: facts.area, words: [facts.description, name, annex.title] });
  const id = annex.attachmentId;
  return (
    <div className={css.annex}>
      <TextField
        words={{ label: `Título en la carátula del anexo ${number}`, id: `title-${id}`, error: titleError }}
        maxLength={200}
        value={annex.title}
        onChange={({ currentTarget: { value } }) => onChange({ ...annex, title: value })}
      />
      {rule === 'never' && (
        <Notice tone="error">
          Parece el anexo B de la ficha de riesgo, con los lugares donde está ella: no va con un escrito que se
          notifica.
        </Notice>
      )}
      {rule === 'check' && (
        <Notice tone="warning">
          <p>
            Área del archivo: {fileAreaLabels[facts.area]}. El escrito se notifica a la presunta persona agresora: estas
            páginas no deben llevar el anexo B de la ficha de riesgo, notas de atención ni sus lugares.
          </p>
          <TickField
            words={{ label: `Revisé las páginas del anexo ${number} y pueden ir`, id: `looked-${id}` }}
            value={annex.isLookedAt}
            onChange={(isLookedAt) => onChange({ ...annex, isLookedAt })}
          />
          {lookError !== undefined && <p role="alert">{lookError}</p>}
        </Notice>
      )}
    </div>
  );
}
