/** What a template's author is told: rules about templates, run like those about documents. */

import type {Form} from '../../form/types.ts';
import {placer} from '../place.ts';
import type {Message} from '../types.ts';
import {kindGuessed, leftBlank, optionProse} from './blanks.ts';
import {fenceOpen, hint, templateFenced, templateMatter} from './faults.ts';
import {idRepeated, placeholderBoth, variableSpelling} from './names.ts';
import {headingJump, markerUnknown, repeatGuessed, sectionSilent} from './structure.ts';
import type {TemplateRule} from './types.ts';

/** Every rule, in the order in which findings at one place are told. */
export const templateRules: readonly TemplateRule[] = [
	hint,
	templateMatter,
	fenceOpen,
	templateFenced,
	variableSpelling,
	leftBlank,
	optionProse,
	kindGuessed,
	placeholderBoth,
	idRepeated,
	headingJump,
	markerUnknown,
	sectionSilent,
	repeatGuessed,
];

/**
 * What is wrong with a template, or doubtful in it.
 *
 * @returns messages in the order of their places; only an error is surely wrong
 */
export function checkTemplate(form: Form): readonly Message[] {
	const place = placer(form.source);
	return templateRules
		.flatMap(rule =>
			[...rule.run(form)].map(({range, ...rest}) => ({
				ruleId: rule.id,
				severity: rule.severity,
				...rest,
				place: place(range),
			})),
		)
		.sort((one, other) => one.place.range.from - other.place.range.from);
}
