/**
 * Loaded before the program when its screens are drawn: a clock that begins at the time in `SCREENS_CLOCK` and goes on
 * from there, so that what it shows is the same in every run.
 */

const wanted = process.env['SCREENS_CLOCK'];
if (wanted !== undefined) {
	const Real = Date;
	const ahead = Real.parse(wanted) - Real.now();
	const shifted = (): number => Real.now() + ahead;
	globalThis.Date = new Proxy(Real, {
		construct: (target, given: readonly unknown[], made) =>
			Reflect.construct(target, given.length === 0 ? [shifted()] : given, made) as object,
		get: (target, name) => (name === 'now' ? shifted : (Reflect.get(target, name) as unknown)),
	});
}
