import { useEffect, useMemo } from 'react';
import css from './attachments.module.css';

export type ShownProps = { readonly bytes: Uint8Array<ArrayBuffer>; readonly title: string };

/** A copy of an image as it may be seen. */
export function Picture({ bytes, title }: ShownProps) {
  const address = useMemo(() => URL.createObjectURL(new Blob([bytes], { type: 'image/jpeg' })), [bytes]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  return <img src={address} alt={title} className={css.picture} />;
}
