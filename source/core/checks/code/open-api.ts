/** What makes a YAML or JSON text an OpenAPI description, at the least: OpenAPI 3.0 and 3.1, section 4, Swagger 2.0. */

import {readYaml, type YamlEntry, type YamlSaid} from '../../form/index.ts';
import type {CodeFault} from './types.ts';

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

/** The first thing that such a description lacks; undefined for a whole one and for any other text. */
export function openApiFault(code: string): CodeFault | undefined {
	if (!/(?:^|[{,\n])[ \t]*["']?(?:openapi|swagger)["']?[ \t]*:/.test(code)) return undefined;
	const read = readYaml(code);
	if (!('said' in read) || read.said.type !== 'map') return undefined;
	const root = read.said;
	const version = entry(root, 'openapi') ?? entry(root, 'swagger');
	if (!version) return undefined;
	const info = entry(root, 'info');
	if (!info) return lacks(version.keyRange, 'the description', 'info');
	for (const key of ['title', 'version']) if (!entry(info.value, key)) return lacks(info.keyRange, 'info', key);
	const parts = ['paths', 'components', 'webhooks'].flatMap(key => entry(root, key) ?? []);
	if (parts.length === 0) return lacks(version.keyRange, 'the description', 'paths');
	const paths = entry(root, 'paths');
	return paths && inPaths(paths.value, textOf(version.value).startsWith('3.1'));
}

function inPaths(paths: YamlSaid, isNewer: boolean): CodeFault | undefined {
	if (paths.type !== 'map') return undefined;
	for (const {key, keyRange, value} of paths.entries) {
		if (key.startsWith('x-')) continue;
		if (!key.startsWith('/'))
			return {range: keyRange, reason: `the path "${key}" does not begin with "/"`, help: 'Put a "/" in front of it.'};
		for (const operation of value.type === 'map' ? value.entries : []) {
			if (!methods.has(operation.key)) continue;
			const responses = entry(operation.value, 'responses');
			// Since 3.1 an operation may go without.
			if (!responses && !isNewer) return lacks(operation.keyRange, `${operation.key} ${key}`, 'responses');
		}
	}

	return undefined;
}

function entry(said: YamlSaid, key: string): YamlEntry | undefined {
	return said.type === 'map' ? said.entries.find(one => one.key === key) : undefined;
}

function textOf(said: YamlSaid): string {
	return said.type === 'text' ? said.text : '';
}

function lacks(range: CodeFault['range'], what: string, key: string): CodeFault {
	return {range, reason: `${what} has no "${key}"`, help: `Add "${key}": OpenAPI asks for it.`};
}
