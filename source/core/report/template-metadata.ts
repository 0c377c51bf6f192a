/**
 * The metadata by which a specification is found and begun as a template: what its section "Template Metadata" says, as
 * data for other programs. It is read from the lines themselves, so that it is the same whoever wrote them.
 */

import {codeFault, variableFaults} from '../checks/index.ts';
import {headingKey, partsOf} from '../form/index.ts';
import {countGraphemes} from '../text/index.ts';
import {metadataLines, type MetadataLine} from './metadata-lines.ts';

/** What a specification says of itself as a template. */
export type TemplateMetadata = {
	readonly acceptance_criteria: readonly string[];
	readonly description: string;
	readonly metadata: Readonly<Record<string, unknown>>;
	readonly name: string;
	readonly priority: string;
	readonly title_template: string;
	readonly variables: readonly string[];
};

/** What keeps the metadata from being exported, and where; lines and columns from 1, columns in characters. */
export type MetadataFault = {
	readonly line: number;
	readonly column: number;
	readonly reason: string;
	readonly help: string;
};

type Key = keyof TemplateMetadata;

const identifier = /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u;

/** The metadata of a document, or everything that is wrong with it, in the order in which it stands. */
export function templateMetadata(
	source: string,
): {readonly metadata: TemplateMetadata} | {readonly faults: readonly MetadataFault[]} {
	const parts = partsOf(source);
	const found = parts.map(part => ({part, lines: metadataLines(source, part)}));
	const section =
		found.find(({part}) => headingKey(part.text) === 'template metadata') ??
		found.find(({lines}) => lines.some(({key}) => key === 'title_template'));
	if (!section) {
		const reason = 'there is no section "Template Metadata"';
		return {faults: [{line: 1, column: 1, reason, help: 'The template technical-specification has one.'}]};
	}

	const reading = new Reading(source, section.part.from, section.lines);
	const metadata = {
		acceptance_criteria: reading.list('acceptance_criteria'),
		description: reading.text('description'),
		metadata: reading.object('metadata'),
		name: reading.name('name'),
		priority: reading.text('priority'),
		title_template: reading.text('title_template'),
		variables: reading.names('variables'),
	};
	reading.compareVariables(metadata.variables);
	const {faults} = reading;
	if (faults.length === 0) return {metadata};
	return {faults: faults.toSorted((one, other) => one.line - other.line || one.column - other.column)};
}

/** Goes through the lines and notes what is wrong with them. */
class Reading {
	readonly faults: MetadataFault[] = [];
	readonly #source: string;
	readonly #heading: number;
	readonly #lines: readonly MetadataLine[];
	/** Keys whose lines were counted. */
	readonly #told = new Set<Key>();

	constructor(source: string, heading: number, lines: readonly MetadataLine[]) {
		this.#source = source;
		this.#heading = heading;
		this.#lines = lines;
	}

	/** What stands behind a key; the empty text where that is no answer. */
	text(key: Key): string {
		const line = this.#line(key);
		if (!line) return '';
		if (isOpen(line.text)) this.#fault(line.from, `"${key}" is not filled in`, 'Write what it is.');
		return line.text;
	}

	name(key: Key): string {
		const text = this.text(key);
		if (text !== '' && !isOpen(text) && !identifier.test(text)) {
			const help = 'Letters, digits, ".", "_" and "-" make one, such as bug-fix.';
			this.#fault(this.#line(key)!.from, `"${text}" is no identifier`, help);
		}
		return text;
	}

	/** The items below a key. */
	list(key: Key): readonly string[] {
		const line = this.#line(key);
		if (!line) return [];
		if (line.items.length === 0) {
			this.#fault(line.from, `"${key}" has no items`, 'Write each on a line of its own below it, indented.');
		}
		for (const {text, from} of line.items)
			if (isOpen(text)) this.#fault(from, `an item of "${key}" is not filled in`, 'Write it, or remove its line.');
		return line.items.map(({text}) => text);
	}

