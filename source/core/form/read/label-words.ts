/** The words by which labels and blanks say what they ask for. Another language is one more row in a table. */

import {withoutRound} from './ends.ts';
import {labelText} from './label.ts';

/** One pattern of many rows; words of alphabets with spaces stand between spaces or signs. */
function words(...rows: readonly string[]): RegExp {
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${rows.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}

/** A label that is a whole text of one of the rows. */
function whole(...rows: readonly string[]): RegExp {
	return new RegExp(`^(?:${rows.join('|')})$`, 'iu');
}

const person = words(
	'owners?|co-?owners?|authors?|reviewers?|approvers?|approved by|approval from|reviewed by|dri|sponsors?|participants?|assignees?|assigned to|maintainers?|stakeholders?|contacts?|shepherds?|champions?|editors?|contributors?|deciders?|decision[- ]makers?|consulted|informed|responsible|accountable|escalation path|on-?call(?! readiness)|role owner|ownership',
	'(?:submitted|prepared|written|created|developed|curated|proposed|drafted|owned|managed|completed|conducted|requested|reported|raised|signed|verified|maintained|modified|led)[ _]by|created_by|incident commander|scribe|facilitators?|attendees',
	'autor(?:in|innen|en|es|as?)?|verfasser(?:in)?|verantwortlich(?:er?)?|ansprechpartner|prüfer|bearbeiter|ersteller|beteiligte|entscheider|(?:erstellt|geprüft|freigegeben|genehmigt|gemeldet|verfasst) von',
	'auteure?s?|rédacteurs?|responsables?|relecteurs?|approbateurs?|décideurs?|(?:rédigé|relu|validé|approuvé|créé|préparé|signalé) par',
	'revisor(?:es|a)?|aprobador(?:es)?|aprovador(?:es)?|decisor(?:es)?|(?:elaborado|revisado|aprobado|aprovado|creado|criado|escrito|preparado|reportado) por|responsáve(?:l|is)|autore|responsabile|revisore',
	'автор(?:ы)?|ответственн\\p{L}+|исполнитель|рецензенты?|владелец|участники',
);
const roles =
	/(?:^|[\s_])(?:(?:lead|leader|architect|engineer|analyst)s?|(?:project|product|program|engineering|incident|release|delivery|test|qa|team|risk) managers?)$|^(?:(?:line|hiring|direct|reporting) )?(?:managers?|supervisors?|mentors?|buddy)$/iu;
const personHan =
	/(?:作|译)者|(?:负责|責任|责任|评审|审核|审批|参与|干系|编写|编制|撰写|提出|创建|维护|处理|联系)[人者]|(?:担当|作成|承認|参加|決裁)者|レビュ(?:ア|ワ)ー|작성자|담당자|검토자|승인자|책임자/u;

/** Whether a label asks for people. */
export function asksForPerson(label: string): boolean {
	return person.test(label) || roles.test(label) || personHan.test(label);
}

const date = whole(
	'date|created|created (?:on|at)|creation[- _]date|date (?:created|proposed|opened|updated)|updated(?: on| at)?|due(?: date)?|deadline|target date|start(?:ed)?(?: date)?|end(?: date)?|accepted[_ -]at|implemented[_ -]at|withdrawn[_ -]at|release date|\\w+[_ -]date',
	'(?:accepted|approved|closed|completed|created|decided|detected|discovered|ended|filed|finished|identified|implemented|issued|merged|mitigated|modified|opened|published|rejected|released|reported|resolved|reviewed|signed|started|submitted|updated|withdrawn|due|expires)[_ -](?:at|on)',
	'(?:last|next)[- _](?:updated?|modified|amended|reviewed|revised|changed|edited|tested|verified|review)(?: (?:on|date))?|(?:[\\p{L}-]+ ){1,4}date|dates? (?:of|for) .+|expir(?:es|y)(?: on)?',
	'\\p{L}*datum|[\\p{L}-]+-datum|(?:erstellt|aktualisiert|geändert)(?: am)?|zuletzt (?:aktualisiert|geändert)|fällig(?: am)?|stand',
	'date d.+|(?:dernière )?mise à jour|créé le|échéance|fecha(?: .+)?|última (?:actualización|atualização|modificación|modificação)|data d[aeio] .+',
	'дата(?: .+)?|.*(?:日期|日付)|(?:创建|更新|修改|提交|截止)(?:时间|日)|(?:作成|更新|改訂|承認|公開)日|期限|날짜|.+일자|작성일|수정일',
);
/** Whether a label asks for a day. */
export function asksForDate(label: string): boolean {
	return date.test(label);
}

const dateWord = whole(
	"date|today(?:'s date)?|due date|the date|date\\b.*|.*\\btoday['’]?s date\\b.*",
	'(?:[\\p{L}-]+ )?date|datum|\\p{L}+datum|fecha(?: de .+)?|data d[aeio] .+|дата|日期|日付|날짜',
);
/** Whether the words in a blank stand for a day. */
export function standsForDate(blank: string): boolean {
	// Three things between dashes are not one day: `Date - Service - Version`.
	return dateWord.test(blank) && !/\s[-–—]\s[^\n]*\S\s[-–—]\s/u.test(blank);
}

const link = words(
	'links?|urls?|tickets?|tracking|prd|issue|dashboards?|repo(?:sitory)?|implementation pr|pull request|runbook links?|website|homepage|discussions-to',
	'liens?|enlaces?|ссылк[аи]',
);
/** Whether a label asks for a link. */
export function asksForLink(label: string): boolean {
	return link.test(label) || /链接|連結|リンク|링크/u.test(label);
}

const status = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:${[
		'(?:status|state|tier|level|severity|priority|likelihood|impact|probability|confidence|risk|rating|phase|stage|method|sensitivity|classification|category|decision|outcome|type|kind|environment)s?',
		'zustand|priorität|typ|art|schweregrad|risiko|wahrscheinlichkeit|auswirkung|kategorie',
		'statut|état|priorité|niveau|gravité|catégorie|probabilité',
		'estado|prioridad|tipo|nivel|gravedad|severidad|categoría|probabilidad|impacto|riesgo|situação|prioridade|severidade|categoria|probabilidade',
		'статус|приоритет|тип|уровень',
	].join(
		'|',
	)})$|(?:状态|狀態|优先级|類型|类型|级别|等级|程度|风险|概率|类别|状態|ステータス|優先度|種別|区分|重要度|影響度|상태|우선순위|유형|등급)$`,
	'iu',
);
/** Whether a label names something that has few values. */
export function namesStatus(label: string): boolean {
	return status.test(label);
}

/** Whether a label names what is one of a few. */
export function isStatus(name: string): boolean {
	return namesStatus(name) && !asksForPerson(name);
}

const account = whole(
	'(?:(?:short|brief|long|general) )?(?:description|overview|summary|purpose|background|context|rationale|definition|objective|motivation|explanation|abstract)',
	'(?:kurz)?beschreibung|zweck|zusammenfassung|überblick|hintergrund|begründung|description|résumé|objectif|contexte',
	'descripción|propósito|resumen|objetivo|contexto|justificación|descrição|resumo|justificativa|descrizione|scopo|sommario',
	'описание|назначение|цель|контекст|обоснование|描述|说明|概述|概要|目的|背景|简介|説明|설명|개요|목적|배경',
);
/** Whether a label asks for an account in words: nothing that stands under further labels can be its answer. */
export function asksForAccount(label: string): boolean {
	return account.test(label);
}

const grade = whole(
	'h|m|l|s|xs|xl|high|medium|med|moderate|low|critical|major|minor|severe|none|small|large|p\\d|s\\d|sev-?\\d|\\d',
	'yes|no|true|false|on|off|pass(?:ed)?|fail(?:ed)?|open|closed|full|partial|approved|rejected|denied|pending|draft|final|red|amber|yellow|green|enabled|disabled|n/?a',
	'hoch|mittel|niedrig|gering|élevée?|moyenne?|faible|alt[oa]|medi[oa]|médi[oa]|bai?x[oa]|baj[oa]|高|中|低',
);
/** Whether a word is a grade or an answer that stands on a scale of few: what is parted by slashes is then chosen from. */
export function isGrade(option: string): boolean {
	return grade.test(option);
}

const thing = words(
	'actions?|approach|solution|outcome|results?|features?|capability|goals?|benefit|roles?|users?|persona|systems?|components?|modules?|services?|teams?|names?|changes?|decision|events?|triggers?|response|reasons?|problem|needs?|tasks?|entity|values?|impact|person|product|project|tools?',
);
/** Whether words name the sort of thing that goes there, as `action/approach` does, rather than being what to choose. */
export function namesThing(text: string): boolean {
	return thing.test(text);
}

/** Yes or no in several languages, as a template writes the two. */
export const yesOrNo =
	'(?:yes|true) or (?:no|false)|yes ?/ ?no|true ?/ ?false|oui ?/ ?non|ja ?/ ?nein|s[ií] ?/ ?no|sim ?/ ?não|да ?/ ?нет|是 ?/ ?否|有 ?/ ?无|はい ?/ ?いいえ|예 ?/ ?아니오';

/** True for a label that names several things, so that its empty answer is a list. */
export function plural(label: string): boolean {
	const name = withoutRound(labelText(label)).trim();
	if (/\((?:[\w-]+\/)+[\w-]+\)/u.test(label)) {
		return true;
	}

	return name
		.split(/\s*(?:\/|\band\b|&|\binvolved\b|,)\s*/u)
		.some(part => /(?<![sui])s$/iu.test(part.trim()) || /(?:ies|ses|ches|xes|ices)$/iu.test(part.trim()));
}
