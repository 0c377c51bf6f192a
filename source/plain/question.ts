/** A question in words: where one is, what is asked, the help there is, what stands there now. */

import {
	blockInHand,
	completeness,
	document,
	fieldInHand,
	gaps,
	guidanceFor,
	isAbsent,
	isGuess,
	itemMarks,
	messagesOf,
	offer,
	otherPeople,
	position,
	sourceWords,
	stateOf,
	type Field,
	type WizardState,
} from '../core/wizard/index.ts';
import type {Message} from '../core/checks/index.ts';
import {exitCodes, type Problem} from '../core/problem.ts';
import {everyField} from '../core/form/index.ts';
import {boxLines} from './boxes.ts';

/** Ids of the fields, and of what the template brings, in the order in which they are asked; the numbers on the screen count from 1. */
export function numbered(state: WizardState): readonly string[] {
	return everyField(state.form).map(({id}) => id);
}

/** The lines above a prompt. The section's path is told where it is another than `previousSection`. */
export function questionLines(state: WizardState, previousSection: string | undefined): readonly string[] {
	const field = fieldInHand(state);
	const {own, shared, topics} = guidanceFor(state, field);
	const lines: string[] = [''];
	if (field.section !== previousSection) {
		const {path, section, sections} = position(state);
		lines.push(`== ${path.join(' › ')} (section ${section} of ${sections})`);
		for (const text of shared) lines.push(...indented(text));
		lines.push('');
	}
	lines.push(headLine(state, field), ...blockLines(state));
	for (const text of [...own, ...topics]) lines.push(...indented(text));
	if (field.example !== undefined) lines.push('  Example:', ...indented(field.example, '    '));
	lines.push(...standingLines(state, field));
	return lines;
}

/** The lines above a prompt that comes again for the same field: its guidance was read a moment ago. */
export function questionAgain(state: WizardState): readonly string[] {
	const field = fieldInHand(state);
	return ['', headLine(state, field), ...blockLines(state), ...standingLines(state, field)];
}

function headLine(state: WizardState, field: Field): string {
	const ids = numbered(state);
	return `${ids.indexOf(field.id) + 1} of ${ids.length}. ${field.label} [${kindWords(field)}; ${requirementWords(field)}]`;
}

function blockLines(state: WizardState): readonly string[] {
	const block = blockInHand(state);
	return block ? [`  ${block.label} ${block.number} of ${block.of}; :add adds another, :remove takes it away.`] : [];
}

function standingLines(state: WizardState, field: Field): readonly string[] {
	const held = stateOf(state, field.id);
	const answer = state.answers.get(field.id);
	if (answer?.state === 'not-applicable') return [`  Not applicable: ${answer.reason || '(no reason given)'}`];
	const absent: string[] = [
		...(isAbsent(state, field.id) ? ['  Not in the document yet: your answer puts it there.'] : []),
		...(state.deferred.has(field.id) ? ['  Put off until later.'] : []),
	];
	if (answer?.state === 'left-out' && field.boilerplate) return ['  Removed; :drop brings it back.'];
	if (field.boilerplate) return broughtLines(state, field);
	if (held === 'prefilled')
		return [...absent, '  The template says (Enter keeps it):', ...indented(currentText(state, field), '    ')];
	const boxes = boxLines(state);
	if (boxes.length > 0)
		return [...absent, '  Now (Enter keeps it):', ...boxes.map(line => `    ${line}`), ...faultLines(state, field)];
	if (answer?.state === 'answered') {
		return [
			'  Now (Enter keeps it):',
			...indented(currentText(state, field), '    '),
			...faultLines(state, field),
			...(field.multiple || field.item?.people ? peopleLines(state, field) : []),
		];
	}
	absent.push(...peopleLines(state, field));
	// A table is offered nothing as a whole: Enter ends it, and what its cells are offered is taken cell by cell.
	const offered = field.kind === 'table' ? undefined : offer(state, field);
	if (!offered) return absent;
	// Enter alone takes no sample: it is a start to change, and whoever only goes on has not chosen it.
	if (offered.from === 'sample')
		return [
			...absent,
			'  A sample to start from (:take takes it, :edit changes it; it counts once it is changed):',
			...indented(valueWords(offered.value), '    '),
		];
	const words = `${valueWords(offered.value)} (${sourceWords(offered)})`;
	return [...absent, isGuess(offered) ? `  Offered, :take takes it: ${words}` : `  Enter takes: ${words}`];
}

function faultLines(state: WizardState, {id}: Field): readonly string[] {
	return faultsAt(state, id).map(({reason}) => `  ! ${reason}`);
}

/** What the template brings, of a list each line with the number that takes it out. */
function broughtLines(state: WizardState, field: Field): readonly string[] {
	const {input} = state;
	const says = state.answers.has(field.id) ? 'Now' : 'The template says';
	const isList = field.kind === 'list' && input.type === 'text';
	const text = isList
		? input.buffer.lines.map((line, index) => `${index + 1} ${line}`).join('\n')
		: currentText(state, field);
	const one = isList ? ':drop N removes line N, ' : '';
	return [
		`  ${says} (Enter keeps it, ${one}:drop removes it, :keep-all keeps all that the template brings):`,
		...indented(text, '    '),
	];
}

/** How many people are told: more would be read out for longer than a name takes to type. */
const mostPeople = 9;

