/** Dates in the template's own format, checked against the calendar. */

const tokens = /YYYY|AAAA|JJJJ|YY|MM|DD|TT|JJ|HH|mm|SS/gi;

/** Whether a value is a date that exists, written as the mask (`YYYY-MM-DD`, `DD/MM/YYYY`, `yyyymmdd` …) says. */
export function isDate(value: string, mask = 'YYYY-MM-DD'): boolean {
	const order: string[] = [];
	let time = false;
	let last = 0;
	let pattern = '';
	for (const match of mask.matchAll(tokens)) {
		pattern += mask.slice(last, match.index).replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
		last = match.index + match[0].length;
		const token = match[0];
		const upper = token.toUpperCase();
		// The second MM of a date with a time is its minutes.
		if (upper === 'HH') time = true;
		const part = /^(?:YYYY|AAAA|JJJJ|YY)$/.test(upper)
			? 'year'
			: upper === 'MM' && !time
				? 'month'
				: /^(?:DD|TT|JJ)$/.test(upper)
					? 'day'
					: 'clock';
		order.push(part);
		pattern += `(\\d{${token.length}})`;
	}

	pattern += mask.slice(last).replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
	if (!order.includes('year')) return isDate(value, 'YYYY-MM-DD') || value.trim() !== '';
	const found = new RegExp(`^${pattern}$`).exec(value);
	if (!found) return false;
	const part = (name: string): number | undefined => {
		const at = order.indexOf(name);
		return at < 0 ? undefined : Number(found[at + 1]);
	};

	const month = part('month') ?? 1;
	const year = part('year')!;
	const day = part('day') ?? 1;
	return (
		month >= 1 &&
		month <= 12 &&
		day >= 1 &&
		day <= daysIn(year < 100 && /(?<!Y)YY(?!Y)/i.test(mask) ? 2000 + year : year, month)
	);
}

/** Days of a month in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
