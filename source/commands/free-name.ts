import {existsSync} from 'node:fs';

/** `name` where nothing has it in the current folder, else with `-2`, `-3` and so on before its extension. */
export function freeName(name: string, mayOverwrite: boolean): string {
	if (mayOverwrite || !existsSync(name)) return name;
	const [, base = name, extension = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? [];
	for (let count = 2; ; count++) {
		const next = `${base}-${count}${extension}`;
		if (!existsSync(next)) return next;
	}
}
