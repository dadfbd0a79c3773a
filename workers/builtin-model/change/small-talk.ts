/** What people say around a wish, in which nothing is asked for. */
export const NO_WISH =
	/^(?:(?:hi|hello|hey|hallo|hola|thanks?(?: you)?(?: (?:so|very) much)?|thank you|great(?: work| job)?|good (?:work|job|morning|day)|nice(?: work)?|well done|cool|perfect|awesome|ok(?:ay)?|yes|looks? (?:good|great|nice)|this (?:is|looks) (?:good|great|nice)|i (?:really )?like it|danke|gracias|谢谢|bye|please|that'?s (?:all|it)|that is all|one more thing|a few (?:changes|things)|some changes)[\s,.!:]*)+$/i;
