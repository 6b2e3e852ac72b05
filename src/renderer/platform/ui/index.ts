export { BarChart, ColumnChart, MonthColumns, type Point } from './charts.tsx';
export { Chips } from './chips.tsx';
export { Clashes } from './clashes.tsx';
export { ChosenReasonDialog } from './chosen-reason-dialog.tsx';
export { ReasonFields, reasonOf, reasonProblem, type Reason } from './reason-fields.tsx';
export { DataTable, TableHead, type Column } from './data-table.tsx';
export { DateField, PartialDateField, TimeField, type DateRange } from './date-fields.tsx';
export { Disclosure } from './disclosure.tsx';
export { PersonName, Secret, SecretFields, useDiscretion, useNamed, useOwnDiscretionKey } from './discretion.tsx';
export { Facts, Lines, Sentences, TwoLines, type Fact } from './facts.tsx';
export { FieldLink } from './field-link.tsx';
export { Field, type FieldWords } from './field.tsx';
export { useFocusBack } from './focus-back.ts';
export { FilteredEmpty } from './filtered-empty.tsx';
export { Fold, UnfoldedForm } from './fold.tsx';
export { focusControl, focusField, focusOpened, focusTitleFrom, focusWhenThere, useFocusAtOnce } from './focus.ts';
export { ActionBar, PageTitle, saveWords, Stores, useControlEnter, useMainTaken, type SaveState } from './frame.tsx';
export { Icon, type IconName } from './icons.tsx';
export { moveByArrow } from './list-arrows.ts';
export { ConfirmMark, CountMark, Key, RiskWord, StateBadge, type RiskLevel, type Tone } from './marks.tsx';
export { useOpened } from './opened.ts';
export { ChoiceField, OneOfField, TickField, TicksField, YesNoField, type ChoiceOption } from './option-fields.tsx';
export {
  Dialog,
  DialogForm,
  EmptyState,
  ErrorSummary,
  Notice,
  Panel,
  sectionWords,
  type SectionState,
  type SummaryItem,
  Told,
} from './parts.tsx';
export { default as look } from './patterns.module.css';
export { optionsOf } from '../../../shared/record/index.ts';
export { Palette, type PaletteAct, type PaletteGroup, type PaletteItem } from './palette.tsx';
export { Pane } from './pane.tsx';
export { PdfPages, PdfSheet } from './pdf-pages.tsx';
export { PlaceField, PlacesProvider, usePlaceName, type PlaceOption } from './place-field.tsx';
export { LineButton, PlainButton } from './plain-button.tsx';
export { Problem } from './problem.tsx';
export { ReadOnlyContext } from './read-only.ts';
export { QuestionGrid } from './question-grid.tsx';
export { QueryState } from './query-state.tsx';
export { SearchField } from './search-field.tsx';
export { ButtonRow, SheetForm } from './sheet-form.tsx';
export { Tabs } from './tabs.tsx';
export { DigitActs, Step, StepSheet } from './steps.tsx';
export { LongTextField, NumberField, TextField, type FieldWidth } from './text-fields.tsx';
export { Warning } from './warnings.tsx';
export { WorkBar } from './work-bar.tsx';
export { useStayInTable } from './stay-in-table.ts';
