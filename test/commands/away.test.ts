/** An interrupt that was meant for another program is not taken for one of ours, however late it comes. */

import {expect, it} from 'vitest';
import {giveAway} from '../../source/commands/wizard/away.ts';

it('the terminal is away while another program has it and for a second after, also where that failed', async () => {
	let time = 5000;
	const {during, isAway} = giveAway(() => time);
	expect(isAway()).toBe(false);
	const seen = await during(async () => {
		time += 60_000;
		return isAway();
	});
	expect(seen).toBe(true);
	// An interrupt that waited for a processor comes when the program has ended already.
	time += 900;
	expect(isAway()).toBe(true);
	time += 100;
	expect(isAway()).toBe(false);
	await expect(during(async () => Promise.reject(new Error('no editor')))).rejects.toThrow('no editor');
	expect(isAway()).toBe(true);
	time += 1000;
	expect(isAway()).toBe(false);
});

it('it is away until the last of two programs has ended', async () => {
	let time = 0;
	const {during, isAway} = giveAway(() => time);
	await during(async () => {
		await during(async () => {});
		time += 5000;
		expect(isAway()).toBe(true);
	});
});
