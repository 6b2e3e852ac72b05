import { useState } from 'react';
import { sideWords, type CounterpartPost } from '../../shared/counterparts/index.ts';
import { type Fields } from '../../shared/record/index.ts';
import { look, Panel, QueryState, StateBadge, LineButton } from '../platform/ui/index.ts';
import { FormDialog } from '../record/index.ts';
import css from './counterparts.module.css';
import { useCounterpartPosts, useRefreshCounterparts } from './queries.ts';

const fields = {
  isOn: { kind: 'tick', label: 'El centro tiene esta contraparte', isQuestion: true },
  establishment: {
    ...{ kind: 'text', label: 'Institución', max: 200, columns: 12, required: true },
    hint: 'Como se le dirá a ella al pedir su consentimiento. Con otro nombre, lo entregado antes deja de verse.',
    missing: 'Escriba el nombre de la institución.',
  },
} as const satisfies Fields;

/** Police and health accounts: off until Coordinación switches one on. */
export function CounterpartPosts() {
  const query = useCounterpartPosts();
  const [changing, setChanging] = useState<CounterpartPost | null>(null);
  return (
    <Panel title="Contrapartes en el mismo local">
      <p className={look.secondary}>
        Una comisaría o un centro de salud del mismo local puede tener una cuenta que ve solo las hojas que se le
        entregan con el consentimiento de la persona. Apagada, su cuenta no ve nada.
      </p>
      <QueryState query={query}>
        {(posts) => (
          <ul className={css.entries}>
            {posts.map((post) => (
              <li key={post.side} className={css.acts}>
                <strong>{sideWords[post.side].label}</strong>
                <StateBadge tone={post.isOn ? 'done' : 'neutral'}>{post.isOn ? 'Encendida' : 'Apagada'}</StateBadge>
                <span>{post.establishment}</span>
                <LineButton label="Cambiar" of={sideWords[post.side].label} onClick={() => setChanging(post)} />
              </li>
            ))}
          </ul>
        )}
      </QueryState>
      {changing !== null && <PostDialog post={changing} onDone={() => setChanging(null)} />}
    </Panel>
  );
}

function PostDialog({ post, onDone }: { readonly post: CounterpartPost; readonly onDone: () => void }) {
  const { side, isOn, establishment, version } = post;
  return (
    <FormDialog
      fields={fields}
      start={{ isOn: version === 0 ? true : isOn, establishment }}
      id="counterpart-post"
      refresh={useRefreshCounterparts()}
      words={{ title: `Contraparte: ${sideWords[side].label}`, send: 'Guardar', sent: 'Contraparte guardada.' }}
      send={(values, client) => client.changeCounterpartPost({ side, version, ...values })}
      onDone={onDone}
    />
  );
}
