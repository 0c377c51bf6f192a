/** The time, for whoever must give it to the pure rooms. */

/** A moment in ISO 8601 with the local offset, to the second: `2026-03-09T14:05:00+01:00`. */
export function now(moment: Date = new Date()): string {
	const offset = -moment.getTimezoneOffset();
	const sign = offset < 0 ? '-' : '+';
	const time = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':');
	return `${today(moment)}T${time}${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
}

/** The date in the local time zone, `YYYY-MM-DD`. */
export function today(moment: Date = new Date()): string {
	return `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

function two(number: number): string {
	return String(number).padStart(2, '0');
}
