/** How much memory V8 takes for what has just been made. */

import {setFlagsFromString} from 'node:v8';

/** The latest V8 that was tried, Node 26's: one that no longer knew the flag would say so on the screen. */
const latestTried = 14;

/**
 * Holds the young generation at the size it has, for this thread and those started afterwards. By itself it grows to a
 * hundred megabytes in a program that makes much and keeps little, as each frame of a screen does, and is never given back;
 * to collect a small one often costs no more than a large one now and then (V8, `NewSpace::Grow`).
 */
export function holdYoungGeneration(): void {
	if (Number.parseInt(process.versions.v8, 10) <= latestTried) setFlagsFromString('--semi-space-growth-factor=1');
}
