/** What kind of answer a label and its blank ask for. */

import type {Kind} from '../types.ts';
import {isDate} from '../value/date.ts';
import {spelledDate} from '../value/months.ts';
import {someone} from './blank.ts';
import {dateMask} from './date-mask.ts';
import {stripped, withoutRound} from './ends.ts';
import {ticksIn} from '../ticks.ts';
import {labelText} from './label.ts';
import {
	asksForDate,
	asksForLink,
	asksForPerson,
	isGrade,
	namesStatus,
	plural,
	standsForDate,
	yesOrNo,
} from './label-words.ts';
import {asksForUnit} from './number-unit.ts';
import {agreed, alternatives, commaOptions, offeredByLabel, optionsBehind} from './options.ts';

export type Asked = {
	readonly kind: Kind;
	readonly options: readonly string[];
	readonly open: boolean;
	readonly multiple: boolean;
	readonly format?: string;
	readonly default?: string;
	readonly unit?: string;
};

const none = {options: [], open: false, multiple: false} as const;

const personBlank =
	/^(?:(?:your |the |full |first |last |author |reviewer |owner |team )?(?:names?|persons?|people|teams?|owners?|roles?|authors?|reviewers?|handles?|github (?:user|id|handle|name)s?|who decides.*|who is responsible.*)(?:\s*(?:\/|,|and|or|&)\s*(?:names?|teams?|roles?|owners?|persons?|emails?|handles?))*|@[\w-]+|team\/\w+|\w+\/(?:team|role|owner|person))$/iu;
const linkBlank =
	/^(?!.*\band links?$)(?:.*\b(?:links?|urls?)|(?:direct |the |relevant )?(?:links?|urls?)\b.*|path or url|.*https?:.*|hyperlink)$/iu;
/** Two words to choose from, perhaps with more asked for behind them: `yes/no (how)`. */
const pair = new RegExp(`^(?<options>${yesOrNo}|[\\w-]+/[\\w-]+(?=\\s*\\())(?<rest>\\s*\\([^()]*\\))?$`, 'iu');

/** What stands for the answer rather than being one: `link | description`, `name / email`. */
const described =
	/(?:^|[\s/])(?:urls?|links?|descriptions?|summar(?:y|ies)|names?|e-?mails?|pointers?|explanations?|free text|text|paths?|numbers?|counts?|percentage|amounts?|ids?)$/iu;

/** Whether a word says what sort of answer goes there, rather than being one. */
export function standsForAnswer(option: string): boolean {
	return described.test(option);
}

/** A word in front of what stands in a blank that tells the author what to do with it. */
const ordered =
	/^(?:CUSTOMI[SZ]E|SELECT|CHOOSE|PICK|INSERT|ENTER|EDIT|FILL IN|REPLACE|SPECIFY|SET|OPTIONS?|ONE OF)\s*:\s*(?=\S)/u;

/** `End` over `[last words]` is no day, though it may be one over `[when]`. */
function mayBeNoDate(name: string, inner: string): boolean {
	return /^(?:start|end|stand)$/iu.test(name) && !/^(?:when|day|time)\b/iu.test(inner);
}