	/** Names between brackets, or below a key. */
	names(key: Key): readonly string[] {
		const line = this.#line(key);
		if (!line) return [];
		const inside = /^\[([^[\]]*)\]$/.exec(line.text)?.[1];
		if (inside === undefined && (line.text !== '' || line.items.length === 0)) {
			this.#fault(line.from, `"${key}" has no list of names`, 'Write them as [one, two], or [] for none.');
			return [];
		}
		const written = inside === undefined ? line.items.map(({text}) => text) : inside.split(',');
		const names = written.map(name => name.trim().replace(/^(["'`])(.*)\1$/, '$2'));
		if (names.length === 1 && names[0] === '') return [];
		if (names.some(isOpen)) {
			this.#fault(line.from, `"${key}" is not filled in`, 'Write the names, or [] for none.');
			return [];
		}
		return names;
	}

	/** A JSON object behind a key. A member whose placeholder says that it is optional is left out. */
	object(key: Key): Readonly<Record<string, unknown>> {
		const line = this.#line(key);
		if (!line) return {};
		if (line.text === '') {
			this.#fault(line.from, `"${key}" is not filled in`, 'Write it as JSON, or {} for nothing.');
			return {};
		}
		const fault = codeFault('json', line.text);
		if (fault) {
			this.#fault(line.from + fault.range.from, `"${key}" is no JSON: ${fault.reason}`, fault.help);
			return {};
		}
		const value: unknown = JSON.parse(line.text);
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			this.#fault(line.from, `"${key}" is no object`, 'Write it in braces: {"author": "Ada", "version": "1.0"}.');
			return {};
		}
		const members = Object.entries(value).filter(([, said]) => !isOptional(said));
		for (const [name, said] of members) {
			if (typeof said !== 'string' || !isOpen(said)) continue;
			const at = line.text.indexOf(JSON.stringify(said));
			this.#fault(line.from + Math.max(0, at), `"${name}" in "${key}" is not filled in`, 'Write what it is.');
		}
		return Object.fromEntries(members);
	}

	/** The variables are those in the title's braces, neither more nor fewer. */
	compareVariables(names: readonly string[]): void {
		const [titled, named] = [this.#line('title_template'), this.#line('variables')];
		if (!titled || !named || isOpen(titled.text) || (names.length === 0 && !/^\[\s*\]$/.test(named.text))) return;
		const isOneLine = named.text !== '';
		for (const fault of variableFaults(titled.text, isOneLine ? named.text : names.join(', '))) {
			const isInTitle = fault.in === 'title';
			const within = isInTitle || isOneLine ? fault.range.from : 0;
			const [key, from] = isInTitle ? ['title_template', titled.from] : ['variables', named.from];
			this.#fault(from + within, `"${key}" ${fault.words}`, fault.help);
		}
	}

	#line(key: Key): MetadataLine | undefined {
		const lines = this.#lines.filter(line => line.key === key);
		if (!this.#told.has(key)) {
			this.#told.add(key);
			if (lines.length === 0)
				this.#fault(this.#heading, `"${key}" is missing`, `Add a line "- **${key}:** …" to this section.`);
			for (const {at} of lines.slice(1)) this.#fault(at, `"${key}" is there twice`, 'Keep one of them.');
		}
		return lines[0];
	}

	#fault(offset: number, reason: string, help: string): void {
		const before = this.#source.slice(0, offset);
		const start = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
		const line = before.split(/\r\n|\n|\r/).length;
		this.faults.push({line, column: countGraphemes(before.slice(start)) + 1, reason, help});
	}
}

/** True for what holds an answer's place: nothing, a placeholder, or a word that says that there is none yet. */
function isOpen(text: string): boolean {
	return /^(?:|\[[^\]]*\]|_{2,}|\.{3}|…|tbd|todo|n\/a)$/i.test(text.trim()) || placeholder.test(text);
}

/** Words between angle brackets; an address there is a link. */
const placeholder = /<(?![a-z][\w+.-]*:)\p{L}(?:[^<>\n]*[^<>\s])?>/iu;

function isOptional(value: unknown): boolean {
	return typeof value === 'string' && /^<[^<>]*\boptional\b[^<>]*>$/i.test(value.trim());
}

/** The export's text: keys in alphabetical order at every depth, two blanks, a line end. */
export function metadataText(metadata: TemplateMetadata): string {
	return `${JSON.stringify(sorted(metadata), undefined, 2)}\n`;
}

function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(entries.map(([key, own]) => [key, sorted(own)]));
}
