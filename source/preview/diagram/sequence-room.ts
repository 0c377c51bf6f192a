/**
 * Room between the lifelines of a sequence diagram. The library puts them as far apart as their participants' names want,
 * whatever the messages between them say, so that longer words would run over the next line, and what one says to
 * itself over the next message.
 */

/** About as wide as a cell of a label is drawn, and the least that is left free beside it. */
const cellWidth = 6.3;
const free = 12;
/** What the library leaves around the whole. */
const margin = 30;

type Lifeline = {readonly name: string; readonly x: number};

/** Words that want room between two lifelines, by their places. */
type Wish = {readonly from: number; readonly to: number; readonly width: number};

/** The library's SVG of a sequence diagram with its lifelines as far apart as the words between them want. */
export function withRoom(svg: string): string {
	const lifelines = Array.from(svg.matchAll(/<line class="lifeline" data-actor="([^"]*)" x1="([^"]*)"/g), found => ({
		name: found[1]!,
		x: Number(found[2]),
	}));
	const groups = [...svg.matchAll(/<g class="(message|note)"([^>]*)>[^]*?<\/g>/g)];
	const wishes = groups.flatMap(([text, kind, attributes = '']) =>
		kind === 'message' ? messageWish(text, attributes, lifelines) : noteWish(text, attributes, lifelines),
	);
	const shifts = shiftsFor(lifelines, wishes);
	return shifts.at(-1) === 0 || shifts.length === 0 ? svg : shifted(svg, lifelines, shifts);
}

function messageWish(text: string, attributes: string, lifelines: readonly Lifeline[]): readonly Wish[] {
	const [from, to] = [placeOf(attributes, 'from', lifelines), placeOf(attributes, 'to', lifelines)];
	const width = textWidth(text) + 2 * free;
	if (from !== to) return [{from: Math.min(from, to), to: Math.max(from, to), width}];
	const [, start = '0'] = /<text x="([^"]*)"/.exec(text) ?? [];
	return from + 1 < lifelines.length
		? [{from, to: from + 1, width: Number(start) - lifelines[from]!.x + textWidth(text) + free}]
		: [];
}

/** A note beside a lifeline; one over lifelines hides them. */
function noteWish(text: string, attributes: string, lifelines: readonly Lifeline[]): readonly Wish[] {
	const [left, right] = edgesOf(text);
	const at = placeOf(attributes, 'actors', lifelines);
	const {x} = lifelines[at]!;
	if (/data-position="right"/.test(attributes) && at + 1 < lifelines.length)
		return [{from: at, to: at + 1, width: right - x + free}];
	return /data-position="left"/.test(attributes) && at > 0 ? [{from: at - 1, to: at, width: x - left + free}] : [];
}

/** How far each lifeline goes to the right. */
function shiftsFor(lifelines: readonly Lifeline[], wishes: readonly Wish[]): readonly number[] {
	const gaps = lifelines.slice(1).map(({x}, at) => x - lifelines[at]!.x);
	// Neighbours first: what they get may be enough for those further apart.
	for (const {from, to, width} of wishes.toSorted((one, other) => one.to - one.from - (other.to - other.from))) {
		const lack = width - gaps.slice(from, to).reduce((sum, gap) => sum + gap, 0);
		for (let at = from; at < to && lack > 0; at++) gaps[at]! += Math.ceil(lack / (to - from));
	}

	let x = lifelines[0]?.x ?? 0;
	return lifelines.map((lifeline, at) => {
		x += at === 0 ? 0 : gaps[at - 1]!;
		return x - lifeline.x;
	});
}

