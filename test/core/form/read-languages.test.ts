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

describe('a date with its month’s name', () => {
	test.each([
		['Date: 3 mars 2026', 'D MMMM YYYY'],
		['**Datum:** 3. März 2026', 'D. MMMM YYYY'],
		['Fecha: 3 de marzo de 2026', 'D de MMMM de YYYY'],
		['Date: Mar 3, 2026', 'MMM D, YYYY'],
		['Date: 1er mars 2026', undefined],
	])('%s is one, in that form', (line, format) => {
		const [, field] = readForm(`# A b c\n\n- ${line}\n- Owner: [who]\n`).fields;
		expect(field).toMatchObject({kind: 'date', prefilled: true});
		expect(field?.format).toBe(format);
	});

	test('is none where the words name no month', () => {
		const [, field] = readForm('# A b c\n\n- Date: 3 weeks 2026\n- Owner: [who]\n').fields;
		expect(field?.kind).not.toBe('date');
	});
});

describe('what labels ask for, in other languages', () => {
	test.each([
		['Autor: [Name]', 'person'],
		['Auteur : [NOM]', 'person'],
		['Aprobado por: [nombre]', 'person'],
		['Criado por: [quem]', 'person'],
		['Creado por: [quién]', 'person'],
		['Créé par : [qui]', 'person'],
		['Gemeldet von: [wer]', 'person'],
		['Motivado por: [o que]', 'text'],
		['负责人: [姓名]', 'person'],
		['担当者: [名前]', 'person'],
		['Prüfdatum: [TT]', 'date'],
		['Fecha de entrega: [cuándo]', 'date'],
		['更新日期: [日期]', 'date'],
		['Estado: abierto / cerrado', 'choice'],
		['必要: 是/否', 'choice'],
		['Data source: [which one]', 'text'],
		['Autorität: [wer]', 'text'],
	])('%s', (line, kind) => {
		expect(readForm(`# A b c\n\n- ${line}\n- Other: <x>\n`).fields[1]?.kind).toBe(kind);
	});

	test('a table of keys and values', () => {
		const form = readForm(
			'# A b c\n\n## Kopf\n\n| Feld | Wert |\n| --- | --- |\n| Autor | |\n| Stand | TT.MM.JJJJ |\n',
		);
		expect(form.fields.slice(1).map(field => [field.id, field.kind])).toEqual([
			['kopf/autor', 'person'],
			['kopf/stand', 'date'],
		]);
	});

	test('an account is asked for by its own label, another empty label heads what follows', () => {
		const under = (label: string) =>
			readForm(`# A b c\n\n## Teil\n\n**${label}：**\n\n**Vorteile:**\n\n- <x>\n`)
				.fields.slice(1)
				.map(field => field.id);
		expect(under('描述')).toEqual(['teil/描述', 'teil/vorteile']);
		expect(under('Beschreibung')).toEqual(['teil/beschreibung', 'teil/vorteile']);
		expect(under('Lösungen')).toEqual(['teil/vorteile']);
	});
});
