/** The variables of a title template, `Expiry of {thing}`, and the list that names them, `[thing]`. Pure texts: exports use it too. */

import type {Range} from '../form/types.ts';

/** A name and where it stands in the text that was read. */
export type VariableName = {readonly name: string; readonly range: Range};

/** What is wrong with one of the two texts; `range` is in that text. */
export type VariableFault = {
	readonly in: 'title' | 'list';
	readonly words: string;
	readonly range: Range;
	readonly help: string;
};

/** Letters, digits and `_`, and no digit in front, so that programs can fill them in. */
const variable = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const nameHelp = 'Letters, digits and "_" make a name, and it begins with no digit.';

/** The names in braces, in their order; `{{name}}` and `${name}` are the same. */
function titleVariables(title: string): readonly VariableName[] {
	return Array.from(title.matchAll(/\{+([^{}]*)\}+/g), ({0: whole, 1: inside = '', index}) => {
		const name = inside.trim();
		const from = index + whole.indexOf(inside) + inside.indexOf(name);
		return {name, range: {from, to: from + name.length}};
	});
}

/** The names in a list in square brackets or parted by commas; undefined where a bracket is missing. */
function listedVariables(list: string): readonly VariableName[] | undefined {
	const text = list.trim();
	if (/^(?:n\/a\b.*|none|-|—|\[\s*\])?$/i.test(text)) return [];
	if (text.startsWith('[') !== text.endsWith(']')) return undefined;
	return Array.from(list.matchAll(/[^,;[\]\r\n]+/g), ({0: whole, index}) => {
		const name = whole.replace(/^(?:\s*[-*+]\s)?[\s"'`{]+/, '').replace(/[\s"'`}]+$/, '');
		const from = index + Math.max(0, whole.indexOf(name));
		return {name, range: {from, to: from + name.length}};
	}).filter(({name}) => name !== '');
}

/** Where a title template and the list of its variables do not fit each other, or one of them is broken. */
export function variableFaults(title: string, list: string): readonly VariableFault[] {
	const faults: VariableFault[] = [];
	const stray = /[{}]/.exec(title.replace(/\{+[^{}]*\}+/g, whole => ' '.repeat(whole.length)));
	if (stray) {
		const range = {from: stray.index, to: stray.index + 1};
		faults.push({in: 'title', words: `has a "${stray[0]}" without its other half`, range, help: 'Write {name}.'});
	}

	const used = titleVariables(title);
	const listed = listedVariables(list);
	if (!listed) {
		const range = {from: 0, to: list.length};
		faults.push({in: 'list', words: 'has a bracket without its other half', range, help: 'Write [one, two].'});
		return faults;
	}

	const names = new Set(listed.map(({name}) => name));
	const inTitle = new Set(used.map(({name}) => name));
	const told = new Set<string>();
	for (const {name, range} of used) {
		if (told.has(name)) continue;
		told.add(name);
		if (name !== '' && !variable.test(name)) {
			faults.push({in: 'title', words: `has {${name}}, which is no variable’s name`, range, help: nameHelp});
		} else if (!names.has(name)) {
			const words = name === '' ? 'has braces without a name in them' : `has {${name}}, which the variables lack`;
			faults.push({in: 'title', words, range, help: 'Add it to the variables, or give both the same name.'});
		}
	}

	for (const [index, {name, range}] of listed.entries()) {
		const isTwice = listed.findIndex(one => one.name === name) < index;
		if (!variable.test(name)) {
			faults.push({in: 'list', words: `has "${name}", which is no variable’s name`, range, help: nameHelp});
		} else if (isTwice || !inTitle.has(name)) {
			const words = isTwice ? `has "${name}" twice` : `has "${name}", which the title template lacks`;
			faults.push({in: 'list', words, range, help: 'Put {…} with this name into the title, or take it out here.'});
		}
	}

	return faults;
}