/** The kind that a label and the text that stands for the answer ask for. `text` is without brackets. */
export function askedBy(label: string, text: string, bracketed: boolean): Asked {
	const name = labelText(label);
	const inner = stripped(text.trim(), `"'\`_*`).trim().replace(ordered, '');
	const ticks = ticksIn(text.trim());
	if (ticks) {
		const options = ticks.map(({option}) => option);
		return {kind: 'choice', options, open: false, multiple: !namesStatus(name) && !options.every(isGrade)};
	}

	const mask = dateMask.exec(inner);
	const id =
		mask && (/[-_]$/u.test(inner.slice(0, mask.index)) || /^[-_]/u.test(inner.slice(mask.index + mask[0].length)));
	if (mask && inner.length <= 60 && !id) {
		return {kind: 'date', ...none, format: mask[0]};
	}

	// `Due (DD/MM/YYYY):` says how the day is written.
	const format = /\((?<mask>[^()]+)\)\s*$/u.exec(name)?.groups?.['mask'] ?? '';
	if (dateMask.exec(format)?.[0] === format && (inner === '' || standsForDate(inner))) {
		return {kind: 'date', ...none, format};
	}

	if (/^\d{4}-\d{2}-\d{2}$/u.test(inner)) {
		return {kind: 'date', ...none, format: 'YYYY-MM-DD'};
	}

	const spelt = asksForDate(name) ? spelledDate(inner) : undefined;
	if (spelt) {
		return {kind: 'date', ...none, ...(isDate(inner, spelt.mask) && {format: spelt.mask})};
	}

	const spoken = inner.replaceAll('_', ' ');
	if (
		asksForDate(name) &&
		(inner === '' || inner === 'null' || standsForDate(spoken) || (bracketed && !mayBeNoDate(name, inner)))
	) {
		return {kind: 'date', ...none, format: 'YYYY-MM-DD'};
	}

	if (standsForDate(spoken) && (inner.length <= 30 || bracketed)) {
		return {kind: 'date', ...none, format: 'YYYY-MM-DD'};
	}

	const told = optionsBehind('', inner);
	if (told) {
		return {kind: 'choice', options: told, open: false, multiple: false};
	}

	if (inner === '') {
		const offered = offeredByLabel(label);
		if (offered) return {kind: 'choice', ...offered, multiple: false};
	}

	const status = namesStatus(name);
	const graded = bracketed && inner.includes('/') && inner.split('/').every(option => isGrade(option.trim()));
	const answers = alternatives(inner, (status || graded) && !asksForPerson(name));
	const worded = !status && answers?.options.some(option => described.test(option)) === true;
	if (worded && inner.includes('|')) {
		return {kind: 'text', ...none};
	}

	if (
		answers &&
		!worded &&
		(graded || inner.includes('|') || (status && !/\+|\band\b/u.test(inner)) || answers.open || / \/ |^`/u.test(inner))
	) {
		if ((!personBlank.test(inner) && !asksForPerson(name)) || inner.includes('|')) {
			return {
				kind: 'choice',
				options: answers.options,
				open: answers.open,
				// Options under a label that names several things may be taken together.
				multiple:
					/\btaxonomy$/iu.test(name) ||
					(plural(name) && !answers.options.some(option => /^(?:yes|no|none|n\/a|all)$/iu.test(option))),
			};
		}
	}

	const listed = bracketed && status && !asksForPerson(name) ? commaOptions(inner) : undefined;
	if (listed) {
		return {kind: 'choice', options: listed, open: false, multiple: false};
	}

	const yes = pair.exec(inner);
	if (yes?.groups && !bracketed) {
		return {
			kind: 'choice',
			options: yes.groups['options']!.split(/\/|\bor\b/u).map(option => option.trim()),
			open: yes.groups['rest'] !== undefined,
			multiple: false,
		};
	}

	if (yes?.groups && yes.groups['rest'] === undefined && agreed.test(inner)) {
		return {
			kind: 'choice',
			options: inner.split(/\/|\bor\b/u).map(option => option.trim()),
			open: false,
			multiple: false,
		};
	}

	if (
		(asksForPerson(name) && !/^(?:an? |the )?(?:links?|urls?) (?:to|of)\b/iu.test(inner)) ||
		someone.exec(inner)?.[0] === inner ||
		(personBlank.test(inner) &&
			/\b(?:names?|team|owner|author|reviewer|person|role|@)/iu.test(inner) &&
			asksForPerson(`${name} ${inner}`) &&
			!/component|endpoint|entity|table|module|project|system|file|service/iu.test(name))
	) {
		const several = /s\b(?!.*\bnames?$)/iu.test(withoutRound(name)) || /\bnames\b|s\b,|,/iu.test(inner);
		return {kind: 'person', options: [], open: false, multiple: several};
	}

	if (
		(asksForLink(name) &&
			!/compat|strategy|support/iu.test(name) &&
			(inner === '' || linkBlank.test(inner) || /^#|^(?:issues?|prs?|tickets?)(?![\p{L}])/iu.test(inner))) ||
		(linkBlank.test(inner) && inner.split(/\s+/u).length <= (/^(?:link|url) (?:to|of|for) /iu.test(inner) ? 16 : 8))
	) {
		return {
			kind: 'link',
			options: [],
			open: false,
			multiple: /\b(?:links|urls|tickets|dashboards)\b|\(s\)/iu.test(`${name} ${inner}`),
		};
	}

	if (bracketed && /^(?:bullet(?:ed)? list|list)(?: or n\/a)?$/iu.test(inner)) {
		return {kind: 'list', ...none};
	}

	if (
		bracketed &&
		/^\d+$/u.test(inner) &&
		/\b(?:min|max|minimum|maximum|count|number|instances?|retries|limit|size|total|replicas?)\b/iu.test(name)
	) {
		return {kind: 'number', ...none, default: inner};
	}

	if (bracketed && asksForUnit(name, inner)) {
		return {kind: 'number', ...none, ...(/^\d/u.test(inner) && {default: inner})};
	}

	const offered = bracketed && /^(?:[<>≤≥~]\s*)?\d[\d.,]*\s*(?:%|\p{L}{1,12})?$/u.test(inner) ? {default: inner} : {};
	if (longAnswer(name, inner)) {
		return {kind: 'prose', ...none};
	}

	return {kind: 'text', ...none, ...offered};
}

/** Whether an item asks for a person in a list with this label: a name or handle, or nothing at all below "Reviewers". */
export function asksForPersonIn(label: string, inner: string): boolean {
	const name = labelText(label);
	if (inner === '') return asksForPerson(name);
	return someone.exec(inner)?.[0] === inner || (personBlank.test(inner) && asksForPerson(name));
}

/** True where the prompt asks for more than a line: several sentences, or a question with more behind it. */
function longAnswer(label: string, inner: string): boolean {
	return (
		/[.?!]\s+\p{Lu}/u.test(inner.replaceAll(/\b(?:e\.g|i\.e|etc|vs|incl|approx)\./giu, '')) ||
		inner.length > 110 ||
		(/^(?:details?|describe|explain|discuss|what mechanisms|how do (?:we|you))\b/iu.test(inner) && inner.length > 24)
	);
}
