/** What the site or app is called, as the person says it. */

const QUOTED = /["“„'‘«「『]([^"”“'’»」』\n]{2,50})["”“'’»」』]/;
/** A name in capitals: 'Brannock Warmth', 'Order of the Quiet Ford', 'Botas y Barro'. */
const PROPER = String.raw`\p{Lu}[\p{L}\d'’&-]*(?:\s+(?:(?:of|the|and|&|de|del|la|y|und|für|von|der|at|on)\s+){0,3}\p{Lu}[\p{L}\d'’&-]*){0,5}`;

const SAID: RegExp[] = [
	new RegExp(String.raw`\bholds? (?:its|our|their|an?|the) (?:annual |yearly )?(${PROPER})`, 'u'),
	/(?:店名叫|名叫|名字叫|叫做|叫作|名为|称为|名称是|叫)\s*[「『“"']?([\p{L}\p{N}]{2,16}?)[」』”"'。,,;；\s]/u,
	new RegExp(
		String.raw`\b(?:called|named|under the name(?: of)?|(?:the |its |my |our )?name(?:'s| is|:)|titled|entitled|que se llam[ea]|llamad[oa]|se llama|namens|genannt|heißt|heisst|mit dem Namen)\s+["“„'‘«]?(${PROPER})`,
		'u'
	),
	new RegExp(String.raw`\bWe(?: are|'re) (?:the )?(${PROPER})`, 'u'),
	new RegExp(String.raw`^The (${PROPER}) (?:holds|requires|needs|is|are|wants|wishes|runs|has)\b`, 'u'),
	new RegExp(
		String.raw`\b(?:app|shop|restaurant|café|hotel|studio|festival|club|band|firm|company|bakery|farm|museum|magazine|clinic|school)\s+(${PROPER})`,
		'u'
	),
	new RegExp(
		String.raw`\b(?:from|for|by|of|für|para|de)\s+(?:the\s+|bridge engineer\s+|(?:[a-z]+\s+){0,3})(${PROPER})(?=[,.:;!?]|\s+(?:who|which|–|-)|$)`,
		'u'
	),
	new RegExp(String.raw`,\s+(${PROPER})[.!]?$`, 'u')
];
/** Words with a capital that name no site. */
const NO_NAME =
	/^(?:I|English|German|Spanish|Chinese|French|Europe|Monday|Tuesday|Wednesday|Thursday|Friday|Saturdays?|Sundays?|January|February|March|April|May|June|July|August|September|October|November|December|CSV|PDF|FAQ|CV|HTML|SKU|VAT|X-ray|Home|About|Contact|Services|Markdown|Morse|Baltic|Internet|Walk|Online|Admin|API)$/;

/** The name as said; undefined when none is. */
export function nameOf(text: string): string | undefined {
	const called = /\b(?:called|named|name(?:'s| is|:)|titled|llam[ea]|llamad[oa]|namens|heißt)\s*$/i;
	for (const match of text.matchAll(new RegExp(QUOTED.source, 'g')))
		if (called.test(text.slice(0, match.index))) return match[1]?.trim();
	const chinese = /[「『]([^」』]{2,20})[」』]/.exec(text)?.[1];
	if (chinese) return chinese;
	const lines = text.split(/(?<=[.!?。])\s+|\n/);
	for (const [at, pattern] of SAID.entries()) {
		for (const line of at < 3 ? [`${text} `] : lines.slice(0, 3)) {
			const name = pattern.exec(line)?.[1]?.replace(/[.,]$/, '').trim();
			if (name && !NO_NAME.test(name) && name.length <= 60) return name;
		}
	}
	return undefined;
}
