/** The wizard on the screen: draws the state, turns keys into actions. It decides nothing. */

import {useEffect, useRef, useState, useSyncExternalStore} from 'react';
import type {Range} from '../../core/form/types.ts';
import type {Action, WizardState} from '../../core/wizard/index.ts';
import {document, fieldInHand} from '../../core/wizard/index.ts';
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

/** What the preview is drawn of. */
export type Page = {
	readonly source: string;
	readonly width: number;
	/** Where a diagram is being written. */
	readonly held: Range | undefined;
};

/** Draws a page; loaded after the first frame because it is heavy. `onDrawn` tells that it could be drawn better now. */
export type PreviewPort = () => Promise<(page: Page, onDrawn: () => void) => readonly PreviewLine[]>;

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
function plainly({source, width}: Page): readonly PreviewLine[] {
	let from = 0;
	return source.split('\n').flatMap(line => {
		const to = from + line.length + 1;
		const rows = wrapped(line, width).map(text => ({text, from, to}));
		from = to;
		return rows;
	});
}

/** The preview's lines for the document as it is, a moment after it changed; undefined until the first is drawn. */
function usePreview(page: Page | undefined, load: PreviewPort): readonly PreviewLine[] | undefined {
	const [drawn, setDrawn] = useState<{readonly lines: readonly PreviewLine[]; readonly width: number}>();
	const [round, setRound] = useState(0);
	const timer = useRef<{handle?: NodeJS.Timeout; last: number}>({last: 0});
	const wish = useRef(page);
	const {source, width, held} = page ?? {};
	const {from, to} = held ?? {};
	useEffect(() => {
		wish.current =
			source === undefined || width === undefined
				? undefined
				: {source, width, held: from === undefined || to === undefined ? undefined : {from, to}};
		if (!wish.current || timer.current.handle) {
			return;
		}

		const draw = async () => {
			const render = await load().catch(() => plainly);
			delete timer.current.handle;
			timer.current.last = performance.now();
			if (wish.current) {
				const again = () => {
					setRound(count => count + 1);
				};
				setDrawn({lines: render(wish.current, again), width: wish.current.width});
			}
		};

		const wait = Math.max(0, timer.current.last + previewPause - performance.now());
		timer.current.handle = setTimeout(() => void draw(), timer.current.last === 0 ? firstPause : wait);
	}, [source, width, from, to, round, load]);
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

/** The page to preview, where the preview is on the screen. */
function pageOf(state: WizardState): Page | undefined {
	const width = previewWidth(state);
	if (width === undefined) return undefined;
	const {source, spans} = document(state);
	const field = fieldInHand(state);
	// Of other fields the preview need not know which is in hand.
	return {source, width, held: field.kind === 'code' ? spans.get(field.id) : undefined};
}

/** The whole wizard. */
export function Wizard({store, look, table, now, loadPreview}: WizardProps) {
	const state = useSyncExternalStore(store.subscribe, store.getState);
	const preview = usePreview(pageOf(state), loadPreview);
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
