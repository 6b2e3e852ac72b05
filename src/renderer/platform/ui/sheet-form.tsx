import type { ComponentProps } from 'react';

/** A form that is checked by us, not by the browser; Enter and its button send it. */
export function SheetForm({
  onSend,
  ...form
}: Omit<ComponentProps<'form'>, 'onSubmit'> & { readonly onSend: () => unknown }) {
  return (
    <form
      noValidate
      {...form}
      onSubmit={(event) => {
        event.preventDefault();
        void onSend();
      }}
    />
  );
}
