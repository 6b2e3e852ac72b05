import { Button } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import look from './patterns.module.css';
import { PlainButton } from './plain-button.tsx';

/** A form that is checked by us, not by the browser; Enter and its button send it. Its parts stand below each other. */
export function SheetForm({
  onSend,
  className = look.stack,
  ...form
}: Omit<ComponentProps<'form'>, 'onSubmit'> & { readonly onSend: () => unknown }) {
  return (
    <form
      noValidate
      className={className}
      {...form}
      onSubmit={(event) => {
        event.preventDefault();
        void onSend();
      }}
    />
  );
}

type RowProps = {
  readonly label: ReactNode;
  /** It is being done: pressed again, it does nothing. */
  readonly busy?: boolean;
  /** What it says meanwhile, where that takes long. */
  readonly meanwhile?: string;
  /** Where another button of the screen is the main one. */
  readonly plain?: boolean;
  /** Without it, it sends the form it stands in. */
  readonly onClick?: () => void;
  readonly children?: ReactNode;
};

/** A button in a row of its own, and what else can be done. */
export function ButtonRow({ label, busy, meanwhile, plain = false, onClick, children }: RowProps) {
  const Own = plain ? PlainButton : Button;
  return (
    <div className={look.row}>
      <Own type={onClick === undefined ? 'submit' : 'button'} onClick={onClick} aria-disabled={busy}>
        {busy === true ? (meanwhile ?? label) : label}
      </Own>
      {children}
    </div>
  );
}