/** Those who can be taken by their number instead of being typed. */
export function peopleToTake(state: WizardState): readonly string[] {
	return otherPeople(state).slice(0, mostPeople);
}

function peopleLines(state: WizardState, {multiple, item}: Field): readonly string[] {
	const people = peopleToTake(state).map((name, index) => `${index + 1} ${name}`);
	const how = multiple || item?.people ? ':take and a number adds one' : ':take and a number takes one';
	return people.length === 0 ? [] : [`  People (${how}): ${people.join(', ')}`];
}

/** What is wrong with an answer. What only says that none was given is told where gaps are asked for. */
export function faultsAt(state: WizardState, field: string): readonly Message[] {
	const isGiven = stateOf(state, field) === 'answered';
	return messagesOf(state, field).filter(({severity}) => severity === 'error' || (isGiven && severity === 'warn'));
}

/** What is missing, each with the number of its question, which `:goto` and the review take. */
export function gapLines(state: WizardState): readonly string[] {
	const ids = numbered(state);
	const found = gaps(state);
	if (found.length === 0) return ['  Nothing is missing.'];
	return found.map(({field, near, label, where, reason}) => {
		const question = field ?? near;
		const number = question === undefined ? '' : `${ids.indexOf(question) + 1}. `;
		return `  ${number}${where === '' || where === label ? '' : `${where} › `}${label}: ${reason}`;
	});
}

/** The text that stands at a field in the document as it is now. */
export function currentText(state: WizardState, field: Field): string {
	const {source, spans} = document(state);
	const span = spans.get(field.id);
	return span ? source.slice(span.from, span.to).trim() : '';
}

/** A value in words on one line, rows and items with the names of their parts. */
export function valueWords(value: unknown): string {
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (Array.isArray(value)) {
		const parts: readonly unknown[] = value;
		return parts.map(valueWords).join(parts.some(part => typeof part === 'object') ? '; ' : ', ');
	}
	if (typeof value !== 'object' || value === null) return String(value);
	return Object.entries(value)
		.filter(([, part]) => part !== '')
		.map(([name, part]) => `${name}: ${valueWords(part)}`)
		.join(', ');
}

/** The kind of answer, in words that say how to type it. */
export function kindWords(field: Field): string {
	switch (field.kind) {
		case 'prose':
			return 'text of any length; a line with a single dot ends it';
		case 'code':
			return `${field.language ?? 'code'}; a line with a single dot ends it`;
		case 'list':
			return `${listWords(field)}, two spaces before one below it; an empty line ends it`;
		case 'checklist':
			return field.fixedItems ? 'which are done' : 'a line an item, [x] before one that is done; an empty line ends it';
		case 'table':
			return 'a table, cell by cell';
		case 'choice':
			return field.multiple ? 'any of these' : field.open ? 'one of these, or your own' : 'one of these';
		case 'date':
			return `a date${field.format === undefined ? '' : ` as ${field.format}`}; today and +2w work too`;
		case 'number':
			return field.unit === undefined ? 'a number' : `a number in ${field.unit}`;
		case 'link':
			return 'a path or web address';
		case 'person':
			return field.multiple ? 'names, with commas between them' : 'a name';
		default:
			return field.unit === undefined ? 'one line' : `an amount in ${field.unit}`;
	}
}

/** What a line of a list is, and how its items are numbered where the document does that by itself. */
function listWords(field: Field): string {
	const [first = '', second] = itemMarks(field, ['-', '-']);
	return first === '' ? 'a line an item' : `a line an item, numbered ${first}, ${second} for you`;
}

/** What an answer of one line is asked for by: the field's name, with the unit that need not be typed. */
export function promptWords({label, unit}: Field): string {
	return unit === undefined || label.includes(unit) ? label : `${label} (${unit})`;
}

function requirementWords(field: Field): string {
	if (field.boilerplate) return 'from the template';
	switch (field.requirement) {
		case 'conditional':
			return field.condition === undefined ? 'if it applies' : field.condition;
		case 'unspecified':
			return 'required';
		default:
			return field.condition === undefined ? field.requirement : `${field.requirement}, ${field.condition}`;
	}
}

/** One line that says how far the document is and whether it is safe. */
export function progressLine(state: WizardState): string {
	const {required, readyToFinish} = completeness(state);
	const far = `${required.percent}% complete, ${required.answered} of ${required.total} required`;
	return `-- ${far}${readyToFinish ? ', ready to finish' : ''}; ${savedWords(state)}`;
}

/** Whether what was typed is safe on disk, in words. */
export function savedWords({saved}: WizardState): string {
	switch (saved.state) {
		case 'saved':
			return `draft saved${/T(\d\d:\d\d)/.test(saved.at) ? ` ${saved.at.slice(11, 16)}` : ''}`;
		case 'saving':
			return 'saving the draft';
		case 'read-only':
			return 'read only';
		case 'unsaved':
			return ['NOT SAVED:', saved.problem.summary, saved.problem.next, retryWords(saved.problem)]
				.filter(Boolean)
				.join(' ');
	}
}

/** How to save after all, where nobody else has the draft. */
function retryWords({exit}: Problem): string {
	return exit === exitCodes.locked ? '' : 'What you answer stays in memory; :save tries again.';
}

function indented(text: string, indent = '  '): readonly string[] {
	return text.split('\n').map(line => indent + line);
}
