import { Combobox, useCombobox } from '@mantine/core';
import { useMemo } from 'react';
import { es } from '../es.ts';
import { Field, type FieldWords } from './field.tsx';
import css from './fields.module.css';
import { makeSearchIndex } from './search-index.ts';
import { nothingYet, widthClass } from './text-fields.tsx';
import { useTypedText } from './use-typed-text.ts';

type Props<Code extends number | string> = {
  readonly words: FieldWords;
  readonly options: readonly { readonly code: Code; readonly label: string }[];
  readonly value: Code | null;
  readonly onChange: (value: Code | null) => void;
  readonly onBlur?: (() => void) | undefined;
  /** `full` where the options are long: offices with their kind and district. */
  readonly width?: 'medium' | 'full';
  /** False where there is always an answer: emptied, the field says it again. */
  readonly clearable?: boolean;
};

/** A list that is searched by typing, accents optional; a text that names no option is put back on leaving. */
export function SearchField<Code extends number | string>(props: Props<Code>) {
  const { words, options, value, onChange, onBlur, width = 'medium', clearable = true } = props;
  const index = useMemo(() => makeSearchIndex(options), [options]);
  const chosen = options.find((option) => option.code === value)?.label ?? '';
  const [text, setText] = useTypedText(chosen);
  const list = useCombobox({ onDropdownClose: () => list.resetSelectedOption() });
  const found = index(text === chosen ? '' : text);
  const leave = () => {
    list.closeDropdown();
    if (clearable && text.trim() === '' && value !== null) onChange(null);
    else setText(chosen);
    onBlur?.();
  };
  return (
    <Field {...words}>
      {(aria) => (
        <div className={width === 'medium' ? css.medium : undefined}>
          <Combobox
            store={list}
            withinPortal={false}
            transitionProps={{ duration: 0 }}
            onOptionSubmit={(code) => {
              const option = options.find((candidate) => String(candidate.code) === code);
              if (option) {
                onChange(option.code);
                setText(option.label);
              }
              list.closeDropdown();
            }}
          >
            <Combobox.Target>
              <input
                {...aria}
                type="text"
                autoComplete="off"
                placeholder={nothingYet}
                className={widthClass('full')}
                value={text}
                onChange={(event) => {
                  setText(event.target.value);
                  list.openDropdown();
                  list.updateSelectedOptionIndex();
                  requestAnimationFrame(() => {
                    list.selectFirstOption();
                  });
                }}
                onKeyDown={(event) => {
                  // Faster than the next picture of the screen: what stands first is meant.
                  const isEarly = event.key === 'Enter' && list.dropdownOpened && list.getSelectedOptionIndex() === -1;
                  if (isEarly && found.length > 0) list.selectFirstOption();
                }}
                onClick={() => list.openDropdown()}
                onFocus={(event) => event.target.select()}
                onBlur={leave}
              />
            </Combobox.Target>
            <Combobox.Dropdown>
              <Combobox.Options className={css.listbox} tabIndex={0} aria-label={words.label}>
                {found.map((option) => (
                  <Combobox.Option
                    key={option.code}
                    value={String(option.code)}
                    active={option.code === value}
                    className={css.listOption}
                  >
                    {option.label}
                  </Combobox.Option>
                ))}
                {found.length === 0 && (
                  <Combobox.Option value="" disabled className={css.noResults}>
                    {es.field.noResults}
                  </Combobox.Option>
                )}
              </Combobox.Options>
            </Combobox.Dropdown>
          </Combobox>
        </div>
      )}
    </Field>
  );
}
