/** Amounts in running text that can be compared: lengths of time and shares. Another language is one more word in a row. */

export type Quantity = {readonly dimension: 'time' | 'share'; readonly amount: number; readonly text: string};

const seconds: readonly (readonly [number, string])[] = [
	[0.001, 'ms|milliseconds?|millisekunden?'],
	[1, 's|secs?|seconds?|sekunden?|secondes?|segundos?'],
	[60, 'mins?|minutes?|minuten?|minutos?'],
	[3600, 'h|hrs?|hours?|stunden?|heures?|horas?'],
	[86_400, 'd|days?|tagen?|tage?|jours?|d[ií]as?'],
	[604_800, 'weeks?|wochen?|semaines?|semanas?'],
	[2_629_800, 'months?|monaten?|monate?|mois|mes(?:es)?'],
	[31_557_600, 'years?|jahren?|jahre?|ans?|années?|años?|anos?'],
];
const pattern = new RegExp(
	`(?<![\\p{L}\\p{N}.,])(\\d{1,9}(?:[.,]\\d{1,6})?)[ \\u00A0\\u202F-]?(?:(%)|(${seconds.map(([, words]) => words).join('|')})(?![\\p{L}\\p{N}]))`,
	'giu',
);

/** The lengths of time and shares in a text, in their order. */
export function quantitiesIn(text: string): readonly Quantity[] {
	return Array.from(text.matchAll(pattern), ([whole, number = '', share, unit = '']) => {
		const amount = Number(number.replace(',', '.'));
		if (share !== undefined) return {dimension: 'share', amount, text: whole};
		const factor = seconds.find(([, words]) => new RegExp(`^(?:${words})$`, 'iu').test(unit))?.[0] ?? 1;
		return {dimension: 'time', amount: amount * factor, text: whole};
	});
}

/** Whether two amounts are the same, as far as months and years allow. */
export function isSameAmount(one: Quantity, other: Quantity): boolean {
	const most = Math.max(one.amount, other.amount);
	// "12 months" is a year, and "4 weeks" are no "30 days".
	return most === 0 || Math.abs(one.amount - other.amount) <= (one.dimension === 'time' ? most * 0.02 : 0);
}
