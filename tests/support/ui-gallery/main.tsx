import '../../../src/renderer/platform/zod-setup.ts';
import { ClientProvider } from '../../../src/renderer/platform/client.ts';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { Look } from '../../../src/renderer/platform/providers.tsx';
import { Gallery } from './gallery.tsx';

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <Look>
      <QueryClientProvider client={new QueryClient()}>
        <ClientProvider value={{} as never}>
          <Gallery />
        </ClientProvider>
      </QueryClientProvider>
    </Look>,
  );
}
