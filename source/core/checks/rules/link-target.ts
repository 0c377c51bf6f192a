import {nearest} from '../../form/index.ts';
import {anchorsOf, numbersOf} from '../heading-links.ts';
import {linkTargets, notFoundAnywhere, pathKeys, type LinkTarget} from '../link-targets.ts';
import {nameOf} from '../naming.ts';
import {rangeOf} from '../place.ts';
import {standingOf} from '../standing.ts';
import type {Document, Range} from '../../form/types.ts';
import type {Facts, Rule} from '../types.ts';

/**
 * A link in a field for links, or in evidence, that leads to no file, to no heading of this document or of another
 * Markdown file, or to a section whose number no heading has. Paths are relative to the document, as everything that
 * shows Markdown has it; only where evidence is gathered may they begin in a folder above, as in evidence. They come in
 * as facts. What nobody looked up is left alone, and so are numbers where no heading has one.
 */
export const linkTarget: Rule = {
	id: 'link-target',
	severity: 'warn',
	summary: 'A link to a file, a heading or a numbered section leads there.',
	*run(document, facts) {
		const places = placesIn(document);
		for (const entry of standingOf(document).fields.values()) {
			const {field} = entry;
			if (entry.state !== 'answered') continue;
			let behind = 0;
			for (const target of linkTargets(document.form, field, document.answers.get(field.id))) {
				const range = placeOf(document, field.id, target, behind);
				if (range.to - range.from === target.to.length) behind = range.to;
				const fault = faultIn(target, facts, places);
				if (!fault) continue;
				yield {
					reason: `${nameOf(entry)}: ${fault.words}`,
					...fault,
					range,
					section: field.section,
					field: field.id,
				};
			}
		}
	},
	examples: [
		{
			title: 'No such heading.',
			template: '# Decision\n\n- **See:** [path or URL]\n\n## Risks\n\n[Risks]\n',
			document: '# Decision\n\n- **See:** [the risks](#risk)\n\n## Risks\n\nNone.\n',
			findings: 1,
		},
		{
			title: 'Headings, with signs in them, in code and twice.',
			template: '# Decision\n\n- **See:** [links]\n\n## Risks\n\n[Risks]\n',
			document:
				'# Decision\n\n- **See:** [a](#2-what-if--why), [b](#risks-1)\n\n## Risks\n\nNone.\n\n## 2. What `if` / why?\n\nA.\n\n## Risks\n\nB.\n',
			findings: 0,
		},
		{
			title: 'A section whose number no heading has.',
			template: '# Decision\n\n- **See:** [path or URL]\n\n## 1. Risks\n\n[Risks]\n\n## 1.1 Costs\n\n[Costs]\n',
			document: '# Decision\n\n- **See:** see §1.1 and 2.3\n\n## 1. Risks\n\nNone.\n\n## 1.1 Costs\n\nNone.\n',
			findings: 1,
		},
		{
			title: 'A section of another document, and one where headings have no numbers.',
			template: '# Decision\n\n- **See:** [path or URL]\n\n## Risks\n\n[Risks]\n',
			document: '# Decision\n\n- **See:** §9\n\n## Risks\n\nNone.\n',
			findings: 0,
		},
		{
			title: 'A path that was not looked up, a ticket and a web address.',
			template: '# Decision\n\n- **See:** [links]\n',
			document: '# Decision\n\n- **See:** docs/page.md, #123, https://example.org/#nowhere\n',
			findings: 0,
		},
	],
};

/** Where a link's target stands in its answer, behind the one before; all of that where it is written in another way. */
function placeOf(document: Document, id: string, {to}: LinkTarget, behind: number): Range {
	const whole = rangeOf(document, id);
	const at = document.source.indexOf(to, Math.max(whole.from, behind));
	return at < 0 || at + to.length > whole.to ? whole : {from: at, to: at + to.length};
}

type Fault = {readonly words: string; readonly help: string};

/** Where a link can lead in the document itself, found when it is first asked for. */
type Places = {anchors(): ReadonlySet<string>; numbers(): readonly string[]};

function placesIn(document: Document): Places {
	let anchors: ReadonlySet<string> | undefined;
	let numbers: readonly string[] | undefined;
	return {
		anchors: () => (anchors ??= anchorsOf(document)),
		numbers: () => (numbers ??= numbersOf(document)),
	};
}

const howToLink = 'A link has the heading’s words in lower case, with hyphens between them.';

function faultIn(target: LinkTarget, {paths}: Facts, places: Places): Fault | undefined {
	if (target.type === 'section') return sectionFault(target.to, places.numbers());
	if (target.type === 'anchor') {
		const {to} = target;
		const anchors = places.anchors();
		if (anchors.has(to.toLowerCase())) return undefined;
		const meant = nearest(to, anchors);
		return {
			words: `no heading of this document is #${to}.`,
			help: meant === undefined ? howToLink : `Did you mean #${meant}?`,
		};
	}

	const {to, anchor = ''} = target;
	const facts = pathKeys(target).map(key => paths.get(key));
	const fact = facts.find(one => one !== 'missing' && one !== 'outside') ?? facts[0];
	if (typeof fact === 'object') {
		const help = fact.meant === undefined ? howToLink : `Did you mean ${to}#${fact.meant}?`;
		return {words: `no heading of “${to}” is #${anchor}.`, help};
	}

	switch (fact) {
		case 'missing':
			if (target.fromAbove) return notFoundAnywhere(to);
			return {
				words: `there is no “${to}” beside this document.`,
				help: 'A path begins in the folder of the document; check how it is written.',
			};
		case 'outside':
			return {
				words: `“${to}” leads out of the project and is not looked up.`,
				help: 'Name a file of the project, or give a web address.',
			};
		default:
			return undefined;
	}
}

/** Where no heading has a number, a section's is another document's. */
function sectionFault(number: string, numbers: readonly string[]): Fault | undefined {
	if (numbers.length === 0 || numbers.includes(number)) return undefined;
	return {
		words: `no heading of this document has the number ${number}.`,
		help: `They go from ${numbers[0]} to ${numbers.at(-1)}.`,
	};
}
