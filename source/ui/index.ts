/** The ui's door: one Ink instance that shows the start screens and the wizard, and gives the terminal back. */

export {openScreen, type Screen, type ScreenOptions} from './screen.tsx';
export type {QuestionData, Reply} from './screens/Question.tsx';
export type {Store, PreviewPort} from './screens/Wizard.tsx';
export type {DocumentEntry, DraftEntry, StartChoice, StartData, TemplateEntry} from './screens/start-frame.ts';
