/**
 * How well the rules judge documents as authors write them: test/fixtures/documents has for each bundled template, and for
 * one of a team's own beside them, one that is complete and one that is half done, and planted.yaml the faults that are put
 * into the complete ones. The tests assert what `npm run score:checks` prints.
 */

import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {check, linkPaths, rules, type Facts, type Message} from '../../../source/core/checks/index.ts';
import {asDocument, likeliest, match, outlineOf, readForm} from '../../../source/core/form/index.ts';
import type {Document, Form} from '../../../source/core/form/types.ts';
import {linesOf} from '../../../source/core/text/index.ts';

const root = join(import.meta.dirname, '../../..');
const folder = join(root, 'test/fixtures/documents');

const bundled = [
	'architecture-spec',
	'feature-architecture',
	'module-architecture',
	'system-design',
	'technical-specification',
] as const;

/** The bundled templates, and one such as a team writes for itself: what it asks for no bundled one does. */
export const templates = [...bundled, 'change-plan'] as const;

export type TemplateName = (typeof templates)[number];

/** A fault put into a complete document, and what a rule has to say of it. */
export type Planted = {
	readonly template: TemplateName;
	/** The text that goes; it stands once in the document. */
	readonly find: string;
	/** What stands there instead. */
	readonly replace: string;
	/** A text on the line where the finding belongs; without it that is the first line that was changed. */
	readonly at?: string;
	/** Rules that have to speak of it as well, where one fault is several. */
	readonly also?: readonly string[];
	/** Rules that speak of what follows from it on other lines, by right. */
	readonly follows?: readonly string[];
};

type PlantedFile = {
	/** Rules without faults of their own, and why. */
	readonly uncovered: Readonly<Record<string, string>>;
	/** Findings on complete documents that are right: the rule, the document, a text on the line, and why it may stand. */
	readonly justified: readonly {
		readonly rule: string;
		readonly template: TemplateName;
		readonly at: string;
		readonly why: string;
	}[];
	readonly faults: Readonly<Record<string, readonly Planted[]>>;
};

/** How many faults a rule needs, or a reason why there are fewer. */
export const leastPlanted = 3;

export const planted = parse(readFileSync(join(folder, 'planted.yaml'), 'utf8')) as PlantedFile;

export type State = 'complete' | 'half-done';

/** A template's text. */
export function templateText(name: TemplateName): string {
	const own = join(folder, 'templates', `${name}.md`);
	return readFileSync(existsSync(own) ? own : join(root, 'templates', `${name}.md`), 'utf8');
}

export function documentText(name: TemplateName, state: State): string {
	return readFileSync(join(folder, state, `${name}.md`), 'utf8');
}

const forms = new Map<TemplateName, Form>();

/** A text as its template sees it. */
export function seenBy(name: TemplateName, text: string): Document {
	const form = forms.get(name) ?? readForm(templateText(name));
	forms.set(name, form);
	return match(form, text);
}

const paths = new Map<TemplateName, ReadonlySet<string>>();

/** The day on which all these documents are looked at. */
const today = '2026-04-20';

/** What is beside these documents: all that the complete or the half done one names, and nothing else. */
function factsFor(name: TemplateName, {form, answers}: Document): Facts {
	let known = paths.get(name);
	if (!known) {
		known = new Set(
			(['complete', 'half-done'] as const).flatMap(state => {
				const own = seenBy(name, documentText(name, state));
				return linkPaths(own.form, own.answers);
			}),
		);
		paths.set(name, known);
	}

	const named = linkPaths(form, answers);
	return {
		today,
		paths: new Map(named.map(path => [path, known.has(path) ? ('found' as const) : ('missing' as const)])),
	};
}

/** What the rules say of a text that was written from a bundled template. */
export function findingsIn(name: TemplateName, text: string): readonly Message[] {
	const document = seenBy(name, text);
	return check(document, factsFor(name, document));
}

const outlines = bundled.map(name => outlineOf(templateText(name)));

/** What the rules say of any text: through the bundled template that it is like, else by itself. */
export function findingsInAny(text: string): {
	readonly template: TemplateName | undefined;
	readonly said: readonly Message[];
} {
	const like = likeliest(outlines, outlineOf(text));
	const template = like === undefined ? undefined : bundled[like];
	const document = template === undefined ? asDocument(readForm(text)) : seenBy(template, text);
	return {template, said: check(document, {today, paths: new Map()})};
}

