export { ActDialog } from './act-dialog.tsx';
export { LeaveGuard, LeaveQuestion } from './leave-guard.tsx';
export { ActProblem, FormHead, ShortHead, useProblemFocus } from './act-problem.tsx';
export { Controlled, useControlled, type Place } from './controlled.tsx';
export {
  AnswerControl,
  Choice,
  ChoiceControl,
  DateControl,
  NumberControl,
  PartialDateControl,
  PlaceControl,
  TicksControl,
  TimeControl,
} from './controls.tsx';
export { FieldSuggestions } from './field-suggestions.ts';
export { FieldTrail } from './field-trail.ts';
export { FieldWarnings } from './field-warnings.ts';
export { FormBlock, Said } from './form-block.tsx';
export { QuestionField } from './question-field.tsx';
export { QuestionFields, type BlockSlots } from './question-fields.tsx';
export { onFormKey, useUnansweredKey } from './form-keys.ts';
export { NextUnanswered, SectionLayout } from './section-layout.tsx';
export { TickControl } from './tick-control.tsx';
export { TextControl } from './text-control.tsx';
export { useAct, type Act, type ActClient, type ActEnd } from '../client.ts';
export { useAutosave, type Autosave } from './use-autosave.ts';
export { messageOf, summaryOf, useSectionForm, type AnyForm, type SectionForm } from './use-section-form.ts';
export { YesNoControl } from './yes-no-control.tsx';
