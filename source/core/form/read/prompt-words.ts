/**
 * The words by which text speaks to an author. Another language is one more row; the shapes that hold in any language
 * (questions, whole lines in italics, what a colon leads to) are in `prompt.ts` and `body.ts`.
 */

/** Verbs of writing: as the first word of a sentence they can only be meant for whoever fills the template. */
const writing =
	'describe|provide|explain|list|document|illustrate|outline|discuss|summari[sz]e|specify|define|identify|detail|mention|indicate|enumerate|capture|clarify|highlight|elaborate|cite|sketch|justify|quantify|characteri[sz]e|categori[sz]e|emphasi[sz]e|articulate|omit|map (?:the|each|every|all|any|out)|seed (?:the|this|it)|paste|state|include|introduce|name the|help (?:the )?readers?|go into|go in to';

/**
 * Those of them that are said to nobody else, wherever in a sentence the order comes. What is a noun as well ("State
 * management") orders only with something behind it that follows a verb.
 */
const telling =
	'describe|provide|explain|illustrate|outline|discuss|summari[sz]e|specify|mention|indicate|enumerate|clarify|highlight|elaborate|cite|justify|include|be (?:as )?(?:specific|concise|brief|factual|honest|explicit)|(?:list|state|sketch|name|detail) (?:the|an?|all|any|each|every|this|these|how|what|why|which|who|whether|if|where|when|it|them|both|at least)';

/** Verbs that also begin a step somebody is to take; asked for only where nothing stands before them. */
const doing =
	"make|put|try|e\\.g\\.,?|add|give|write|consider|insert|enter|fill|replace|remove|delete|link|attach|show|present|record|think|talk|call out|keep|ensure|tell|point|refer|reference|select|choose|pick|propose|answer|cover|evaluate|compare|set out|focus|avoid|(?:do not|don['’]t|never) (?:include|describe|list|remove|delete|edit|worry|repeat|duplicate|leave|fill|write|add|change|attempt|specify|mention|go into|assume|forget|copy|strive|explain|discuss|provide|wrap|use (?:this|the template))|skip|leave (?:blank|empty|this|it|out)|limit|assess|estimate|break (?:down|up|the|it|this)|suggest|use (?:a|an|the|this)|connect|prefer|distinguish|aim|say (?:what|who|how|why|where|when|which|whether|if)";

/** Words that begin a question, or the noun clause that stands for one: "How it is tested". */
const asking = 'what|why|how|who|which';

/** Sentences without a subject that say what a section is for: "Defines the limits of the product". */
const defining =
	'describes|provides|explains|lists|documents|outlines|discusses|summari[sz]es|specifies|defines|identifies|details|presents|clarifies|captures|records|covers|contains|establishes|introduces|states|illustrates|enumerates|sets out|lays out';
/** Behind these such a word is a noun: "Records are kept". */
const subject =
	'\\s+(?:are|is|was|were|must|can|should|will|may|have|do|that|which|who|of|in|on|with|and|or|older|newer)\\b|\\s*[:,.]';

/** What a section asks for, named: "A description of …", "Links to …", "One paragraph that …". */
const named =
	'descriptions?|discussions?|lists?|summar(?:y|ies)|overviews?|explanations?|statements?|details|links?|paragraphs?|sentences?|examples?|introductions?|analys[ie]s|rationale|justifications?|outlines?|definitions?|accounts?|specifications?|presentations?|motivations?|listings?|pointers?|diagrams?|pitch|write-?ups?';
/** What a section may be about as well as ask for: only with an article, and with what tells which one is meant. */
const meant =
	'(?:the|any|all|some)\\s+(?:[\\p{L}-]+\\s+)?(?:names?|reasons?|changes?|issues?|problems?|questions?|steps|tasks|evidence|considerations?|information|background|references|notes?)\\s+(?:that|which|we|you|motivating|to (?:do|be)\\b)';