function lineOf(text: string, at: number): number {
	return linesOf(text).lineOf(at);
}

export type Outcome = {
	readonly fault: Planted;
	readonly ruleId: string;
	/** The line on which the finding belongs. */
	readonly line: number;
	/** True where the rule speaks of that line. */
	readonly isFound: boolean;
	/** What else is said of the document. */
	readonly others: readonly Message[];
};

/** Puts a fault into its document. */
export function plant({template, find, replace, at}: Planted): {readonly text: string; readonly line: number} {
	const text = documentText(template, 'complete');
	const from = text.indexOf(find);
	if (from < 0 || text.includes(find, from + 1))
		throw new Error(`${template}: ${from < 0 ? 'no' : 'more than one'} place says ${JSON.stringify(find)}`);
	const changed = text.slice(0, from) + replace + text.slice(from + find.length);
	const place = at === undefined ? from + firstChange(find, replace) : changed.indexOf(at);
	if (place < 0) throw new Error(`${template}: no line says ${JSON.stringify(at)}`);
	return {text: changed, line: lineOf(changed, place)};
}

function firstChange(find: string, replace: string): number {
	let same = 0;
	while (same < find.length && same < replace.length && find[same] === replace[same]) same++;
	return same;
}

/** What comes of one planted fault. */
export function tryFault(ruleId: string, fault: Planted): Outcome {
	const {text, line} = plant(fault);
	const expected = new Set([ruleId, ...(fault.also ?? [])]);
	const said = findingsIn(fault.template, text);
	const isFound = [...expected].every(id => said.some(one => one.ruleId === id && one.place.line === line));
	const others = said.filter(
		one =>
			!(expected.has(one.ruleId) && one.place.line === line) &&
			!isJustified(fault.template, text, one) &&
			!fault.follows?.includes(one.ruleId) &&
			// A ticked box that the fault refutes is told too, by right.
			(one.ruleId !== 'quality-gate' || ruleId === 'quality-gate'),
	);
	return {fault, ruleId, line, isFound, others};
}

/** The findings on a complete document that nobody has justified. */
export function falseFindings(template: TemplateName): readonly Message[] {
	const text = documentText(template, 'complete');
	return findingsIn(template, text).filter(one => !isJustified(template, text, one));
}

function isJustified(template: TemplateName, text: string, {ruleId, place}: Message): boolean {
	const line = text.split('\n')[place.line - 1] ?? '';
	return planted.justified.some(one => one.rule === ruleId && one.template === template && line.includes(one.at));
}

export type Score = {
	readonly ruleId: string;
	readonly planted: number;
	readonly found: number;
	readonly falsely: number;
	/** Of what the rule says, the share that is right; undefined where it says nothing. */
	readonly precision: number | undefined;
	/** Of what was planted, the share that it finds; undefined where nothing was. */
	readonly recall: number | undefined;
};

export type Judged = {
	readonly scores: readonly Score[];
	readonly outcomes: readonly Outcome[];
	/** What is said of the complete documents as they are. */
	readonly falsely: readonly (readonly [TemplateName, Message])[];
};

/** How each rule does: what it finds of the planted faults, and what it says beside these or of a complete document. */
export function judge(): Judged {
	const outcomes = Object.entries(planted.faults).flatMap(([id, faults]) => faults.map(fault => tryFault(id, fault)));
	const falsely = templates.flatMap(name => falseFindings(name).map(message => [name, message] as const));
	const wrong = [...falsely.map(([, message]) => message), ...outcomes.flatMap(({others}) => others)];
	const scores = rules.map(({id}) => {
		const own = outcomes.filter(({ruleId}) => ruleId === id);
		const found = own.filter(({isFound}) => isFound).length;
		const count = wrong.filter(({ruleId}) => ruleId === id).length;
		return {
			ruleId: id,
			planted: own.length,
			found,
			falsely: count,
			precision: found + count === 0 ? undefined : found / (found + count),
			recall: own.length === 0 ? undefined : found / own.length,
		};
	});
	return {scores, outcomes, falsely};
}
