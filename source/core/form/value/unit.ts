/**
 * Units of numbers: those that are known by sight, and an answer without the one that its place has already. What answers
 * must look like is spelled as `pattern.ts` does it, for engines of any language.
 */

import type {Field} from '../types.ts';
import {longestNumber, quoted} from './pattern.ts';

const times =
	'ns µs μs ms s sec secs second seconds min mins minute minutes h hr hrs hour hours d day days week weeks month months quarter quarters yr yrs year years sprint sprints Sekunde Sekunden Minuten Stunde Stunden Tag Tage Woche Wochen Monat Monate Jahr Jahre seconde secondes heure heures jour jours semaine semaines mois an ans segundo segundos minuto minutos hora horas día días semana semanas mes meses año años';
const sizes =
	'bit bits byte bytes kB KB MB GB TB PB KiB MiB GiB TiB kbit Mbit Gbit kbps Kbps Mbps Gbps px pt em rem mm cm m km g kg t °C °F W kW kWh V';
const counts =
	'rps qps tps rpm req requests Hz kHz MHz GHz users people FTE FTEs points percent percentage % ‰ pp bps Prozent';
const money =
	'EUR USD GBP CHF JPY CNY INR AUD CAD NZD SEK NOK DKK PLN CZK HUF RON BRL MXN ZAR KRW SGD HKD TRY ILS euro euros dollar dollars $ US$ € £ ¥ ₹ ₩ ₽ ₺ ₪ ฿';

const longestFirst = (one: string, other: string): number => other.length - one.length;
/** Every unit known by sight, the longer ones before those that they begin with. */
export const knownUnits: readonly string[] = [times, sizes, counts, money]
	.flatMap(words => words.split(' '))
	.sort(longestFirst);
/** Those of money, which stand in front of an amount as well. */
export const moneyUnits: readonly string[] = money.split(' ').sort(longestFirst);

/** Spelled in whatever case, a longer unit is the same; `m` and `M` are two. */
const isSame = (one: string, other: string): boolean =>
	one === other || (one.length > 2 && one.toLowerCase() === other.toLowerCase());

type Measured = {readonly unit?: string | undefined};

/**
 * A number without its unit, which is no part of the answer: `250` for `250 ms`. The template has it, or writing adds it,
 * so that it stands in the document once. Any other text stays as it is.
 */
export function withoutUnit({unit}: Measured, text: string): string {
	if (unit === undefined) return text;
	const bare = text.trim();
	const front = bare.slice(unit.length).trimStart();
	if (isSame(bare.slice(0, unit.length), unit) && /^[\d.+-]/.test(front)) return front;
	const back = bare.slice(0, -unit.length).trimEnd();
	return isSame(bare.slice(-unit.length), unit) && /\d$/.test(back) ? back : text;
}

/** A number as it is written: with its unit where the template has that nowhere. A field of front matter is data without. */
export function withItsUnit(
	{unit, unitStands, place}: Pick<Field, 'unit' | 'unitStands' | 'place'>,
	text: string,
): string {
	if (unit === undefined || unitStands !== undefined || place.at === 'yaml' || !/\d$/.test(text)) return text;
	if (/^(?:US)?\p{Sc}$/u.test(unit)) return `${unit}${text}`;
	return `${text}${unit === '%' ? '' : ' '}${unit}`;
}

/** Short for thousands and more behind an amount of money, and no unit there. */
const multiples = new Set(['m', 't']);

/** What `otherUnit` said of a unit: a form has few, and each answer asks. */
const others = new Map<string, string>();

/**
 * What a number with another unit than the field's looks like, as a regular expression: `2 s` where `ms` is asked for.
 * Undefined where none is.
 */
export function otherUnit({unit}: Measured): string | undefined {
	if (unit === undefined) return undefined;
	const known = others.get(unit);
	if (known !== undefined) return known;
	const isMoney = moneyUnits.includes(unit);
	const anyOf = (units: readonly string[]): string =>
		units
			.filter(one => !isSame(one, unit) && !(isMoney && multiples.has(one)))
			.map(one => quoted(one))
			.join('|');
	const pattern =
		`(?:(?:${anyOf(moneyUnits)}) ?[0-9][^\\r\\n]{0,${longestNumber}}` +
		`|[^\\r\\n]{0,${longestNumber}}[0-9] ?(?:${anyOf(knownUnits)})) *`;
	others.set(unit, pattern);
	return pattern;
}
