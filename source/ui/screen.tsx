/** One Ink instance for a whole session: it owns the terminal from opening to closing and nothing else draws. */

import {render, useApp} from 'ink';
import type {ReactNode} from 'react';
import {useEffect} from 'react';
import type {Outcome} from '../core/wizard/index.ts';
import type {Binding} from '../keymap/index.ts';
import {bindings} from '../keymap/index.ts';
import {loadPreview} from '../preview/index.ts';
import type {Appearance} from './drawing/look.ts';
import {createLook} from './drawing/look.ts';
import {escapeDelay, wholeKeys} from './input/whole-keys.ts';
import type {QuestionData, Reply} from './screens/Question.tsx';
import {Question} from './screens/Question.tsx';
import {Start} from './screens/Start.tsx';
import type {StartChoice, StartData} from './screens/start-frame.ts';
import type {Page, Store} from './screens/Wizard.tsx';
import type {MeasurePort} from './screens/useMeasured.ts';
import {Wizard} from './screens/Wizard.tsx';

export type ScreenOptions = Appearance & {
	/** The time now, ISO 8601 with its offset. */
	readonly now: () => string;
	/** The key table with the settings' own keys in it. */
	readonly table?: readonly Binding[];
	readonly stdin?: NodeJS.ReadStream;
	/** What `ESCDELAY` says of how long the rest of a key is waited for, in milliseconds. */
	readonly escapeDelay?: string | undefined;
	readonly stdout?: NodeJS.WriteStream;
	readonly stderr?: NodeJS.WriteStream;
	/** Where the wizard has large documents worked out; without it, in this thread. */
	readonly measure?: MeasurePort;
};

export type Screen = {
	/**
	 * Shows home or the templates; resolves with what the author chose. Documents that are `found` meanwhile come behind what
	 * is listed, so that no entry moves.
	 */
	readonly start: (
		data: StartData,
		options?: {readonly templatesFirst?: boolean; readonly found?: Promise<StartData['documents']>},
	) => Promise<StartChoice>;
	/** Asks something before the wizard; resolves with what the author answered. */
	readonly ask: (question: QuestionData) => Promise<Reply>;
	/** Shows the wizard until its state has an outcome. The window's size goes into the store as it changes. */
	readonly wizard: (store: Store) => Promise<Outcome>;
	/**
	 * Gives the terminal to `run` (an editor, a commit, a stop signal) and takes it back when that settles, with
	 * everything drawn anew.
	 */
	readonly suspend: (run: () => void | Promise<void>) => Promise<void>;
	/** Draws everything anew, after something else wrote on the screen. */
	readonly redraw: () => Promise<void>;
	/** Ends Ink and gives the terminal back; print on the main screen only after it. Closing twice is once. */
	readonly close: () => Promise<void>;
};

type App = ReturnType<typeof useApp>;

/** Hands Ink's app to the screen that owns it. */
function Owner({onReady, children}: {readonly onReady: (app: App) => void; readonly children: ReactNode}) {
	const app = useApp();
	useEffect(() => {
		onReady(app);
	}, [app, onReady]);
	return children;
}

/**
 * Opens the full screen. Call it only where stdin and stdout are terminals that can move the cursor. Promises of
 * `start`, `ask` and `wizard` reject if drawing fails; the terminal is given back then as well.
 */
export function openScreen(options: ScreenOptions): Screen {
	const stdin = options.stdin ?? process.stdin;
	const stdout = options.stdout ?? process.stdout;
	const look = createLook(options);
	const table = options.table ?? bindings;
	let app: App | undefined;
	const onReady = (ready: App) => {
		app = ready;
	};

	const owned = (children: ReactNode) => <Owner onReady={onReady}>{children}</Owner>;
	const instance = render(owned(null), {
		stdin: wholeKeys(stdin, escapeDelay(options.escapeDelay)),
		stdout,
		stderr: options.stderr ?? process.stderr,
		alternateScreen: true,
		exitOnCtrlC: false,
		incrementalRendering: true,
		// A CI variable in the environment must not blank a screen that is there.
		interactive: true,
		// The console writes to the process's own terminal; on any other stream it is in nobody's way.
		patchConsole: stdout === process.stdout,
		maxFps: 120,
	});
	const ended = instance.waitUntilExit();
	// Whoever waits for a choice or an outcome hears of a failure; nobody else is there to.
	ended.catch(() => {});
	const untilEnded = ended.then((): never => {
		throw new Error('The screen was closed.');
	});
	untilEnded.catch(() => {});

	const loadDrawing = async () => {
		const {renderMarkdown} = await loadPreview();
		return ({source, width, held, near}: Page, onDrawn: () => void) =>
			renderMarkdown(source, {
				width,
				near,
				theme: look.theme,
				color: look.color,
				onDrawn,
				...(held ? {held} : {}),
			});
	};

	const suspend = async (run: () => void | Promise<void>): Promise<void> => {
		if (!app) {
			await run();
			return;
		}

		await app.suspendTerminal(async () => {
			// A child that starts within the key's own event loses the first key typed into it: let Ink's reader finish.
			await new Promise(resolve => {
				setImmediate(resolve);
			});
			stdin.pause();
			// Nothing else need keep the process alive meanwhile: where `run` starts no child, the loop would run empty and
			// the program end.
			const alive = setInterval(() => {}, 1_000_000);
			try {
				await run();
			} finally {
				clearInterval(alive);
			}
		});
	};

	return {
		async start(data, {templatesFirst = false, found} = {}) {
			let isChosen = false;
			const choice = new Promise<StartChoice>(resolve => {
				const onChoice = (chosen: StartChoice) => {
					isChosen = true;
					resolve(chosen);
				};
				const show = (shown: StartData) => {
					instance.rerender(owned(<Start data={shown} {...{look, table, templatesFirst, onChoice}} />));
				};

				show(data);
				found?.then(
					documents => {
						if (!isChosen && documents.length > 0) show({...data, found: documents});
					},
					// What can't be looked for is not listed.
					() => {},
				);
			});
			return Promise.race([choice, untilEnded]);
		},
		async ask(question) {
			const reply = new Promise<Reply>(resolve => {
				instance.rerender(owned(<Question key={question.heading} {...{question, look, table}} onReply={resolve} />));
			});
			return Promise.race([reply, untilEnded]);
		},
		async wizard(store) {
			const onResize = () => {
				store.dispatch({type: 'resize', columns: stdout.columns, rows: stdout.rows});
			};

			// In front of Ink's own listener, so that its redraw already has the new size.
			stdout.prependListener('resize', onResize);
			let unsubscribe: (() => void) | undefined;
			try {
				const {columns, rows} = store.getState().size;
				if (columns !== stdout.columns || rows !== stdout.rows) {
					onResize();
				}

				const over = new Promise<Outcome>(resolve => {
					const tell = () => {
						const {outcome} = store.getState();
						if (outcome) {
							resolve(outcome);
						}
					};

					unsubscribe = store.subscribe(tell);
					tell();
				});
				instance.rerender(
					owned(
						<Wizard
							{...{store, look, table, now: options.now, loadPreview: loadDrawing}}
							{...(options.measure ? {measure: options.measure} : {})}
						/>,
					),
				);
				return await Promise.race([over, untilEnded]);
			} finally {
				unsubscribe?.();
				stdout.off('resize', onResize);
			}
		},
		suspend,
		async redraw() {
			await app?.suspendTerminal(() => {});
		},
		async close() {
			instance.unmount();
			// A failure of drawing was told to whoever waited for a choice or an outcome.
			await ended.catch(() => {});
		},
	};
}
