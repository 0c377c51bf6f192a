/** Answers as an answers file will have them. */

import type {Answers, Form, Repeat} from './types.ts';
import {soleField} from './absent-section.ts';
import {everyField} from './every-field.ts';
import {inTemplateOrder} from './order.ts';
import {fromAnswer} from './plain-value.ts';
import type {Plain, PlainMap} from './plain-shapes.ts';
import {planOf} from './plan.ts';

/**
 * Answers as plain data, the inverse of `readAnswers`: in the document's order, repeats as lists of maps, a leaf
 * section's id for its body. Maps have no prototype.
 *
 * @param template whose instances need not be told where none has an answer
 */
export function writeAnswers(form: Form, answers: Answers, template?: Form): PlainMap {
	const plan = planOf(form);
	const repeats = [...form.repeats, ...reduced(form, template)];
	const usual = new Map((template ?? form).repeats.map(({id, instances}) => [id, instances.length]));
	const data = Object.create(null) as Record<string, Plain>;
	const inside = (inner: Repeat, range: {readonly from: number; readonly to: number}): boolean =>
		inner.instances[0]!.range.from >= range.from && inner.instances.at(-1)!.range.to <= range.to;
	/** Whether a section that does not apply says so where its body would. */
	const isSole = (section: string, id: string): boolean => {
		const chunk = plan.chunks.find(one => one.section?.id === section);
		return chunk !== undefined && soleField(chunk)?.id === id;
	};

	const emit = (
		into: Record<string, Plain>,
		base: string,
		head: string,
		range: {readonly from: number; readonly to: number},
		above: readonly Repeat[],
	): void => {
		const within = repeats.filter(one => !above.includes(one) && inside(one, range));
		const own = within.filter(
			one =>
				!within.some(
					other =>
						other !== one && !sameRange(other, one) && other.instances.some(instance => inside(one, instance.range)),
				),
		);
		const key = (id: string): string =>
			base === '' ? id : id === base ? head : id.startsWith(`${base}/`) ? id.slice(base.length + 1) : '';
		const put = (id: string, name: string): void => {
			const answer = answers.get(id);
			if (answer) into[name] = fromAnswer(answer);
		};

		const covered = (at: number): Repeat | undefined =>
			own.find(one => one.instances.some(instance => at >= instance.range.from && at < instance.range.to));
		const done = new Set<Repeat>();
		for (const thing of things) {
			if (thing.at < range.from || thing.at >= Math.max(range.to, range.from + 1)) continue;
			const repeat = covered(thing.at);
			if (repeat) {
				if (done.has(repeat)) continue;
				done.add(repeat);
				// A list names blocks by their place in the template.
				const list = inTemplateOrder(form, repeat).map(instance => {
					const whole = plan.sections.has(instance.id) ? answers.get(instance.id) : undefined;
					if (whole && whole.state !== 'answered') return fromAnswer(whole) as PlainMap;
					const map = Object.create(null) as Record<string, Plain>;
					emit(map, instance.id, repeat.id.slice(repeat.id.lastIndexOf('/') + 1), instance.range, [...above, repeat]);
					return map;
				});
				if (list.length > 0) {
					// Instances that are nobody's yet say nothing where there are as many as in the template.
					const isOwn = list.length !== usual.get(repeat.id.replaceAll(/\[\d+\](?=\/)/g, ''));
					if (isOwn || list.some(map => Object.keys(map).length > 0)) into[key(repeat.id) || repeat.id] = list;
				}

				continue;
			}

			const name = key(thing.id);
			if (name === '') continue;
			const leaf = thing.id.endsWith('/body') ? thing.id.slice(0, -'/body'.length) : undefined;
			const short = leaf === undefined ? '' : key(leaf);
			const stands =
				leaf !== undefined &&
				short !== '' &&
				leaf !== base &&
				plan.sections.has(leaf) &&
				!answers.has(leaf) &&
				!plan.fields.has(leaf) &&
				plan.sections.get(leaf)!.sections.length === 0 &&
				(answers.get(thing.id)?.state === 'answered' || isSole(leaf, thing.id));
			put(thing.id, stands ? short : name);
		}
	};

	const things = [
		...[...plan.sections.values()]
			.filter(section => section.level > 0 && !plan.fields.has(section.id))
			.map(section => ({id: section.id, at: section.range.from})),
		...everyField(form).map(field => ({id: field.id, at: field.range.from})),
	].sort((a, b) => a.at - b.at);
	emit(data, '', '', {from: 0, to: form.source.length + 1}, []);
	return data;
}

/** Repeats of numbered siblings of which a document has the first alone: by itself that is a section like any other. */
function reduced(form: Form, template: Form | undefined): readonly Repeat[] {
	const {sections} = planOf(form);
	return (template?.repeats ?? []).flatMap(repeat => {
		const [first, ...others] = repeat.instances.map(({id}) => sections.get(id));
		if (!first || others.some(one => one !== undefined) || form.repeats.some(({id}) => id === repeat.id)) return [];
		return [{...repeat, instances: [{id: first.id, range: first.range, fields: []}]}];
	});
}

function sameRange(a: Repeat, b: Repeat): boolean {
	return (
		a.instances[0]!.range.from === b.instances[0]!.range.from &&
		a.instances.at(-1)!.range.to === b.instances.at(-1)!.range.to
	);
}
