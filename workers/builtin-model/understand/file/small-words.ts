/** Words that carry no wish of their own: grammar, politeness, and what every app does. */

export const SMALL_WORDS = new Set(
	`a able about above across actually after again all almost along already also always am an and another any anybody anyone anything anywhere app application apps are around as ask at available away
	back be because been before behind being below best better between big bit both bottom but by bye can can't cannot clear could d day days did do does doesn't doing don't done down during each early easily easy either else end
	enough etc even every everybody everyone everything everywhere few fine first for friendly from full fun further get gets give given go goes going good got great ground had hand has have having he hello help her here hers hey hi
	him his hold how i idea if i'm in inside instead into is isn't it it's item items its itself just keep kids kind kinds know last later least left less let let's lets like likes little long look looks looking lot lots made main
	make makes making many may maybe me means mine more most much must my myself name named near nearly need needed needing needs never new next nice nicely no nobody none nor not note nothing now of off often ok old on once one ones
	only onto or other others our ours out over own page pages part parts people per perhaps person persons please pls plus pretty proper put quick quickly quite rather ready real really right round same say says see seen
	send set several shall she should show showing shown shows side simple simply since single site small so some somebody someone something sometimes soon sort state states still such sure take takes tell tells than thank thanks that the
	their them themselves then there these they thing things this those though three through time times to today together too top toward twice two type under until up upon us use used user users uses using usually various very via
	visible visitor visitors want wanted wants was way ways we web website well went were what when where whether which while who whole whoever whom whose why will wish wishes with within without word words work works would write yes yet you your
	yours number numbers able bits fight stuff possible respect place places line lines screen carry lastly comprising wishes via basis following exactly required require requires provide provided means sufficient visit desired
	build create develop design present presents contains contain include includes including feature features should must look-and-feel browser internet online digital modern
	january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday saturdays sundays called please exactly least exact several
	namens hero called seiten
	years year old week weeks month months daily firm company business customers
	der die das den dem des ein eine einen einem einer und oder mit für auf im in am an zu zum zur von vom bei nach aus ist sind wird werden soll sollen kann können darf dürfen muss müssen man wir ich sie es nicht nur auch was wer wie wo wenn dass alle jede jeder jedes fall keinen keine kein ohne brauchen möchten unsere unser eigene sieht
	el la los las un una unos unas y o de del en a al por para con sin que se su sus es son está cada como lo le nos hay ser puede puedan quiero nada todo todos más muy este esta`
		.split(/\s+/)
		.filter(Boolean)
);
