import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import type { ReactNode } from 'react';
import './ui/theme.css';
import './ui/base.css';
import { theme } from './ui/theme.ts';

/** Mantine without anything written into the page at run time (content security policy). */
export function Look({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false} forceColorScheme="light">
      {children}
    </MantineProvider>
  );
}
