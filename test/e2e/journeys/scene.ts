/** What a screen of the tour is, and the windows that it is drawn for. */

import type {Terminal} from '../terminal.ts';
import type {Beginning} from './beginnings.ts';

export type Size = {readonly columns: number; readonly rows: number};

/** A screen by its name, what is on it, and how one comes there. */
export type Scene = {
	readonly name: string;
	readonly about: string;
	readonly from: Beginning;
	/** The windows that it is drawn for, where they are not all of `sizes`. */
	readonly sizes?: readonly Size[];
	readonly go: (terminal: Terminal) => Promise<void>;
};

/** The windows that a screen is drawn for. */
export const sizes: readonly Size[] = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
];

/** The window as a folder of pictures is called after it. */
export const sizeName = ({columns, rows}: Size): string => `${columns}x${rows}`;
