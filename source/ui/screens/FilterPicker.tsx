/** The template picker: what is typed narrows the list, and beside it stands what the one in hand asks. */

import {useWindowSize} from 'ink';
import type {TextBuffer} from '../../core/text/index.ts';
import {createBuffer, edit, textOf} from '../../core/text/index.ts';
import type {Command} from '../../core/wizard/index.ts';
import {footer, type Binding, type Scope} from '../../keymap/index.ts';
import {promptView} from '../components/text-input.ts';
import {pane} from '../drawing/frame.ts';
import type {Line} from '../drawing/line.ts';
import {apart, span, windowStart} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {movedIn} from '../input/start-keys.ts';
import {useLive} from '../input/useLive.ts';
import {keyOf} from '../keys.ts';
import {FrameView} from './FrameView.tsx';
import {matchingTemplates, outlinePages, startFrame, startRects, type TemplateEntry} from './start-frame.ts';
import {placeOf} from './spoken.ts';
import type {PickerProps} from './start-parts.tsx';
import {besidePanes, foundScopes, pickerHeading, TooSmall} from './start-parts.tsx';
import {useStart} from './useStart.ts';

type Picking = {readonly query: TextBuffer; readonly cursor: number; readonly page: number};

/** The templates that match what is typed, and the one of them in hand. */
function foundIn(templates: PickerProps['templates'], {query, cursor}: Picking) {
	const found = matchingTemplates(templates, textOf(query));
	return {found, current: Math.min(cursor, Math.max(0, found.length - 1))};
}

/** Where every template has a digit, one takes its template at once, as long as nothing is looked for. */
function digitsWork(count: number, {query}: Picking): boolean {
	return count <= 9 && textOf(query) === '';
}

const noTemplates: readonly Line[] = [
	[],
	[' No template was found.'],
	[' `specwright new FILE.md` takes any Markdown file as one.'],
];

/** That documents of the project were found meanwhile, and the key that lists them. */
function aboutDocuments(count: number, look: Look, table: readonly Binding[]): Line {
	const key = look.keyName(keyOf('view.close', table, ['finder']) ?? '');
	return count === 0
		? []
		: [' ', span('key', key), span('dim', ` lists ${count} ${count === 1 ? 'document' : 'documents'} found here`)];
}

/** The list with a line to type in above it. */
export function FilterPicker({templates, found: documents, look, table, onChoice, onBack}: PickerProps) {
	const size = useWindowSize();
	// Without a template there is no outline to stand beside, and the sentence needs the width.
	const rects = startRects(size, templates.length > 0);
	const picking = useLive<Picking>({query: createBuffer('', {multiline: false}), cursor: 0, page: 0});
	const {query, page} = picking.shown;
	const hasDigits = digitsWork(templates.length, picking.shown);
	const {found, current} = foundIn(templates, picking.shown);
	const pagesOf = (now: Picking): number => {
		const {found: listed, current: at} = foundIn(templates, now);
		return rects?.beside ? outlinePages(listed[at], rects.beside.width, rects.beside.height) : 0;
	};

	const scopesOf = (now: Picking): readonly Scope[] => [
		...(digitsWork(templates.length, now) ? (['numbered'] as const) : []),
		...(textOf(now.query) === '' ? (['unasked'] as const) : []),
		...(pagesOf(now) > 0 ? (['outlined'] as const) : []),
		...(onBack ? [] : (['outermost'] as const)),
		...foundScopes(foundIn(templates, now).found.length),
		'text',
		'start',
	];
	const take = (entry: TemplateEntry | undefined): void => {
		if (entry) onChoice({type: 'new', template: entry.name});
	};

	const scopes = scopesOf(picking.shown);
	const help = useStart({
		look,
		table,
		scopes: () => scopesOf(picking.now()),
		onMeant(meant) {
			const now = foundIn(templates, picking.now());
			if (meant.type === 'pick') take(templates[meant.index]);
			else if (meant.type === 'edit')
				picking.change(before => {
					const typed = edit(before.query, meant.edit);
					return textOf(typed) === textOf(before.query)
						? {...before, query: typed}
						: {query: typed, cursor: 0, page: 0};
				});
			else if (meant.command === 'list.choose') take(now.found[now.current]);
			else if (meant.command === 'view.close') onBack?.();
			else picking.change(before => afterMove(before, meant.command));
		},
		onQuit(isInterrupted) {
			onChoice({type: 'quit', isInterrupted});
		},
	});
	// Where the outline beside the list goes on, the keys for a page turn that.
	const afterMove = (before: Picking, command: Command): Picking => {
		const pages = pagesOf(before);
		const turn = pages > 0 ? {'list.page-up': -1, 'list.page-down': 1}[command as string] : undefined;
		if (turn !== undefined) return {...before, page: Math.max(0, Math.min(before.page + turn, pages))};
		const {found: listed, current: at} = foundIn(templates, before);
		const to = movedIn(at, command, {count: listed.length, page: Math.max(1, (rects?.list.height ?? 1) - 2)});
		return to === undefined ? before : {...before, cursor: to, page: 0};
	};

	if (!rects) return <TooSmall look={look} table={table} />;
	if (help) return <FrameView frame={help} />;

	const {list} = rects;
	const prompt = promptView(' Find: ', query, list.width, look);
	const height = list.height - 2;
	const top = windowStart(current, height, found.length);
	const rows = found.slice(top, top + height).map((entry, offset): Line => {
		const isCurrent = top + offset === current;
		return apart(
			[
				span('accent', isCurrent ? ` ${look.glyphs.pointer} ` : '   '),
				hasDigits ? `${top + offset + 1} ` : '',
				isCurrent ? span('strong', entry.title || entry.name) : entry.title || entry.name,
			],
			// Beside the list stands how many fields there are.
			rects.beside ? [] : [span('dim', `${entry.fields} fields `)],
			list.width,
			look,
		);
	});
	const pageKey = look.keyName(keyOf('list.page-down', table, ['outlined']) ?? '');
	const drawn = startFrame(
		{
			size,
			heading: pickerHeading,
			hints: footer(scopes, table),
			panes: [
				pane(
					'list',
					list,
					{
						lines:
							templates.length === 0 ? noTemplates : [...prompt.lines, aboutDocuments(documents, look, table), ...rows],
					},
					look,
				),
				...(templates.length === 0 ? [] : besidePanes(rects, found[current], look, page, pageKey)),
			],
		},
		look,
	);
	const frame = {...drawn, spoken: () => placeOf(found, current, ({name, title}) => [title || name])};
	return (
		<FrameView frame={prompt.cursor ? {...frame, cursor: {x: list.x + prompt.cursor.column, y: list.y}} : frame} />
	);
}
