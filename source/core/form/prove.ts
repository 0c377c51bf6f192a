/**
 * The last look at a text before it is written to a file: all of it is read as anyone's would be. `fill` reads back each
 * part of it by itself, on each key; what only the parts together would be taken for shows here.
 */

import type {Problem} from '../problem.ts';
import type {Answers, Document, Form} from './types.ts';
import {comesBack} from './comes-back.ts';
import {everyField} from './every-field.ts';
import {fill} from './fill.ts';
import type {FillOptions} from './fill.ts';
import {cannotTellApart} from './value/validate.ts';

/**
 * Fills a form and makes sure that each answer reads back from the whole text as it was given; an answer that would
 * not, or that would change what another reads as, is left out and has a problem. Takes as long as reading the text;
 * where something is wrong, as often as finding it by halves takes.
 *
 * @param form a template's form, with as many instances as the answers ask for; a bound form is filled and no more
 * @param given answers by field id, or by section id
 */
export function prove(form: Form, given: Answers, options: FillOptions = {}): Document {
	const whole = fill(form, given, options);
	// Where the template by itself reads as something else already, no answer is to blame.
	if (comesBack(whole) || !comesBack(fill(form, new Map(), options))) return whole;
	const refused = new Map<string, Problem>();
	let kept: Answers = new Map();
	const add = (more: Answers): void => {
		const both = new Map([...kept, ...more]);
		if (comesBack(fill(form, both, options))) {
			kept = both;
			return;
		}

		const all = [...more];
		const [[id] = []] = all;
		if (all.length > 1) {
			const half = Math.ceil(all.length / 2);
			add(new Map(all.slice(0, half)));
			add(new Map(all.slice(half)));
		} else if (id !== undefined) {
			const field = everyField(form).find(one => one.id === id) ?? {id, label: id};
			refused.set(id, cannotTellApart(field, 'in this place the document would be read as something else.'));
		}
	};

	add(given);
	const document = fill(form, kept, options);
	return {...document, problems: new Map([...document.problems, ...refused])};
}
