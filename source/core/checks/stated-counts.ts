/** How many blocks a sentence says that there are, such as `with [number] modes:` above them, and how many there are. */

import type {Document, Field, Form, Repeat} from '../form/types.ts';
import {textsIn} from './answer-texts.ts';
import {standingOf, type FieldStanding} from './standing.ts';

export type StatedCount = {
	readonly entry: FieldStanding;
	/** The number as it is written, and what it comes to. */
	readonly text: string;
	readonly stated: number;
	readonly counted: number;
	/** What the blocks are called. */
	readonly label: string;
};

/** The counts that a document states of blocks behind them; none where a block has not been begun, for it may yet go. */
export function statedCounts(document: Document): readonly StatedCount[] {
	const {fields} = standingOf(document);
	return [...fields.values()].flatMap(entry => {
		const answer = document.answers.get(entry.field.id);
		if (entry.state !== 'answered' || answer?.state !== 'answered') return [];
		const repeat = countedBy(document.form, entry.field);
		if (!repeat) return [];
		const [text = '', ...more] = textsIn(answer.value);
		const stated = more.length === 0 ? numberIn(text) : undefined;
		if (stated === undefined) return [];
		const there = repeat.instances.filter(
			({id}) => document.answers.get(id)?.state !== 'left-out' && !document.missing.includes(id),
		);
		const isBegun = there.every(({fields: ids}) =>
			ids.some(id => ['answered', 'not-applicable'].includes(fields.get(id)?.state ?? '')),
		);
		return isBegun ? [{entry, text, stated, counted: there.length, label: repeat.label}] : [];
	});
}

/** A blank that asks how many, and nothing else. */
const howMany =
	/^[[<{]+\s*(?:the )?(?:number|count|n|how many|#|anzahl|wie viele|nombre|combien|número|cuántos|quantos|numero|quanti)\s*[\]>}]+$/iu;

/** The blocks that are named right behind the number, and stand further down. */
function countedBy({source, repeats}: Form, field: Field): Repeat | undefined {
	if (field.kind === 'table' || field.kind === 'list' || !howMany.test(field.placeholder)) return undefined;
	const behind = /^[^\r\n.;,:]*/.exec(source.slice(field.range.to, field.range.to + 200))![0];
	const said = wordsOf(behind).slice(0, 6);
	return repeats.find(({label, instances}) => {
		const words = wordsOf(label);
		const isBelow = (instances[0]?.range.from ?? 0) >= field.range.to;
		return isBelow && words.length > 0 && words.every(word => said.some(one => isSameWord(one, word)));
	});
}

function wordsOf(text: string): readonly string[] {
	return text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

/** The same word, be it of one or of several: `mode` and `modes`, `capability` and `capabilities`, `Phase` and `Phasen`. */
function isSameWord(one: string, other: string): boolean {
	let same = 0;
	while (same < one.length && one[same] === other[same]) same++;
	return same >= 3 && [one, other].every(word => /^(?:s|es|ies|y|n|en|e|er|x|a|i)?$/u.test(word.slice(same)));
}

/** From one to twelve, a row for each; another language is one more word in it. */
const numbers: readonly RegExp[] = [
	/^(?:one|an?|eine?[mnrs]?|une?|un[oa]|um|uma)$/u,
	/^(?:two|zwei|deux|dos|dois|duas|due)$/u,
	/^(?:three|drei|trois|tres|três|tre)$/u,
	/^(?:four|vier|quatre|cuatro|quatro|quattro)$/u,
	/^(?:five|fünf|cinq|cinco|cinque)$/u,
	/^(?:six|sechs|seis|sei)$/u,
	/^(?:seven|sieben|sept|siete|sete|sette)$/u,
	/^(?:eight|acht|huit|ocho|oito|otto)$/u,
	/^(?:nine|neun|neuf|nueve|nove)$/u,
	/^(?:ten|zehn|dix|diez|dez|dieci)$/u,
	/^(?:eleven|elf|onze|once|undici)$/u,
	/^(?:twelve|zwölf|douze|doce|doze|dodici)$/u,
];

/** The number that a text is, in digits or as a word; undefined where it says anything else. */
function numberIn(text: string): number | undefined {
	const bare = text.trim().replace(/[*_`]/g, '').toLowerCase();
	if (/^\d{1,3}$/.test(bare)) return Number(bare);
	const at = numbers.findIndex(words => words.test(bare));
	return at < 0 ? undefined : at + 1;
}