/** Other languages. Each row holds what may begin a sentence that speaks to the author. */
const elsewhere: Readonly<Record<string, string>> = {
	de: 'beschreib(?:e|en sie)|erkl[äa]r(?:e|en sie)|erl[äa]uter(?:e|n sie)|nenn(?:e|en sie)|liste(?:n sie)?|f[üu]ge|f[üu]gen sie|geben sie|hier (?:bitte|ist|kannst|k[öo]nnen|sollten?|steht|stehen|wird|werden)|welche[rsn]?|warum|wie|wer|(?:kurze |detaillierte |ausf[üu]hrliche )?(?:beschreibung|übersicht|auflistung|zusammenfassung|darstellung|erläuterung|liste) (?:der|des|von|über|aller)|(?:in diesem|dieser|dieses) (?:abschnitt|kapitel)',
	fr: 'd[ée]cri(?:re|vez|s)|expliqu(?:er|ez)|list(?:er|ez)|indiqu(?:er|ez)|pr[ée]cis(?:er|ez)|r[ée]sum(?:er|ez)|[ée]num[ée]r(?:er|ez)|d[ée]tail(?:ler|lez)|pr[ée]sentez|ajoutez|quel(?:le)?s?|pourquoi|ici|(?:une )?(?:br[èe]ve |courte )?(?:description|liste|r[ée]sum[ée]|explication|d[ée]finition|d[ée]tails?|pr[ée]sentation) (?:br[èe]ve |d[ée]taill[ée]e )?(?:de|du|des|sur)|(?:dans )?cette section|(?:dans )?ce chapitre',
	es: 'describ(?:a|e)|expli(?:que|ca)|liste|indi(?:que|ca)|enumer(?:e|a)|resum(?:a|e)|proporcione|incluy[ae]|a[ñn]ad[ae]|¿|qué|cómo|por qué|aqu[íi]|(?:una )?(?:breve )?(?:descripci[óo]n|lista|listado|detalles|resumen|explicaci[óo]n|definici[óo]n|espacio) (?:breve |detallad[ao]s? |general )?(?:de|del|sobre|para)|(?:en )?est[ae] (?:secci[óo]n|apartado|cap[íi]tulo)',
	pt: 'descreva|explique|liste|indique|resuma|detalhe|forne[çc]a|inclua|adicione|quais|qual|por que|aqui|(?:uma )?(?:breve )?(?:descri[çc][ãa]o|lista|listagem|detalhes|resumo|explica[çc][ãa]o|defini[çc][ãa]o|espa[çc]o) (?:breve |detalhad[ao]s? |geral )?(?:de|do|da|dos|das|sobre|para)|n?est[ae] (?:se[çc][ãa]o|cap[íi]tulo)',
	it: 'descriv(?:i|ete)|spiega(?:te)?|elenca(?:te)?|indica(?:te)?|riassum(?:i|ete)|quali|quale|perché|inserire|inserisci|(?:una )?(?:breve )?(?:descrizione|lista|elenco|sintesi|spiegazione) (?:di|del|dei|della|delle|degli)|(?:in )?questa sezione|(?:in )?questo capitolo',
	nl: 'beschrijf|leg uit|noem|vermeld|geef|waarom|welke?|(?:korte )?(?:beschrijving|lijst|samenvatting|opsomming) van|(?:in )?(?:deze sectie|deze paragraaf|dit hoofdstuk)',
	pl: 'opisz|wymie[ńn]|wyja[śs]nij|podaj|dlaczego|jakie?',
	ru: 'опишите|описать|укажите|указать|перечислите|объясните|приведите|кратко|какие|какой|какова|почему|зачем|как(?! правило)|(?:краткое |подробное )?(?:описание|перечень|список|обзор) \\p{L}+|в (?:этом|данном) разделе|(?:этот|данный) раздел',
	tr: 'nas[ıi]l|neden|niçin|hangi(?:leri)?|k[ıi]saca',
	zh: '请|請|这里|這裡|此处|此處|在此|本节|本節|本小节|本章节|描述|说明|說明|介绍|列出|填写|简要|简述|概述|解释|写明|如何|为什么|什么|哪些',
	ja: 'ここに|ここで|このセクション|本セクション|なぜ|どのように|何を',
	ko: '여기에|왜|어떻게|무엇|이 (?:섹션|장|절)(?:은|는|에서|에는)',
};

/** What ends such a sentence where the verb stands last. */
const endings =
	/(?:ください|下さい|記述(?:する|します)?|を説明(?:する|します)?|を書く|を記載(?:する|します)?|すること|하세요|하십시오|작성합니다|기술합니다|기술한다|작성|\p{L}(?:leyin|layın|irtin|ekleyin|ımlayın|anımlayın|etleyin|yazın|doldurun|kalayın|çıklayın)(?:iz|ız)?)[。.]?$/u;

/** Words that are said to somebody, wherever they stand. */
export const addressing = /[请請您]|ください|下さい/u;

/** Words before the verb that change nothing. "Then" and "first" are none of them: they tell steps. */
const softly = '(?:(?:please|briefly|clearly|optionally|concisely|explicitly|simply|also|ideally)\\b,?\\s+){0,4}';

/** A clause before the verb: "In two sentences, ", "For each phase, ". */
const clause =
	'(?:in|for|if|when|where|as|to|during|after|before|with|at|on|once|unless|depending)\\b[^,.;:?!]{1,100},\\s+(?:please\\s+|then\\s+|also\\s+)?';

export const imperative = new RegExp(`^${softly}(?:${writing}|${doing})\\b|^${softly}e\\.g\\.`, 'iu');
export const writes = new RegExp(`^${softly}(?:${writing})\\b`, 'iu');
export const tells = new RegExp(`^${softly}(?:${telling})\\b`, 'iu');
export const writesThen = new RegExp(`^${clause}${softly}(?:${telling})\\b`, 'iu');
export const interrogative = new RegExp(`^(?:also\\s+)?(?:${asking})\\b`, 'iu');
export const definition = new RegExp(`^(?:${defining})\\b(?!${subject})`, 'iu');
export const nominal = new RegExp(
	`^${meant}|^(?:(?:an?|the|one|two|three|any|all|some|short|brief|concise|detailed|high[- ]level|clear|quick|rough|general|full|complete|optional|relevant|precise|explicit|additional|other|useful|further)(?:,|\\s+(?:or|and|to|para|paragraph|sentence))?\\s+){0,4}(?:[\\p{L}-]+\\s+){0,2}(?:${named})(?:\\s+(?:and|or)\\s+[\\p{L}-]+)?(?=\\s+(?:of|for|to|about|on|that|which|with|from|why|how|what|where|describing|explaining|motivating|summari[sz]ing|covering|including|regarding|concerning|related|relevant)\\b|\\s*[.;(]|\\s*$)`,
	'iu',
);
export const foreign = new RegExp(
	`^(?:(?:bitte|veuillez|por favor|si prega di|пожалуйста)\\s+)?(?:${Object.entries(elsewhere)
		.map(([language, words]) => (/^(?:zh|ja|ko)$/u.test(language) ? words : `(?:${words})(?![\\p{L}\\p{N}])`))
		.join('|')})|${endings.source}`,
	'iu',
);
