/** What home and the pickers share. */

import {useWindowSize} from 'ink';
import type {Scope} from '../../keymap/index.ts';
import type {Pane} from '../drawing/frame.ts';
import {pane, wordsFrame} from '../drawing/frame.ts';
import type {Rect} from '../drawing/layout.ts';
import {layout} from '../drawing/layout.ts';
import type {Line} from '../drawing/line.ts';
import {span} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {keyOf} from '../keys.ts';
import {FrameView} from './FrameView.tsx';
import type {StartChoice, TemplateEntry} from './start-frame.ts';
import {templateLines} from './start-frame.ts';
import type {Surroundings} from './useStart.ts';

export type PickerProps = Surroundings & {
	readonly templates: readonly TemplateEntry[];
	/** How many documents of the project the way back leads to, where there was no home at first. */
	readonly found: number;
	readonly onChoice: (choice: StartChoice) => void;
	/** Goes to the screen before; where there is none, Escape quits, and says so. */
	readonly onBack?: (() => void) | undefined;
};

export const pickerHeading = 'Choose a template';

/** The scopes of a list that is searched, by how many entries were found: no key is promised that has nothing to do. */
export function foundScopes(count: number): readonly Scope[] {
	return [...(count > 1 ? (['several'] as const) : []), ...(count > 0 ? (['found'] as const) : []), 'finder'];
}

/** The outline beside the list, with the line between them. */
export function besidePanes(
	rects: {readonly beside?: Rect},
	entry: TemplateEntry | undefined,
	look: Look,
	page: number,
	pageKey: string,
): readonly Pane[] {
	const {beside} = rects;
	if (!beside) {
		return [];
	}

	const divider = {x: beside.x - 1, y: beside.y, width: 1, height: beside.height};
	return [
		pane(
			'divider',
			divider,
			{lines: Array.from({length: divider.height}, (): Line => [span('border', look.glyphs.vertical)])},
			look,
		),
		pane('beside', beside, {lines: templateLines(entry, beside.width, beside.height, look, {page, pageKey})}, look),
	];
}

/** A window without room for a list: what would do, or where there is not even room for that, how to leave. */
export function TooSmall({look, table}: Surroundings) {
	const size = useWindowSize();
	const quit = look.keyName(keyOf('wizard.quit', table, ['start']) ?? '^Q');
	const {type} = layout(size);
	const sentences =
		type === 'tiny'
			? ['Window too small.', `${quit} quits.`]
			: [
					'This window is too small for the list.',
					'Make it at least 60 columns by 16 rows, and it is there.',
					`Or quit with ${quit} and run \`specwright --plain\`, which asks one question at a time.`,
				];
	return <FrameView frame={wordsFrame({x: 0, y: 0, width: size.columns, height: size.rows}, sentences, look)} />;
}
