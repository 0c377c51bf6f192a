/** The last steps of a picture: as a file of its own, or as a part of a page. */

import {escaped} from './svg-veil.ts';

/**
 * What the drawing library calls its colours, light and dark. They are told here and not mixed from two as it does, for
 * few programs but browsers mix colours, and its faint words would be too faint to read.
 */
const colors: readonly (readonly [name: string, light: string, dark: string])[] = [
	['bg', '#ffffff', '#16181d'],
	['_text', '#1f2328', '#e6e8eb'],
	['_text-sec', '#424a53', '#c3c8ce'],
	['_text-muted', '#57606a', '#a9b0b8'],
	['_text-faint', '#6e7781', '#9198a1'],
	['_line', '#6e7781', '#8b939c'],
	['_arrow', '#424a53', '#b8bec5'],
	['_node-fill', '#f6f8fa', '#1f2329'],
	['_node-stroke', '#b7bfc8', '#4b535d'],
	['_group-fill', '#ffffff', '#16181d'],
	['_group-hdr', '#eef1f4', '#262b32'],
	['_inner-stroke', '#d5dae0', '#3a414a'],
	['_key-badge', '#e4e8ec', '#30363d'],
];

const font = 'font-family="system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif"';

/** A file of its own that any program shows: light, on a ground of its own, with what it shows as its title. */
export function svgFile(svg: string, title: string): string {
	const ground = '<rect width="100%" height="100%" fill="#ffffff" />';
	const light = new Map(colors.map(([name, color]) => [name, color]));
	return `${opened(svg, title, ground).replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => light.get(name) ?? 'none')}\n`;
}

/** A part of a page whose style has `svgColors`; `id` tells its marks from those of other pictures there. */
export function svgPart(svg: string, title: string, id: string): string {
	return opened(svg, title, '')
		.replaceAll(/ id="([^"]*)"/g, ` id="${id}-$1"`)
		.replaceAll(/url\(#([^)]*)\)/g, `url(#${id}-$1)`);
}

/** The colours for a page, as declarations of CSS. */
export function svgColors(scheme: 'light' | 'dark'): string {
	return colors.map(([name, light, dark]) => `--${name}:${scheme === 'light' ? light : dark}`).join(';');
}

function opened(svg: string, title: string, ground: string): string {
	const name = escaped(title);
	return svg.replace(
		/^<svg\b([^>]*)>/,
		(_, attributes: string) => `<svg${attributes} role="img" ${font}><title>${name}</title>${ground}`,
	);
}
