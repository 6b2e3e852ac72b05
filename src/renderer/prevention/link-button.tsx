import type { ComponentProps } from 'react';
import css from './prevention.module.css';

/** An act that reads as a link. */
export function LinkButton(button: Omit<ComponentProps<'button'>, 'type' | 'className'>) {
  return <button type="button" className={css.link} {...button} />;
}
