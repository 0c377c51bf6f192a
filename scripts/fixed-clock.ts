/**
 * Loaded before the program when its screens are drawn: a clock that begins at the time in `SCREENS_CLOCK` and goes on
 * from there, so that what it shows is the same in every run. With `SCREENS_PACE` it goes slower by that factor: a long run
 * stays within one minute, however busy the machine is.
 */

const wanted = process.env['SCREENS_CLOCK'];
if (wanted !== undefined) {
	const Real = Date;
	const pace = Number(process.env['SCREENS_PACE'] ?? 1);
	const [begin, began] = [Real.parse(wanted), Real.now()];
	const shifted = (): number => begin + Math.round((Real.now() - began) * pace);
	globalThis.Date = new Proxy(Real, {
		construct: (target, given: readonly unknown[], made) =>
			Reflect.construct(target, given.length === 0 ? [shifted()] : given, made) as object,
		get: (target, name) => (name === 'now' ? shifted : (Reflect.get(target, name) as unknown)),
	});
}
