import { useState, type ReactNode } from 'react';
import { OneOfField } from './option-fields.tsx';
import { optionsOf } from '../../../shared/record/index.ts';
import { Dialog } from './parts.tsx';
import look from './patterns.module.css';
import { TextField } from './text-fields.tsx';

type Props<Code extends string> = {
  readonly opened?: boolean;
  readonly title: string;
  readonly label: string;
  readonly reasons: Readonly<Record<Code | 'other', string>>;
  readonly confirm: string;
  readonly cancel: string;
  readonly onChosen: (code: Code, words: string | null) => void;
  readonly onCancel: () => void;
  readonly children?: ReactNode;
};

/** A reason from the list, words only for «Otro» (D6). */
export function ChosenReasonDialog<Code extends string>({ reasons, onChosen, onCancel, ...shown }: Props<Code>) {
  const [code, setCode] = useState<Code | null>(null);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const words = text.trim();
  const lacksWords = code === 'other' && words === '';
  const confirm = () => {
    setTried(true);
    if (code === null || lacksWords) {
      document.getElementById(code === null ? 'chosen-reason' : 'chosen-reason-words')?.focus();
      return;
    }
    onChosen(code, code === 'other' ? words : null);
  };
  return (
    <Dialog
      opened={shown.opened}
      title={shown.title}
      confirm={{ label: shown.confirm, onClick: confirm }}
      cancel={{ label: shown.cancel, onClick: onCancel }}
    >
      <div className={look.stack}>
        {shown.children}
        <OneOfField
          words={{
            label: shown.label,
            id: 'chosen-reason',
            error: tried && code === null ? 'Elija un motivo.' : undefined,
          }}
          options={optionsOf<Code>(reasons)}
          value={code}
          onChange={(next) => {
            setCode(next);
            // What is asked now was not asked when the button was pressed.
            setTried(false);
          }}
        />
        {code === 'other' && (
          <TextField
            words={{
              label: 'Escriba el motivo',
              id: 'chosen-reason-words',
              error: tried && lacksWords ? 'Escriba el motivo.' : undefined,
            }}
            maxLength={300}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </div>
    </Dialog>
  );
}
