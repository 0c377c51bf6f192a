import {flatten, nearest} from '../../form/index.ts';
import type {Form, Section} from '../../form/types.ts';
import type {TemplateRule} from './types.ts';

/** A heading that skips a level. */
export const headingJump: TemplateRule = {
	id: 'heading-jump',
	severity: 'info',
	summary: 'Headings go down by one level at a time.',
	*run({sections}) {
		for (const above of flatten(sections)) {
			const below = above.sections.find(({level}) => above.level > 0 && level > above.level + 1);
			if (below)
				yield {
					reason: `This heading is of level ${below.level}, right below one of level ${above.level}.`,
					range: below.headingRange,
					section: below.id,
					help: `Write it with ${'#'.repeat(above.level + 1)}, so that readers and tools see the same outline.`,
				};
		}
	},
	examples: [
		{title: 'From 2 to 4.', template: '# A\n\n## B\n\n#### C\n\nWhat?\n', findings: 1},
		{title: 'Step by step.', template: '# A\n\n## B\n\n### C\n\nWhat?\n', findings: 0},
	],
};

const markers = ['required', 'recommended', 'optional', 'mandatory'];

/** Words in brackets behind a heading that may have been meant for a marker. */
export const markerUnknown: TemplateRule = {
	id: 'marker-unknown',
	severity: 'info',
	summary: 'What stands in brackets behind a heading is a marker, or clearly none.',
	*run(form) {
		const all = flatten(form.sections);
		const usesMarkers = form.guidance.some(
			({role, range}) =>
				role === 'marker' &&
				all.some(({headingRange}) => range.from >= headingRange.from && range.to <= headingRange.to),
		);
		for (const section of all) {
			const words = /\((?<words>\p{Ll}[\p{Ll} -]{2,24})\)[*_:]*$/u.exec(section.title.trim())?.groups?.['words'];
			if (words === undefined) continue;
			const near = words.includes(' ') ? undefined : nearest(words, markers);
			if (near === undefined && !usesMarkers) continue;
			yield {
				reason: `"(${words})" is read as part of the title, and says nothing of how much the section is needed.`,
				range: section.headingRange,
				section: section.id,
				help:
					near === undefined
						? 'Markers are (required), (recommended), (optional), (if applicable) and their like.'
						: `Did you mean "(${near})"?`,
			};
		}
	},
	examples: [
		{title: 'A slip of the pen.', template: '# A\n\n## B (optinal)\n\nWhat?\n', findings: 1},
		{
			title: 'A word that is none, among markers.',
			template: '# A\n\n## B (optional)\n\nWhat?\n\n## C (implementation)\n\nHow?\n',
			findings: 1,
		},
		{title: 'The same where no heading has a marker.', template: '# A\n\n## C (implementation)\n\nHow?\n', findings: 0},
	],
};

/** A section with words to the author in it, and nothing that asks for an answer. */
export const sectionSilent: TemplateRule = {
	id: 'section-silent',
	severity: 'info',
	summary: 'A section that speaks to the author asks for something.',
	*run(form) {
		for (const section of flatten(form.sections)) {
			if (
				section.level === 0 ||
				section.title === '' ||
				section.id === 'document' ||
				asks(section) ||
				section.guidance.length === 0
			)
				continue;
			if (
				form.guidance.some(({range}) => range.from <= section.headingRange.from && range.to >= section.headingRange.to)
			)
				continue;
			yield {
				reason: `"${section.title}" speaks to the author, and has nothing to fill.`,
				range: section.headingRange,
				section: section.id,
				help: 'Add a blank such as `[your answer]`, or nothing if it only explains.',
			};
		}
	},
	examples: [
		{
			title: 'A note that nothing goes with.',
			template: '# A\n\n## B\n\n[Repeat for each endpoint]\n\n## C\n\nWhat?\n',
			findings: 1,
		},
		{title: 'A note and a blank.', template: '# A\n\n## B\n\n> Ask the owner first.\n\n[your answer]\n', findings: 0},
	],
};

function asks({fields, sections}: Section): boolean {
	return fields.length > 0 || sections.some(asks);
}

/** A block that repeats because of what it looks like, not because it says so. */
export const repeatGuessed: TemplateRule = {
	id: 'repeat-guessed',
	severity: 'info',
	summary: 'What repeats says so.',
	*run(form) {
		for (const {id, label, unit, instances, note} of form.repeats) {
			const [first] = instances;
			if (!first || note !== undefined || !isDoubtful(form, unit, instances)) continue;
			yield {
				reason: `"${label}" is read as a block that an author may have several of, because its heading is nothing but a blank.`,
				range: lineAt(form, first.range.from),
				...(unit === 'section' && {section: id}),
				help: 'If so, say it: `[Repeat for each …]`. If not, add `<!-- specwright: repeatable: false -->` below the heading.',
			};
		}
	},
	examples: [
		{title: 'Only a blank as its heading.', template: '# A\n\n## [Area]\n\n- B: [b]\n', findings: 1},
		{title: 'A word and a blank.', template: '# A\n\n## Area: [name]\n\n- B: [b]\n', findings: 0},
	],
};

/** A heading with a word of its own besides the blank, or with numbers, is the convention; others may be chance. */
function isDoubtful(form: Form, unit: 'section' | 'item', instances: Form['repeats'][number]['instances']): boolean {
	if (unit === 'item' || instances.length > 1) return false;
	const heading = flatten(form.sections).find(({id}) => id === instances[0]!.id)?.title ?? '';
	return /^[*_`]*(?:\[[^\]]*\]|<[^>]*>|\{[^}]*\})[*_`:]*$/.test(heading.trim());
}

function lineAt({source}: Form, from: number): {readonly from: number; readonly to: number} {
	const length = /^[^\r\n]*/.exec(source.slice(from))![0].length;
	return {from, to: from + length};
}
