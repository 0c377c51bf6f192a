/**
 * Draws docs/session.svg, a film of a real run from a shell's prompt to the checked document: see
 * test/e2e/journeys/recording.ts. `npm run record` makes it anew after the screens changed.
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {recording, size} from '../test/e2e/journeys/recording.ts';
import {film, frameOf, type Frame} from './film.ts';

const frames: Frame[] = [];
let still = 0;
await recording(({terminal, isCursorShown, milliseconds, name}) => {
	if (name === 'complete') still = frames.length;
	frames.push(frameOf(terminal.buffer(), size, isCursorShown, milliseconds));
}, 150);
const label =
	'A document from the first answer to the commit: fields with their guidance, the outline, how complete it is, its preview, and the check';
const picture = film(frames, {...size, label, still});
writeFileSync(join(import.meta.dirname, '../docs/session.svg'), picture);
const seconds = frames.reduce((sum, {milliseconds}) => sum + milliseconds, 0) / 1000;
console.log(
	`drew docs/session.svg: ${frames.length} frames in ${seconds.toFixed(0)} s, ${(picture.length / 1000).toFixed(0)} kB`,
);
