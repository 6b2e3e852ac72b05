import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';

type Props = Omit<ButtonProps, 'size' | 'variant'> &
  Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> & {
    /** Inside a row or a line of text. */
    readonly small?: boolean;
    /** Without an edge: beside the filled button of the bar at the foot. */
    readonly quiet?: boolean;
  };

/** An act beside the one filled button of a screen. */
export function PlainButton({ small = false, quiet = false, ...button }: Props) {
  return <Button variant={quiet ? 'subtle' : 'default'} {...(small && { size: 'compact-sm' })} {...button} />;
}

type LineProps = {
  readonly label: string;
  /** With what it is done: heard behind the label. */
  readonly of: string | number;
  readonly busy?: boolean;
  /** The form whose place is taken by what it opens: half typed, it asks first (`LeaveQuestion`). */
  readonly replaces?: string | undefined;
  readonly onClick: () => void;
};

/** What can be done with one line of a list. */
export function LineButton({ label, of, busy, replaces, onClick }: LineProps) {
  const name = `${label.replace(/…$/, '')}: ${of}`;
  return (
    <PlainButton small aria-label={name} aria-disabled={busy} data-replaces={replaces} onClick={onClick}>
      {label}
    </PlainButton>
  );
}
