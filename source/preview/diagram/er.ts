/** An entity relationship diagram's words and signs for the drawing library. */

import type {Part, Plan} from './types.ts';
import type {Veil} from './veil.ts';

/** What the library reads, by what Mermaid may have for it on the left side; the right side is the mirror image. */
const counts: readonly (readonly [RegExp, string])[] = [
	[/^(?:one or zero|zero or one|\|o|o\|)$/i, '|o'],
	[/^(?:one or (?:more|many)|many\(1\)|1\+|\}\||\|\{)$/i, '}|'],
	[/^(?:zero or (?:more|many)|many(?:\(0\))?|0\+|\}o|o\{)$/i, '}o'],
	[/^(?:only one|one|1|\|\|)$/i, '||'],
];
/** Drawn with characters a relation's name has so much room; longer ones are numbers, told below. */
const roomForName = 6;

/** An entity relationship diagram for the drawing library, or why it can't be drawn. `room` is what a relation's name has. */
export function planEr(parts: readonly Part[], veil: Veil, room = roomForName): Plan | {readonly reason: string} {
	const lines: string[] = [];
	const labels: string[] = [];
	const legend: string[] = [];
	let isWide = false;
	const shown = (text: string): string => {
		const [line, ...more] = veil.lines(text.replaceAll('"', '')) ?? [];
		isWide ||= line === undefined || more.length > 0;
		labels.push(line ?? '');
		return line ?? '';
	};
	const words = parts.filter(({name}) => !['newline', 'eof', 'end'].includes(name));
	const names = new Map<string, string>();
	const entity = (text: string): string => {
		const id = text.replaceAll('"', '');
		if (!names.has(id)) names.set(id, shown(id));
		return names.get(id)!;
	};
	const isEntity = (part: Part | undefined) =>
		part !== undefined && ['word', 'quoted', 'number', 'decimal', 'one'].includes(part.name);
	for (let at = 1; at < words.length;) {
		const {name, text} = words[at]!;
		const [second, third] = [words[at + 1], words[at + 2]];
		if (name === 'turn') at++;
		else if (name === 'title') at += 2;
		else if (name === 'description') at++;
		else if (!isEntity(words[at])) return {reason: `it has a "${text.trim()}"`};
		else if (second?.name === 'count') {
			const [left, right] = [sign(second.text), sign(words[at + 3]?.text ?? '')];
			const other = words[at + 4]?.text ?? '';
			if (left === undefined || right === undefined || words[at + 5]?.name !== ':') return {reason: 'it has styles'};
			const role = (words[at + 6]?.text ?? '').replaceAll('"', '').trim();
			const line = /\.|optionally/i.test(third?.text ?? '') ? '..' : '--';
			const isLong = role.length > room;
			if (isLong)
				legend.push(`(${legend.length + 1}) ${text.replaceAll('"', '')} ${role} ${other.replaceAll('"', '')}`);
			const called = isLong || role !== '' ? shown(isLong ? `(${legend.length})` : role) : veil.blank();
			lines.push(`${entity(text)} ${left}${line}${mirrored(right)} ${entity(other)} : ${called}`);
			at += 7;
		} else if (second?.name === '{') {
			lines.push(`${entity(text)} {`);
			at += 2;
			while (words[at] && words[at]!.name !== '}') {
				const [type = '', next] = take(words, at);
				const [field = '', after] = [words[next]?.text, next + 1];
				const keys: string[] = [];
				at = after;
				while (['key', ',', 'comment'].includes(words[at]?.name ?? '')) {
					if (words[at]!.name === 'key') keys.push(words[at]!.text.toUpperCase());
					at++;
				}

				lines.push([shown(type), shown(field), ...keys].join(' '));
			}

			lines.push('}');
			at++;
		} else if (second?.name === '[' || second?.name === ':::')
			return {reason: 'its entities have other names or styles'};
		else {
			lines.push(`${entity(text)} {`, '}');
			at++;
		}
	}

	return isWide
		? {reason: 'it holds characters that are not one cell wide'}
		: {source: ['erDiagram', ...lines].join('\n'), labels, legend};
}

/** An attribute's type, with the sign behind it that it may be missing. */
function take(words: readonly Part[], at: number): readonly [string, number] {
	const isMaybe = words[at + 1]?.name === '?';
	return [`${words[at]?.text ?? ''}${isMaybe ? '?' : ''}`, at + (isMaybe ? 2 : 1)];
}

function sign(text: string): string | undefined {
	return counts.find(([pattern]) => pattern.test(text.trim()))?.[1];
}

function mirrored(left: string): string {
	return left.split('').toReversed().join('').replace('}', '{');
}
