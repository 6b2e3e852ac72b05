import type { ReactNode } from 'react';
import { Dialog } from '../ui/index.ts';
import { ActProblem } from './act-problem.tsx';
import { useAct, type ActClient, type ActEnd } from '../client.ts';

type Props<Value> = Pick<ActEnd<Value>, 'done' | 'toTitle' | 'refused'> & {
  /** The question, its button, the safe one, and what is said once it is done. */
  readonly words: Record<'title' | 'send' | 'cancel', string> & {
    readonly sent: NonNullable<ActEnd<Value>['words']>;
    /** Of its button while that takes long. */
    readonly sending?: string;
  };
  readonly dangerous?: boolean;
  readonly send: (client: ActClient) => Promise<Value>;
  readonly refresh?: () => Promise<unknown>;
  readonly onClose: () => void;
  /** What it brings about. */
  readonly children: ReactNode;
};

/** An act asked about first, in a dialog that goes once it is done; its failure is said there. */
export function ActDialog<Value>(props: Props<Value>) {
  const { words, dangerous, send, refresh, onClose, children, done = onClose, ...end } = props;
  const act = useAct(refresh && { refresh });
  const press = () => void act.run(send, { words: words.sent, done, ...end });
  return (
    <Dialog
      title={words.title}
      confirm={{ label: (act.busy && words.sending) || words.send, dangerous, onClick: press }}
      cancel={{ label: words.cancel, onClick: onClose }}
    >
      <p>{children}</p>
      <ActProblem act={act} />
    </Dialog>
  );
}
