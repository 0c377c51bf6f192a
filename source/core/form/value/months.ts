/** Dates with a month's name in them, in the languages that templates and documents are written in most. */

/** English first, in which dates are written for a mask. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'sv', 'da', 'nb', 'fi', 'tr', 'ru', 'uk'];

/** Beside a day some languages have the name in another case. */
const beside = [{}, {day: 'numeric'}] as const;

/** Days from 1970-01-01 to the first of some January. */
const firstDay = 20_454;

type Length = 'long' | 'short';

const known = new Map<Length, readonly (readonly string[])[]>();

/** The names of the months, January's first, as they are written within a line. Asked for first, they are gathered. */
function namesOf(length: Length): readonly (readonly string[])[] {
	let names = known.get(length);
	if (!names) {
		const formats = languages.flatMap(language =>
			beside.map(day => new Intl.DateTimeFormat(language, {month: length, ...day, timeZone: 'UTC'})),
		);
		names = Array.from({length: 12}, (_, month) => {
			const middle = (firstDay + 14 + month * 30.5) * 86_400_000;
			const written = formats.map(
				format => format.formatToParts(middle).find(({type}) => type === 'month')?.value ?? '',
			);
			return [...new Set(written.map(name => name.replace(/\.$/u, '')).filter(name => /^\p{L}+$/u.test(name)))];
		});
		known.set(length, names);
	}

	return names;
}

/** What a month (1 to 12) may be called in a date, with a capital letter or without. */
export function monthNames(month: number, length: Length): readonly string[] {
	const names = namesOf(length)[month - 1]!;
	return [...new Set(names.flatMap(name => [name, name.charAt(0).toUpperCase() + name.slice(1)]))];
}

const spelled = [
	/^(?<day>\d{1,2})(?:\.|º|er|st|nd|rd|th)? (?:de |of )?(?<name>\p{L}{3,})\.?,? (?:de )?(?<year>\d{4})$/u,
	/^(?<name>\p{L}{3,})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/u,
];

/**
 * The day that words name: `3 mars 2026`, `3. März 2026`, `March 3, 2026`; as ISO, and as the mask of such dates. It need
 * not be one that exists.
 */
export function spelledDate(text: string): {readonly iso: string; readonly mask: string} | undefined {
	const {day, name, year} = spelled.map(form => form.exec(text)?.groups).find(Boolean) ?? {};
	if (day === undefined || name === undefined || year === undefined) return undefined;
	const word = name.toLowerCase();
	for (const length of ['long', 'short'] as const) {
		const month = namesOf(length).findIndex(names => names.some(one => one.toLowerCase() === word)) + 1;
		if (month === 0) continue;
		const mask = text
			.replace(name, length === 'long' ? 'MMMM' : 'MMM')
			.replace(year, 'YYYY')
			.replace(day, day.startsWith('0') ? 'DD' : 'D');
		return {iso: [year, String(month).padStart(2, '0'), day.padStart(2, '0')].join('-'), mask};
	}

	return undefined;
}
