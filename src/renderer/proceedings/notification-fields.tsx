import { useEffect, useRef } from 'react';
import { useWatch } from 'react-hook-form';
import { notificationFormLabels, type EventForm, type EventView } from '../../shared/proceedings/index.ts';
import { type AnyForm, Choice, Controlled, DateControl, TimeControl } from '../platform/forms/index.ts';
import { PlainButton, look, DateField, optionsOf, ButtonRow } from '../platform/ui/index.ts';
import { momentWords } from './words.ts';

/** How and when the party was told; what is pressed goes with the press, and the focus stands on what came in its place. */
export function Notification({ form }: { readonly form: AnyForm }) {
  const value = useWatch({ control: form.untyped.control, name: 'event.notification' }) as EventForm['notification'];
  const box = useRef<HTMLDivElement>(null);
  const isPressed = useRef(false);
  const isTold = value !== null;
  useEffect(() => {
    if (isPressed.current) box.current?.querySelector<HTMLElement>('input, button')?.focus();
    isPressed.current = false;
  }, [isTold]);
  const become = (next: unknown) => {
    isPressed.current = true;
    form.untyped.setValue('event.notification', next);
  };
  return (
    <div ref={box} className={look.stack}>
      {isTold ? <Told form={form} onRemove={() => become(null)} /> : <NotYet form={form} onTold={become} />}
    </div>
  );
}

function NotYet({ form, onTold }: { readonly form: AnyForm; readonly onTold: (first: unknown) => void }) {
  return (
    <ButtonRow
      plain
      label="Ya fue notificado"
      onClick={() =>
        onTold({
          form: null,
          entry: { on: form.untyped.getValues('event.at.on') as unknown, time: null },
          effectOn: null,
        })
      }
    >
      <span className={look.secondary}>Sin notificación no corren los plazos que dependen de ella.</span>
    </ButtonRow>
  );
}

function Told({ form, onRemove }: { readonly form: AnyForm; readonly onRemove: () => void }) {
  return (
    <>
      <Choice
        inline
        form={form}
        name="event.notification.form"
        label="Cómo se notificó"
        options={optionsOf(notificationFormLabels)}
      />
      <div className={look.columns}>
        <DateControl form={form} name="event.notification.entry.on" label="Fecha de ingreso" />
        <TimeControl form={form} name="event.notification.entry.time" label="Hora" optional />
        <Controlled
          form={form}
          name="event.notification.effectOn"
          label="Fecha de efecto"
          optional
          hint="Vacía: según la regla de esa forma."
        >
          {({ value: on, ...field }) => <DateField {...field} value={on as string | null} />}
        </Controlled>
      </div>
      <div className={look.row}>
        <PlainButton small onClick={onRemove}>
          Quitar la notificación
        </PlainButton>
      </div>
    </>
  );
}

/** «Notificado por casilla electrónica: ingresó el …, surte efecto el …». */
export function notificationWords({ event, effectOn }: EventView): string | null {
  if (event.notification === null) return null;
  const { form, entry } = event.notification;
  const effect = effectOn === null ? '' : `, surte efecto el ${momentWords({ on: effectOn, time: null })}`;
  return `${notificationFormLabels[form]}: ingresó el ${momentWords(entry)}${effect}.`;
}
