/** The wizard on the screen: draws the state, turns keys into actions. It decides nothing. */

import {useEffect, useMemo, useRef, useState, useSyncExternalStore} from 'react';
import type {Range} from '../../core/form/types.ts';
import type {Action, WizardState} from '../../core/wizard/index.ts';
import {documentToWrite, fieldInHand} from '../../core/wizard/index.ts';
import type {Binding} from '../../keymap/index.ts';
import type {PreviewLine} from '../../preview/index.ts';
import {wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {firstPart, interpret, interpretPaste} from '../input/interpret.ts';
import type {Press} from '../input/decode.ts';
import {useKeys} from '../input/useKeys.ts';
import {FrameView} from './FrameView.tsx';
import {useHeld, type Meaning, type Turn} from './useHeld.ts';
import {useMeasured, type MeasurePort} from './useMeasured.ts';
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
	/** Where the field in hand stands. */
	readonly near: number;
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
	/** Where large documents are worked out; without it every document is worked out here. */
	readonly measure?: MeasurePort;
};

/** The renderer lets the first frame go out: Ink holds it back for one frame's time (8 ms) behind its empty one. */
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

type Renderer = Awaited<ReturnType<PreviewPort>>;

/** The preview's lines for a state; undefined until the renderer is there, for which no page is made before it. */
function usePreview(state: WizardState, load: PreviewPort): readonly PreviewLine[] | undefined {
	const [renderer, setRenderer] = useState<{readonly render: Renderer}>();
	const isWanted = previewWidth(state) !== undefined;
	useEffect(() => {
		if (!isWanted || renderer) return undefined;
		const timer = setTimeout(() => {
			load().then(
				render => setRenderer({render}),
				() => setRenderer({render: plainly}),
			);
		}, firstPause);
		return () => {
			clearTimeout(timer);
		};
	}, [isWanted, renderer, load]);
	const {source, width, near, held} = (renderer && pageOf(state)) ?? {};
	const {from, to} = held ?? {};
	const place = useRef(near);
	place.current = near;
	return useMemo(() => {
		if (!renderer || source === undefined || width === undefined) return undefined;
		const range = from === undefined || to === undefined ? undefined : {from, to};
		// Going elsewhere in the same page is no reason to draw it anew.
		return renderer.render({source, width, near: place.current ?? 0, held: range}, () => {
			// As another renderer it draws the same page again.
			setRenderer({...renderer});
		});
	}, [renderer, source, width, from, to]);
}

/** The page to preview, where the preview is on the screen. */
function pageOf(state: WizardState): Page | undefined {
	const width = previewWidth(state);
	if (width === undefined) return undefined;
	const {source, spans} = documentToWrite(state);
	const field = fieldInHand(state);
	const span = spans.get(field.id);
	// Of other fields the preview need not know which is in hand.
	return {source, width, near: span?.from ?? 0, held: field.kind === 'code' ? span : undefined};
}

/** A press, part by part. */
function pressed(press: Press): Turn {
	return (current, reading) => {
		const [first, later] = firstPart(current, press);
		return {actions: interpret(current, first, reading), ...(later ? {rest: pressed(later)} : {})};
	};
}

/** The whole wizard. */
export function Wizard({store, look, table, now, loadPreview, measure}: WizardProps) {
	const state = useSyncExternalStore(store.subscribe, store.getState);
	const measuring = useMeasured(state, measure);
	const {measured, isBehind} = measuring;
	const preview = usePreview(measured, loadPreview);
	const frame = wizardFrame(state, {look, table, measured, isBehind, ...(preview ? {preview} : {})});
	const read = (turn: Turn): Meaning => {
		const current = store.getState();
		const {scroll} = current === state ? frame : {};
		return turn(current, {now: now(), table, area: textArea(current, look), ...(scroll ? {scroll} : {})});
	};

	const onTurn = useHeld(store, measuring, read);
	useKeys({
		onPress(press) {
			onTurn(pressed(press));
		},
		onPaste(text) {
			onTurn((current, reading) => ({actions: interpretPaste(current, text, reading)}));
		},
	});
	return <FrameView frame={frame} />;
}
