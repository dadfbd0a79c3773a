/** Criteria that an app calls proven although a check that asks for the same does not hold. */

/** Share of a criterion's words that a check has to have for both to be about the same. */
const SHARED = 0.5;
const FEW = 3;
const COMMON = new Set(
	'when shall that this with from into each their there they them then have only also page show shows shown'.split(' ')
);

/**
 * By words, so a person has to look: a list of claims to doubt, not of lies.
 * @param {{ id: string, text: string }[]} claims
 * @param {{ do: string, expect: string, verdict: string }[]} checks
 * @returns {string[]} 'R1.2 (check 3)'
 */
export function doubtfulClaims(claims, checks) {
	return claims.flatMap(({ id, text }) => {
		const said = wordsOf(text);
		const about = checks.map((check) => [...said].filter((word) => wordsOf(`${check.do} ${check.expect}`).has(word)).length);
		const most = Math.max(0, ...about);
		const check = about.indexOf(most);
		if (most < FEW || most < said.size * SHARED || checks[check].verdict !== 'not') return [];
		return [`${id} (check ${check + 1})`];
	});
}

/** Long words by their first five letters, so that 'booking' and 'booked' are one. */
const wordsOf = (text) =>
	new Set(
		(text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []).filter((word) => !COMMON.has(word)).map((word) => word.slice(0, 5))
	);
