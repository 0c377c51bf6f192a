/** What all screens before the form have: keys by the table, the ways out, and the help, which lies over them. */

import {useWindowSize} from 'ink';
import {createBuffer, edit} from '../../core/text/index.ts';
import type {TextBuffer} from '../../core/text/types.ts';
import {footer, helpScopes, type Binding, type Scope} from '../../keymap/index.ts';
import {pane, type Frame} from '../drawing/frame.ts';
import {layout, type Size} from '../drawing/layout.ts';
import type {Look} from '../drawing/look.ts';
import {firstKey, type Press} from '../input/decode.ts';
import {meaningOf, movedIn, type Meant} from '../input/start-keys.ts';
import {useKeys} from '../input/useKeys.ts';
import {useLive} from '../input/useLive.ts';
import {footerScopes} from '../components/footer.ts';
import {helpView} from '../overlays/help.ts';
import {startFrame, startRects} from './start-frame.ts';

/** How a screen before the form looks and which keys it has. */
export type Surroundings = {readonly look: Look; readonly table: readonly Binding[]};

type Help = {readonly scroll: number; readonly filter?: TextBuffer};

type Listener = Surroundings & {
	/** The screen's own scopes as they are now, innermost first. */
	readonly scopes: () => readonly Scope[];
	/** Hears what a key means, but for help and quitting. */
	readonly onMeant: (meant: Meant) => void;
	readonly onQuit: (isInterrupted: boolean) => void;
};

/** Listens for a screen; gives the help's frame while that lies over it. Without room for a list only leaving works. */
export function useStart(screen: Listener): Frame | undefined {
	const size = useWindowSize();
	const help = useLive<Help | undefined>(undefined);
	const hasRoom = layout(size).type === 'panes';
	const scopes = (): readonly Scope[] => {
		const open = help.now();
		if (!hasRoom) return ['start'];
		return open ? [...helpScopes(open.filter !== undefined), 'start'] : screen.scopes();
	};

	const take = (meant: Meant): void => {
		const command = meant.type === 'command' ? meant.command : undefined;
		if (command === 'wizard.quit' || command === 'wizard.interrupt') screen.onQuit(command === 'wizard.interrupt');
		else if (help.now()) help.change(open => open && helpAfter(open, meant, size, screen));
		else if (command === 'view.help') help.change(() => ({scroll: 0}));
		else screen.onMeant(meant);
	};

	useKeys({
		onPress(press) {
			for (let rest: Press | undefined = press; rest;) {
				const now = scopes();
				const [first, later]: readonly [Press, Press?] = firstKey(rest, now.includes('text'));
				const meant = meaningOf(first, now, screen.table);
				if (meant) take(meant);
				rest = later;
			}
		},
		onPaste(text) {
			if (scopes().includes('text')) take({type: 'edit', edit: {type: 'insert', text, paste: true}});
		},
	});
	return help.shown && hasRoom ? helpFrame(help.shown, size, screen) : undefined;
}

function drawn(help: Help, size: Size, {look, table, scopes}: Listener) {
	const rect = startRects(size, false)?.list ?? {x: 0, y: 0, width: 1, height: 1};
	return {rect, view: helpView({...help, table, scopes: scopes(), place: 'here'}, rect.width, rect.height, look)};
}

function helpFrame(help: Help, size: Size, screen: Listener): Frame {
	const {look, table} = screen;
	const {rect, view} = drawn(help, size, screen);
	const hints = footer(footerScopes([...helpScopes(help.filter !== undefined), 'start'], view.scroll), table);
	const frame = startFrame({size, heading: 'Keys', hints, panes: [pane('help', rect, view, look)]}, look);
	return view.cursor ? {...frame, cursor: {x: rect.x + view.cursor.column, y: rect.y + view.cursor.row}} : frame;
}

/** The help after a key; undefined where that closed it. */
function helpAfter(help: Help, meant: Meant, size: Size, screen: Listener): Help | undefined {
	if (meant.type === 'pick') return help;
	if (meant.type === 'edit') return help.filter ? {scroll: 0, filter: edit(help.filter, meant.edit)} : help;
	if (meant.command === 'view.close') return help.filter ? {scroll: 0} : undefined;
	if (meant.command === 'list.filter') return {scroll: 0, filter: createBuffer('', {multiline: false})};
	const {rect, view} = drawn(help, size, screen);
	const {up, down} = view.scroll ?? {up: 0, down: 0};
	const scroll = movedIn(up, meant.command, {count: up + down + 1, page: Math.max(1, rect.height - 2)});
	return scroll === undefined ? help : {...help, scroll};
}
