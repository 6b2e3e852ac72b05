/** Help in place: the page of the manual that tells of this screen, beside it; the keys on a second tab. */
import { Drawer } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { es } from '../es.ts';
import { ErrorBoundary } from '../errors/error-boundary.tsx';
import { PlainButton, Tabs, useFocusBack } from '../ui/index.ts';
import css from './help.module.css';
import type { Place } from './pages.ts';
import { helpWords, keyWords } from './words.ts';

const Manual = lazy(() => import('./manual.tsx'));

type Props = {
  /** Where the manual tells of what stands behind it; null where it does not. */
  readonly place: Place | null;
  readonly onClose: () => void;
};

export function Help({ place, onClose }: Props) {
  useFocusBack(true);
  return (
    <Drawer.Root
      opened
      onClose={onClose}
      position="right"
      size="40rem"
      lockScroll={false}
      transitionProps={{ duration: 0 }}
    >
      <Drawer.Overlay backgroundOpacity={0.2} />
      <Drawer.Content>
        <Drawer.Body className={css.body}>
          <div className={css.head}>
            <Drawer.Title className={css.title}>{helpWords.title}</Drawer.Title>
            <PlainButton small data-autofocus onClick={onClose}>
              {helpWords.close}
            </PlainButton>
          </div>
          <Tabs
            label={helpWords.title}
            tabs={[
              { id: 'manual', title: helpWords.manual, body: () => <Lazily place={place} /> },
              { id: 'keys', title: helpWords.keys, body: () => <Keys /> },
            ]}
          />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}

function Lazily({ place }: Pick<Props, 'place'>) {
  return (
    <ErrorBoundary report={() => undefined}>
      <Suspense fallback={<p role="status">{es.state.loading}</p>}>
        <Manual start={place} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Keys() {
  return (
    <dl className={css.keys}>
      {keyWords.map(([keys, words]) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
