import { useState, type ReactNode } from 'react';
import { Dialog } from './parts.tsx';
import look from './patterns.module.css';
import { ReasonFields, reasonOf, reasonProblem, type Reason } from './reason-fields.tsx';

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
  const [reason, setReason] = useState<Reason<Code>>({ code: null, words: '' });
  const [tried, setTried] = useState(false);
  const confirm = () => {
    setTried(true);
    const { code } = reason;
    if (code === null || reasonProblem(reason) !== null) {
      document.getElementById(code === null ? 'chosen-reason' : 'chosen-reason-words')?.focus();
      return;
    }
    onChosen(code, reasonOf(reason).words);
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
        <ReasonFields<Code>
          id="chosen-reason"
          label={shown.label}
          labels={reasons}
          value={reason}
          tried={tried}
          onChange={(next) => {
            // What is asked now was not asked when the button was pressed.
            if (next.code !== reason.code) setTried(false);
            setReason(next);
          }}
        />
      </div>
    </Dialog>
  );
}
