import { useState, type KeyboardEvent, type Ref } from 'react';
import { announce } from '../platform/announce.ts';
import { useAct } from '../platform/forms/index.ts';
import { Icon, Problem, PlainButton, look, TextField, type FieldWords } from '../platform/ui/index.ts';
import css from './access.module.css';

const capsWords = 'Las mayúsculas están activadas (Bloq Mayús).';

type Props = {
  readonly words: FieldWords;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Number of words of the phrase that is offered; none where an existing password is typed. */
  readonly suggest?: 4 | 5;
  readonly ref?: Ref<HTMLInputElement>;
  /** Takes the focus when a dialog opens. */
  readonly first?: boolean;
};

/** A secret: shown on request, pasted freely, with a word when the capital lock is on. Never trimmed. */
export function PasswordField({ words, value, onChange, onBlur, suggest, ref, first }: Props) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => {
    const on = event.getModifierState('CapsLock');
    if (on && !capsLock) announce(capsWords);
    setCapsLock(on);
  };
  return (
    <div className={css.password}>
      <div className={css.withEye}>
        <TextField
          words={{ ...words, warning: capsLock ? capsWords : words.warning }}
          type={shown ? 'text' : 'password'}
          spellCheck={false}
          autoCapitalize="none"
          value={value}
          ref={ref}
          {...(first === true ? { 'data-autofocus': true } : {})}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          onBlur={() => {
            setCapsLock(false);
            onBlur?.();
          }}
        />
        <button
          type="button"
          className={css.eye}
          aria-pressed={shown}
          aria-label={shown ? 'Ocultar' : 'Mostrar'}
          title={shown ? 'Ocultar' : 'Mostrar'}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'hidden' : 'seen'} size={18} />
        </button>
      </div>
      {suggest !== undefined && (
        <SuggestButton
          words={suggest}
          onPhrase={(phrase) => {
            setShown(true);
            onChange(phrase);
          }}
        />
      )}
    </div>
  );
}

function SuggestButton({ words, onPhrase }: { readonly words: 4 | 5; readonly onPhrase: (phrase: string) => void }) {
  const act = useAct();
  const suggest = () =>
    act.run((client) => client.suggestPassphrase({ words }), {
      words: 'Se propuso una frase. Está a la vista en el campo.',
      done: ({ passphrase }) => onPhrase(passphrase),
    });
  return (
    <div className={look.row}>
      <PlainButton small onClick={() => void suggest()}>
        Proponer una frase
      </PlainButton>
      <Problem inline words={act.problem} />
    </div>
  );
}
