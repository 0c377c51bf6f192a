import {describe, expect, test} from 'vitest';
import {readForm} from '../../../source/core/form/index.ts';
import {sectionsOf} from './reading.ts';

describe('how much is needed, in other languages', () => {
	test.each([
		['Corps (si applicable)', 'conditional'],
		['Anhang (falls zutreffend)', 'conditional'],
		['Anexos (se aplicável)', 'conditional'],
		['Anexos (cuando proceda)', 'conditional'],
		['部署（如适用）', 'conditional'],
		['附录（可选）', 'optional'],
		['Liens (facultatif)', 'optional'],
		['概要（必須）', 'required'],
		['Zweck (verpflichtend)', 'required'],
		['Alcance (obligatorio)', 'required'],
		['Titular (sin plazo)', 'unspecified'],
		['Registro (caso de uso)', 'unspecified'],
		['部署（如图）', 'unspecified'],
		['Ergebnis (nicht öffentlich)', 'unspecified'],
	])('%s', (heading, requirement) => {
		const section = sectionsOf(readForm(`# A b c\n\n## ${heading}\n\n<x>\n`))[1];
		expect(section?.requirement).toBe(requirement);
	});
});