function shifted(svg: string, lifelines: readonly Lifeline[], shifts: readonly number[]): string {
	let widest = 0;
	const moved = svg.replaceAll(
		/<g class="(message|note|block|actor)"([^>]*)>[^]*?<\/g>|<(line) class="lifeline"[^>]*>|<(rect) class="activation"[^>]*>/g,
		(text: string, group: string | undefined, attributes: string | undefined) => {
			const made =
				group === 'message'
					? movedMessage(text, attributes!, lifelines, shifts)
					: group === 'block'
						? movedBlock(text, lifelines, shifts)
						: group === 'note'
							? movedBy(text, noteShift(attributes!, lifelines, shifts))
							: movedBy(text, shifts[nearest(edgesOf(text), lifelines)]!);
			const [, start] = /<text x="([^"]*)"[^>]* text-anchor="start"/.exec(made) ?? [];
			widest = Math.max(widest, edgesOf(made)[1], start === undefined ? 0 : Number(start) + textWidth(made));
			return made;
		},
	);
	const width = Math.ceil(widest) + margin;
	return moved
		.replace(/(<svg\b[^>]*? viewBox="0 0 )[\d.]+/, (_, before: string) => `${before}${width}`)
		.replace(/(<svg\b[^>]*? width=")[\d.]+/, (_, before: string) => `${before}${width}`);
}

function movedMessage(
	text: string,
	attributes: string,
	lifelines: readonly Lifeline[],
	shifts: readonly number[],
): string {
	const [from, to] = [placeOf(attributes, 'from', lifelines), placeOf(attributes, 'to', lifelines)];
	if (from === to) return movedBy(text, shifts[from]!);
	const [x1, x2] = [from, to].map(at => lifelines[at]!.x + shifts[at]!) as [number, number];
	return text
		.replace(/ x1="[^"]*"/, ` x1="${x1}"`)
		.replace(/ x2="[^"]*"/, ` x2="${x2}"`)
		.replaceAll(/(<(?:text|tspan) x=")[^"]*/g, (_, before: string) => `${before}${(x1 + x2) / 2}`);
}

/** A frame goes from its first participant to its last; what is written in it begins at its left. */
function movedBlock(text: string, lifelines: readonly Lifeline[], shifts: readonly number[]): string {
	const [left, right] = edgesOf(text);
	const first =
		shifts[
			Math.max(
				0,
				lifelines.findIndex(({x}) => x >= left),
			)
		]!;
	const last = shifts[lifelines.findLastIndex(({x}) => x <= right)] ?? first;
	return movedBy(text, first)
		.replace(/ width="([\d.]+)"/, (_, width: string) => ` width="${Number(width) + last - first}"`)
		.replaceAll(/ x2="([^"]*)"/g, (_, x: string) => ` x2="${Number(x) + last - first}"`);
}

/** A note over two stays in their middle. */
function noteShift(attributes: string, lifelines: readonly Lifeline[], shifts: readonly number[]): number {
	const [, names = ''] = /data-actors="([^"]*)"/.exec(attributes) ?? [];
	const over = names.split(',').map(name => shifts[lifelines.findIndex(one => one.name === name)] ?? 0);
	return /data-position="(?:left|right)"/.test(attributes) ? over[0]! : (over[0]! + over.at(-1)!) / 2;
}

/** All horizontal places in a part of the picture, moved. */
function movedBy(text: string, by: number): string {
	return text
		.replaceAll(/ (x|x1|x2)="([^"]*)"/g, (_, name: string, x: string) => ` ${name}="${Number(x) + by}"`)
		.replaceAll(/ points="([^"]*)"/g, (_, points: string) => {
			const places = points.split(' ').map(point => point.split(',').map(Number));
			return ` points="${places.map(([x = 0, y = 0]) => `${x + by},${y}`).join(' ')}"`;
		});
}

/** The leftmost and the rightmost place of the lines and boxes in a part of the picture. */
function edgesOf(text: string): readonly [number, number] {
	const lines = Array.from(text.matchAll(/<line[^>]* x1="([^"]*)"[^>]* x2="([^"]*)"/g), ([, x1, x2]) => [x1, x2]);
	const boxes = Array.from(text.matchAll(/<rect[^>]* x="([^"]*)"[^>]* width="([^"]*)"/g), ([, x, width]) => [
		x,
		Number(x) + Number(width),
	]);
	const points = Array.from(text.matchAll(/ points="([^"]*)"/g), ([, all = '']) =>
		all.split(' ').map(point => point.split(',')[0]),
	);
	const xs = [...lines, ...boxes, ...points].flat().map(Number);
	return xs.length === 0 ? [0, 0] : [Math.min(...xs), Math.max(...xs)];
}

function nearest([left, right]: readonly [number, number], lifelines: readonly Lifeline[]): number {
	const distances = lifelines.map(({x}) => Math.abs(x - (left + right) / 2));
	return distances.indexOf(Math.min(...distances));
}

function placeOf(attributes: string, name: string, lifelines: readonly Lifeline[]): number {
	const [, first] = new RegExp(`data-${name}="([^",]*)`).exec(attributes) ?? [];
	return Math.max(
		0,
		lifelines.findIndex(one => one.name === first),
	);
}

/** How wide the longest line of a part's words is. A character stands for a cell, as it does for the library. */
function textWidth(text: string): number {
	const lines = Array.from(text.matchAll(/>([^<>\n]+)<\/(?:text|tspan)>/g), ([, words = '']) => words.length);
	return Math.max(0, ...lines) * cellWidth;
}
