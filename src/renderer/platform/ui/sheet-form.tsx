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

type SendProps = {
  readonly label: ReactNode;
  readonly busy?: boolean;
  /** What it says while it is sent, where that takes long. */
  readonly meanwhile?: string;
  /** Where another button of the screen is the main one. */
  readonly plain?: boolean;
  /** What else can be done. */
  readonly children?: ReactNode;
};

/** The button that sends the form it stands in. */
export function SendRow({ label, busy = false, meanwhile, plain = false, children }: SendProps) {
  const Send = plain ? PlainButton : Button;
  return (
    <div className={look.row}>
      <Send type="submit" aria-disabled={busy}>
        {busy ? (meanwhile ?? label) : label}
      </Send>
      {children}
    </div>
  );
}
