/** Documents that people wrote from a template: the pairs that the manifest of SPECWRIGHT_CORPUS names, and what is found of each. */

import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {bind, fill, flatten, readForm} from '../../../source/core/form/index.ts';
import type {Form} from '../../../source/core/form/index.ts';
import {headingKey, partsOf} from '../../../source/core/form/headings.ts';
import {recognise} from '../../../source/core/form/match.ts';
import judged from '../../fixtures/judged-pairs.json' with {type: 'json'};

export type Pair = {readonly name: string; readonly text: string; readonly template: string; readonly form: Form};

/** A pair's headings: by name those of the template that the document has and that were not found, and judged ones. */
export type Measured = {
	/** Sections of the template whose words stand as a heading in the document, and those of them that were found. */
	readonly sections: number;
	readonly found: number;
	readonly lost: readonly string[];
	/** Headings that were judged by reading both texts, those matched as they were judged, and those matched otherwise. */
	readonly judged: number;
	readonly right: number;
	readonly wrong: readonly string[];
	/** Bytes of the document that are not there when it is written again, as it was opened and with its own answers. */
	readonly content: number;
};

/** The pairs of a corpus; none where it is not there. */
export function corpusPairs(corpus: string): readonly Pair[] {
	const manifest = join(corpus, 'manifest.tsv');
	if (corpus === '' || !existsSync(manifest)) return [];
	const forms = new Map<string, Form>();
	const formOf = (template: string): Form => {
		const known = forms.get(template) ?? readForm(readFileSync(join(corpus, 'templates', template), 'utf8'));
		forms.set(template, known);
		return known;
	};

	return readFileSync(manifest, 'utf8')
		.trim()
		.split('\n')
		.slice(1)
		.map(row => row.split('\t'))
		.flatMap(([name = '', , , , , , , , , template = '']) =>
			template === ''
				? []
				: [{name, template, text: readFileSync(join(corpus, 'documents', name), 'utf8'), form: formOf(template)}],
		);
}

/** Instances of what repeats are one section. */
function bare(id: string): string {
	return id.replaceAll(/\[\d+\]/g, '');
}

/** For each heading of a document that is one of the template's: its line, and the section that it is. */
function matched({text, form}: Pair): ReadonlyMap<number, string> {
	const {plan, pairs: found, parts} = recognise(form, text);
	const lineAt = (offset: number): number => text.slice(0, offset).split(/\r\n|\n|\r/).length;
	return new Map(
		plan.chunks.flatMap(({index, section, note}) => {
			const part = parts[found[index] ?? 0];
			if (!section || section.level === 0 || note || !part || part.level === 0) return [];
			return [[lineAt(part.from), bare(section.id)] as const];
		}),
	);
}

/** How many bytes of a text are not in another, in order. */
function lostBytes(text: string, other: string): number {
	if (text === other) return 0;
	let at = 0;
	let lost = 0;
	for (const line of text.split('\n')) {
		const found = other.indexOf(line, at);
		if (found < 0) lost += Buffer.byteLength(line) + 1;
		else at = found + line.length;
	}

	return Math.max(1, lost);
}

/** What is found of a pair, and what is lost. */
export function measure(pair: Pair): Measured {
	const {form, text, name} = pair;
	const found = matched(pair);
	const ids = new Set(found.values());
	const keys = new Set(partsOf(text).map(one => headingKey(one.text)));
	const own = flatten(form.sections).filter(({level, heading}) => level > 0 && keys.has(headingKey(heading)));
	const lost = own.filter(({id}) => !ids.has(bare(id))).map(({id}) => id);
	const lines: Readonly<Record<string, readonly number[]>> =
		(judged.documents as Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>)[name] ?? {};
	const said = Object.entries(lines).filter(([, ours]) => ours.length > 0);
	const byLine = new Map(flatten(form.sections).map(({line, id}) => [line, bare(id)]));
	const right = said.filter(([line, ours]) => ours.some(one => byLine.get(one) === found.get(Number(line)))).length;
	const wrong =
		said.length === 0
			? []
			: [...found].flatMap(([line, id]) => {
					const ours = lines[line] ?? [0];
					return ours.length > 0 && !ours.some(one => byLine.get(one) === id)
						? [`line ${line} is taken for ${id}`]
						: [];
				});
	const bound = bind(form, text);
	const content = Math.max(
		lostBytes(text, fill(bound.form, new Map()).source),
		lostBytes(text, fill(bound.form, bound.answers).source),
	);
	return {
		sections: own.length,
		found: own.length - lost.length,
		lost,
		judged: said.length,
		right,
		wrong,
		content,
	};
}
