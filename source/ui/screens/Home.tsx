/** Home: drafts to go on with, documents to open, a new one to begin. */

import {Box, useWindowSize} from 'ink';
import {createBuffer, edit, textOf} from '../../core/text/index.ts';
import type {Edit, TextBuffer} from '../../core/text/types.ts';
import {footer, type Scope} from '../../keymap/index.ts';
import {promptView} from '../components/text-input.ts';
import {pane} from '../drawing/frame.ts';
import {movedIn} from '../input/start-keys.ts';
import {useLive} from '../input/useLive.ts';
import {Choices, choicesSeen} from './Choices.tsx';
import {FrameView} from './FrameView.tsx';
import {homeItems, matchingItems, type StartChoice, type StartData} from './start-frame.ts';
import {startFrame, startRects} from './start-frame.ts';
import {foundScopes, TooSmall} from './start-parts.tsx';
import {useStart, type Surroundings} from './useStart.ts';

/** The entry in hand, and what is searched for, while something is. */
type Choosing = {readonly cursor: number; readonly filter?: TextBuffer};

export type HomeProps = Surroundings & {
	readonly data: StartData;
	readonly onChoice: (choice: StartChoice) => void;
	readonly onTemplates: () => void;
};

function scopesOf({filter}: Choosing, count: number): readonly Scope[] {
	return filter ? [...foundScopes(count), 'text', 'start'] : ['numbered', 'home', 'entries', 'start'];
}

/** Another text begins the list anew; a movement in it does not. */
function afterEdit(before: Choosing, filter: TextBuffer, change: Edit): Choosing {
	const typed = edit(filter, change);
	return {cursor: textOf(typed) === textOf(filter) ? before.cursor : 0, filter: typed};
}

export function Home({data, look, table, onChoice, onTemplates}: HomeProps) {
	const size = useWindowSize();
	const rects = startRects(size, false);
	const all = homeItems(data);
	const choosing = useLive<Choosing>({cursor: 0});
	const found = ({filter}: Choosing) => (filter ? matchingItems(all, textOf(filter)) : all);
	const {filter, cursor} = choosing.shown;
	const list = rects && (filter ? {...rects.list, y: rects.list.y + 1, height: rects.list.height - 1} : rects.list);
	const page = list ? choicesSeen(list) : 1;
	const take = (at: number): void => {
		const leads = found(choosing.now())[at]?.leads;
		if (leads === 'templates') onTemplates();
		else if (leads) onChoice(leads);
	};

	const help = useStart({
		look,
		table,
		scopes: () => scopesOf(choosing.now(), found(choosing.now()).length),
		onMeant(meant) {
			if (meant.type === 'pick') take(meant.index);
			else if (meant.type === 'command' && meant.command === 'list.choose') take(choosing.now().cursor);
			else
				choosing.change(before => {
					if (meant.type === 'edit') return before.filter ? afterEdit(before, before.filter, meant.edit) : before;
					if (meant.command === 'list.filter') return {cursor: 0, filter: createBuffer('', {multiline: false})};
					if (meant.command === 'view.close') return {cursor: 0};
					const among = {count: found(before).length, page, isRound: !before.filter};
					return {...before, cursor: movedIn(before.cursor, meant.command, among) ?? before.cursor};
				});
		},
		onQuit(isInterrupted) {
			onChoice({type: 'quit', isInterrupted});
		},
	});
	if (!rects || !list) return <TooSmall look={look} table={table} />;
	if (help) return <FrameView frame={help} />;
	const items = found(choosing.shown);
	const prompt = filter && promptView(' Find: ', filter, list.width, look);
	const lines = prompt && [
		...prompt.lines,
		...(items.length === 0 ? [[], [' Nothing here has that in its name.']] : []),
	];
	const panes = lines ? [pane('find', rects.list, {lines}, look)] : [];
	const drawn = startFrame(
		{
			size,
			heading: 'What would you like to write?',
			hints: footer(scopesOf(choosing.shown, items.length), table),
			panes,
		},
		look,
	);
	const frame = prompt?.cursor ? {...drawn, cursor: {x: rects.list.x + prompt.cursor.column, y: rects.list.y}} : drawn;
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<FrameView frame={frame} />
			<Choices items={items} index={cursor} rect={list} look={look} hasDigits={!filter} />
		</Box>
	);
}
