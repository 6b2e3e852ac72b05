import './platform/zod-setup.ts';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { keepPageOnDrop } from './platform/drop-guard.ts';
import { pickHost } from './platform/transport.ts';

keepPageOnDrop(window);
const place = document.getElementById('root');
if (place !== null) createRoot(place).render(<App host={pickHost(window)} />);
