/** Answers that are offered from what is there already. An offer is shown and taken with one key, never by itself. */

import {flatten, formatDate, sampleText, totalFor, validate} from '../form/index.ts';
import type {Field, Value} from '../form/types.ts';
import {marksAround} from './answers.ts';
import {questionOf} from './earlier.ts';
import {mayBeToday} from './own-dates.ts';
import {sectionTitle} from './select.ts';
import type {Context, WizardState} from './types.ts';

const authorLabel = /^(authors?|owners?|dri|prepared by|written by)$/;
const repositoryLabel = /^((git|source|code) )?(repo|repository|codebase|source code)( (url|link|address))?$/;
const thing = '(project|package|module|service|product|system|application|app|library|tool|crate)';
const nameLabel = new RegExp(`^(${thing}|${thing} name)$`);
const versionLabel = new RegExp(`^((${thing}|software|current|release) )?version$`);

/** What is offered at a field, and where it comes from; `where` names the place, the file or the document. */
export type Offer = {
	readonly value: Value;
	readonly from:
		'computed' | 'today' | 'git' | 'elsewhere' | 'template' | 'sample' | 'remote' | 'folder' | 'package' | 'earlier';
	readonly where?: string;
};

/** Where an offer comes from, in words. */
export function sourceWords({from, where = ''}: Offer): string {
	switch (from) {
		case 'computed':
			return 'what the rows add up to';
		case 'today':
			return 'today';
		case 'git':
			return 'from git';
		case 'elsewhere':
		case 'earlier':
			return `as in ${where}`;
		case 'template':
			return 'the template suggests it';
		case 'sample':
			return 'a sample to start from';
		case 'remote':
			return 'where git has it from';
		case 'folder':
			return "the folder's name";
		case 'package':
			return `from ${where}`;
	}
}

/**
 * True for what only may be meant: a sample, and what is known of the place or from other documents. Who goes on with
 * Enter alone has not chosen it.
 */
export function isGuess({from}: Offer): boolean {
	return from === 'sample' || from === 'remote' || from === 'folder' || from === 'package' || from === 'earlier';
}

/** The offer for a field, best source first. Taken together with `field.use-default`. */
export function offerFor(state: WizardState, field: Field): Offer | undefined {
	const {form, answers, context} = state;
	const question = questionOf(field);
	const total = totalFor(form, answers, field);
	const candidates: (Offer | undefined)[] = [
		total === undefined ? undefined : {value: total, from: 'computed'},
		mayBeToday(field, context.checks?.words)
			? {value: formatDate(context.today, field.format), from: 'today'}
			: undefined,
		elsewhere(state, field),
		context.author !== undefined && authorLabel.test(question)
			? {value: field.multiple ? [context.author] : context.author, from: 'git'}
			: undefined,
		field.default === undefined ? undefined : {value: field.default, from: 'template'},
		...aroundIt(context, field),
		field.kind === 'code' && field.placeholder.trim() !== ''
			? {value: sampleText(form, field, answers).replace(/\r?\n$/, ''), from: 'sample'}
			: undefined,
	];
	return candidates.find(offer => offer !== undefined && validate(field, offer.value) === undefined);
}

/** What the place and the author's other documents say. A block is about its own thing, which none of them knows. */
function aroundIt(context: Context, field: Field): readonly Offer[] {
	if (field.repeat !== undefined) return [];
	const question = questionOf(field);
	const {remote, folder, earlier} = context;
	const {file, name, version} = context.package ?? {};
	const found: (Offer | false | undefined)[] = [];
	if (field.kind === 'link' || field.kind === 'text') {
		const isRepository = remote !== undefined && repositoryLabel.test(question);
		found.push(isRepository && {value: field.multiple ? [remote] : remote, from: 'remote'});
	}

	if (field.kind === 'text' || field.kind === 'number') {
		const isVersion = version !== undefined && versionLabel.test(question);
		found.push(isVersion && {value: version, from: 'package', ...(file === undefined ? {} : {where: file})});
	}

	if (field.kind === 'text' && nameLabel.test(question)) {
		found.push(name !== undefined && {value: name, from: 'package', ...(file === undefined ? {} : {where: file})});
		found.push(folder !== undefined && {value: folder, from: 'folder'});
	}

	const same = earlier?.find(each => each.question === question && validate(field, each.value) === undefined);
	found.push(same && {value: same.value, from: 'earlier', where: `“${same.document}”`});
	return found.filter(offer => offer !== false && offer !== undefined);
}

/**
 * The same question answered elsewhere in this document: same label and kind. What a block says is about its own thing,
 * and so is what it asks, but for who is behind it.
 */
function elsewhere(state: WizardState, field: Field): Offer | undefined {
	const {form, answers} = state;
	if (field.repeat !== undefined && field.kind !== 'person') return undefined;
	const question = questionOf(field);
	const twin = form.fields.find(other => {
		if (other.id === field.id || other.kind !== field.kind || questionOf(other) !== question) return false;
		return other.repeat === undefined && answers.get(other.id)?.state === 'answered';
	});
	const answer = twin && answers.get(twin.id);
	if (!twin || answer?.state !== 'answered') return undefined;
	return {value: answer.value, from: 'elsewhere', where: placeWords(state, twin)};
}

/** The number in a heading, as its author counts: `5.1`, `16b`, `9)`. */
const headingNumber = /^\s*(\d+(?:\.\d+)*[a-z]?)[.):]?(?=\s)/;

/** A section as people refer to it: `§9 System Architecture`, `“Scope”`, `the header`. */
function placeWords(state: WizardState, {section: id}: Field): string {
	const sections = flatten(state.form.sections);
	const section = sections.find(each => each.id === id);
	// What stands right below the only title stands in no part that has a name of its own.
	const isHead = section?.level === 1 && sections.filter(({level}) => level === 1).length === 1;
	if (!section || section.level === 0 || isHead) return 'the header';
	const whole = sectionTitle(state, section);
	const number = headingNumber.test(section.heading) ? headingNumber.exec(whole)?.[1] : undefined;
	const title = whole.replace(headingNumber, '').trim();
	return number === undefined ? `“${title}”` : `§${number} ${title}`;
}

/**
 * What is offered at a field now: nothing where it has an answer, or where its section has a mark that says that nothing
 * is asked there.
 */
export function offer(state: WizardState, field: Field): Offer | undefined {
	if (state.answers.has(field.id) || marksAround(state, field.section).length > 0) return undefined;
	return offerFor(state, field);
}
