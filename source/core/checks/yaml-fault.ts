/**
 * The first thing in front matter that no YAML parser takes. Only what is surely broken is told (YAML 1.2: quotes and
 * brackets that never close, tabs that indent, a line that is no key, a key twice, a colon in a bare value); a parser
 * would refuse the blanks of a template too, and weighs more than this is worth.
 */

export type YamlFault = {readonly reason: string; readonly from: number; readonly to: number};

type Line = {readonly text: string; readonly from: number};

/** The first fault of the lines between the two `---`, with offsets into `content`; undefined where none is seen. */
export function yamlFault(content: string): YamlFault | undefined {
	const lines = Array.from(content.matchAll(/[^\r\n]+/g), match => ({text: match[0], from: match.index}));
	const keys = new Set<string>();
	/** What is open over several lines: a block scalar or a flow or quoted value; its lines are not looked at. */
	let skipTo = 0;
	let block: number | undefined;
	for (const line of lines) {
		const indent = line.text.search(/[^ ]/);
		if (block !== undefined && indent > block) continue;
		block = undefined;
		if (line.from < skipTo || indent < 0 || /^\s*(?:#|$)/.test(line.text)) continue;
		if (line.text[indent] === '\t')
			return at(line, indent, 'A tab indents this line of the front matter; YAML takes spaces only');
		const [, lead = '', key = '', value = ''] =
			/^((?:\s*-\s+)*\s*)((?:"[^"]*"|'[^']*'|[^\s"'#:[\]{},&*!|>%@`-][^:#]*?|-[^\s:][^:#]*?))\s*:(?:\s+|$)(.*)$/.exec(
				line.text,
			) ?? [];
		if (key === '') {
			if (indent === 0 && !/^(?:-(?:\s|$)|\?\s|[{["'&*!%]|\.\.\.)/.test(line.text) && !/:(?:\s|$)/.test(line.text)) {
				return at(line, 0, 'This line of the front matter is no "key: value"');
			}
			continue;
		}
		if (lead === '') {
			if (keys.has(key)) return at(line, 0, `The front matter has the key "${key}" twice`);
			keys.add(key);
		}
		if (/^[|>][-+0-9]*(?:\s+#.*)?$/.test(value)) {
			block = lead.length;
			continue;
		}
		const offset = line.from + line.text.length - value.length;
		const end = endOf(content, offset);
		if (end === undefined)
			return {
				reason: `What opens here in the front matter never closes: ${value[0] ?? ''}`,
				from: offset,
				to: line.from + line.text.length,
			};
		skipTo = end;
		if (/^[^\s"'[{&*!|>#%@`]/.test(value) && /:\s/.test(value.replace(/\s#.*$/, ''))) {
			return at(
				line,
				line.text.length - value.length,
				'This value in the front matter has a colon in it; put it in quotes',
			);
		}
	}
	return undefined;
}

function at(line: Line, column: number, reason: string): YamlFault {
	return {reason, from: line.from + column, to: line.from + line.text.length};
}

/** Where a quoted or bracketed value ends; the offset itself for any other, undefined where it never does. */
function endOf(content: string, offset: number): number | undefined {
	const open = content[offset];
	if (open === '"' || open === "'") return endOfQuoted(content, offset, open);
	if (open !== '[' && open !== '{') return offset;
	let depth = 0;
	for (let index = offset; index < content.length; index++) {
		const character = content[index];
		const before = content[index - 1] ?? '';
		if ((character === '"' || character === "'") && /[\s[{,:]/.test(before)) {
			const end = endOfQuoted(content, index, character);
			if (end === undefined) return undefined;
			index = end - 1;
		} else if (character === '[' || character === '{') depth++;
		else if (character === ']' || character === '}') depth--;
		if (depth === 0) return index + 1;
	}
	return undefined;
}

function endOfQuoted(content: string, offset: number, quote: string): number | undefined {
	const rest = content.slice(offset + 1);
	const length = (quote === '"' ? /^(?:\\[\s\S]|[^"\\])*"/ : /^(?:''|[^'])*'(?!')/).exec(rest)?.[0].length;
	return length === undefined ? undefined : offset + 1 + length;
}
