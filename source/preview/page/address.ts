/** Addresses in a document, as a page may have them. */

import {escaped} from '../diagram/svg-veil.ts';
import {resolveEntities} from '../entities.ts';

const schemes = new Set(['http', 'https', 'mailto']);
const picture = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]+$/;

/**
 * An address as an attribute's value: of the web, of mail, or relative. Undefined for any other, for it may do more than lead
 * somewhere. Browsers pass over blanks and controls in a scheme, so they count for nothing here as well.
 */
export function safeAddress(written: string): string | undefined {
	const address = resolveEntities(written).trim();
	const scheme = /^([^/?#]*?):/.exec(address.replaceAll(/[\u0000-\u0020\u007F-\u009F]/g, ''))?.[1];
	if (scheme !== undefined && !schemes.has(scheme.toLowerCase())) return undefined;
	return escaped(encoded(address));
}

/** A picture that is in the document itself; SVG is none of these, for it may hold more than a picture. */
export function pictureInside(written: string): string | undefined {
	return picture.test(written) ? written : undefined;
}

function encoded(address: string): string {
	try {
		return encodeURI(address).replaceAll('%25', '%');
	} catch {
		return address.replaceAll(/[^\w\-./?#=&%+~:@]/g, '');
	}
}
