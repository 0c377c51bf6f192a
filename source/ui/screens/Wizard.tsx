/** The wizard on the screen: draws the state, turns keys into actions. It decides nothing. */

import {useEffect, useRef, useState, useSyncExternalStore} from 'react';
import type {Action, WizardState} from '../../core/wizard/index.ts';
import {document} from '../../core/wizard/index.ts';
import type {Binding} from '../../keymap/index.ts';
import type {PreviewLine} from '../../preview/index.ts';
import {wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import type {Reading} from '../input/interpret.ts';
import {firstPart, interpret, interpretPaste} from '../input/interpret.ts';
import type {Press} from '../input/decode.ts';
import {useKeys} from '../input/useKeys.ts';
import {FrameView} from './FrameView.tsx';
import {previewWidth, textArea, wizardFrame} from './wizard-frame.ts';

/** Where the wizard's state lives; made by the commands, which also run its effects. */
export type Store = {
	readonly getState: () => WizardState;
	readonly dispatch: (action: Action) => void;
	/** Calls `listener` after every change; gives the function that ends it. */
	readonly subscribe: (listener: () => void) => () => void;
};

/** Draws Markdown for a width; loaded after the first frame because it is heavy. */
export type PreviewPort = () => Promise<(source: string, width: number) => readonly PreviewLine[]>;

export type WizardProps = {
	readonly store: Store;
	readonly look: Look;
	readonly table: readonly Binding[];
	/** The time now, ISO 8601 with its offset. */
	readonly now: () => string;
	readonly loadPreview: PreviewPort;
};

/** At most five previews a second: each is a second frame beside the one that shows the key. */
const previewPause = 200;
/** The first preview lets the first frame go out: Ink holds it back for one frame's time (8 ms) behind its empty one. */
const firstPause = 25;

/** Where the renderer cannot be had, the document is shown as it is written. */
function plainly(source: string, width: number): readonly PreviewLine[] {
	let from = 0;
	return source.split('\n').flatMap(line => {
		const to = from + line.length + 1;
		const rows = wrapped(line, width).map(text => ({text, from, to}));
		from = to;
		return rows;
	});
}

/** The preview's lines for the document as it is, a moment after it changed; undefined until the first is drawn. */
function usePreview(
	source: string | undefined,
	width: number | undefined,
	load: PreviewPort,
): readonly PreviewLine[] | undefined {
	const [drawn, setDrawn] = useState<{readonly lines: readonly PreviewLine[]; readonly width: number}>();
	const timer = useRef<{handle?: NodeJS.Timeout; last: number}>({last: 0});
	const wish = useRef({source, width});
	useEffect(() => {
		wish.current = {source, width};
		if (source === undefined || width === undefined || timer.current.handle) {
			return;
		}

		const draw = async () => {
			const render = await load().catch(() => plainly);
			delete timer.current.handle;
			timer.current.last = performance.now();
			const {source: wished, width: room} = wish.current;
			if (wished !== undefined && room !== undefined) {
				setDrawn({lines: render(wished, room), width: room});
			}
		};

		const wait = Math.max(0, timer.current.last + previewPause - performance.now());
		timer.current.handle = setTimeout(() => void draw(), timer.current.last === 0 ? firstPause : wait);
	}, [source, width, load]);
	useEffect(() => {
		const {current} = timer;
		return () => {
			clearTimeout(current.handle);
			delete current.handle;
		};
	}, []);
	// Lines drawn for another width would not fit the pane.
	return drawn && drawn.width === width ? drawn.lines : undefined;
}

/** The whole wizard. */
export function Wizard({store, look, table, now, loadPreview}: WizardProps) {
	const state = useSyncExternalStore(store.subscribe, store.getState);
	const width = previewWidth(state);
	const preview = usePreview(width === undefined ? undefined : document(state).source, width, loadPreview);
	const frame = wizardFrame(state, {look, table, ...(preview ? {preview} : {})});
	const run = (read: (current: WizardState, reading: Reading) => readonly Action[]) => {
		const current = store.getState();
		const {scroll} = current === state ? frame : {};
		for (const action of read(current, {
			now: now(),
			table,
			area: textArea(current, look),
			...(scroll ? {scroll} : {}),
		})) {
			store.dispatch(action);
		}
	};

	useKeys({
		onPress(press) {
			for (let rest: Press | undefined = press; rest;) {
				const [first, later]: readonly [Press, Press?] = firstPart(store.getState(), rest);
				run((current, reading) => interpret(current, first, reading));
				rest = later;
			}
		},
		onPaste(text) {
			run((current, reading) => interpretPaste(current, text, reading));
		},
	});
	return <FrameView frame={frame} />;
}
