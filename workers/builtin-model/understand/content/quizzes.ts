/** Questions with their answers on subjects that many ask for. The first answer is the right one; whoever shows them mixes them. */

export interface BankQuestion {
	text: string;
	symbol: string;
	/** The right one first. */
	answers: [string, string, string, string];
	because: string;
}
const q = (text: string, symbol: string, answers: [string, string, string, string], because: string): BankQuestion => ({
	text,
	symbol,
	answers,
	because
});

const FIRST_AID: BankQuestion[] = [
	q(
		'Somebody has a deep cut on the arm and it bleeds a lot. What do you do first?',
		'🩸',
		[
			'Apply firm pressure on the wound with a clean cloth',
			'Wash it for ten minutes',
			'Put on a small plaster',
			'Wait until it stops'
		],
		'Firm pressure on the wound slows the bleeding.'
	),
	q(
		'When does a cold pack help?',
		'🧊',
		['When an ankle is twisted and swells', 'When somebody is shivering', 'When a tooth is loose', 'When somebody feels hungry'],
		'Cold keeps a fresh swelling small.'
	),
	q(
		'What goes between a cold pack and the skin?',
		'🧊',
		['A thin cloth', 'Nothing', 'Soap', 'Sand'],
		'Ice on bare skin can hurt it.'
	),
	q(
		'You burn your finger on a hot pan. What helps?',
		'🔥',
		['Cool running water for a while', 'Butter', 'Toothpaste', 'A hot towel'],
		'Cool water takes the heat out of the skin.'
	),
	q(
		'Where do you apply pressure when a knee bleeds?',
		'🩹',
		['Right on the wound', 'On the foot', 'On the other knee', 'On the back'],
		'Pressure works where the blood comes out.'
	),
	q(
		'Somebody has a nosebleed. How should they sit?',
		'👃',
		['Leaning a little forward', 'With the head far back', 'Upside down', 'Lying flat'],
		'Leaning forward keeps blood out of the throat.'
	),
	q(
		'Which number is good to call in an emergency in Europe?',
		'📞',
		['112', '999999', '12345', '100000'],
		'112 works in all of Europe.'
	),
	q(
		'What do you say first when you call for help?',
		'☎️',
		['Where it happened', 'Your favourite colour', 'What you had for lunch', 'Nothing'],
		'Helpers must know where to come.'
	),
	q(
		'Before you help somebody on a road, what do you check?',
		'🚗',
		['That it is safe for you', 'What time it is', 'Whether you have a pen', 'The weather for tomorrow'],
		'A hurt helper can help nobody.'
	),
	q(
		'A friend does not answer and does not move. What do you do?',
		'😴',
		['Call an adult or the emergency number at once', 'Tickle them', 'Go home', 'Take a photo'],
		'Somebody who does not wake up needs help fast.'
	),
	q(
		'Somebody faints and breathes normally. How do you lay them?',
		'🛌',
		['On their side', 'Standing up', 'Face down in a pillow', 'On a chair'],
		'On the side the airway stays open.'
	),
	q(
		'What do you do with a small scrape?',
		'🩹',
		['Rinse it with clean water and cover it', 'Rub dirt on it', 'Paint on it', 'Scratch it'],
		'Clean and covered it heals best.'
	),
	q(
		'What do you wear on your hands when you touch blood?',
		'🧤',
		['Disposable gloves', 'Woollen mittens', 'Nothing', 'Socks'],
		'Gloves protect you and the other one.'
	),
	q(
		'A bee has stung your friend. What helps against the swelling?',
		'🐝',
		['A cold pack', 'A hot bath', 'Running fast', 'Sugar'],
		'Cold makes the swelling and the pain less.'
	),
	q(
		'Somebody stung by a wasp cannot breathe well. What do you do?',
		'🐝',
		['Call 112 at once', 'Give them water and wait', 'Sing a song', 'Send them home alone'],
		'It can be a strong allergy: that is an emergency.'
	),
	q(
		'What do you do when somebody has something stuck in the throat and coughs hard?',
		'😮',
		['Tell them to go on coughing', 'Give them bread', 'Hold their mouth shut', 'Lay them down'],
		'Coughing is the best way to get it out.'
	),
	q(
		'What belongs in a first aid kit?',
		'🧰',
		['Bandages and plasters', 'Toys', 'Sweets', 'Paint'],
		'Bandages and plasters cover wounds.'
	),
	q(
		'Somebody may have broken a leg. What do you do?',
		'🦵',
		['Keep it still and call for help', 'Make them walk', 'Pull on it', 'Bend it'],
		'A broken bone must not be moved.'
	),
	q(
		'How do you help somebody who is very cold and wet?',
		'🥶',
		['Dry clothes and a blanket', 'An ice cream', 'A cold shower', 'Taking off the jacket'],
		'Dry and wrapped up the body warms itself.'
	),
	q(
		'Sun all day, and a friend feels dizzy. What do you do?',
		'☀️',
		['Bring them into the shade and give water', 'Let them run', 'Give them a hot drink', 'Stay in the sun'],
		'Shade and water cool the body.'
	),
	q(
		'Something has got into an eye. What helps?',
		'👁️',
		['Rinsing it with clean water', 'Rubbing hard', 'Blowing sand', 'Closing it for a week'],
		'Water carries it out without a scratch.'
	),
	q(
		'Who may help in an emergency?',
		'🙋',
		['Everybody, as well as they can', 'Only doctors', 'Only grown-ups', 'Nobody'],
		'Calling for help is helping too.'
	)
];
const GENERAL: BankQuestion[] = [
	q(
		'Which planet is nearest to the sun?',
		'☀️',
		['Mercury', 'Venus', 'Mars', 'Jupiter'],
		'Mercury is the innermost of the eight planets.'
	),
	q('How many legs does a spider have?', '🕷️', ['Eight', 'Six', 'Ten', 'Four'], 'Spiders have eight, insects six.'),
	q(
		'What is the largest ocean?',
		'🌊',
		['The Pacific', 'The Atlantic', 'The Indian Ocean', 'The Arctic Ocean'],
		'The Pacific covers about a third of the Earth.'
	),
	q('Which gas do plants take in?', '🌿', ['Carbon dioxide', 'Oxygen', 'Helium', 'Nitrogen'], 'They build their sugar from it.'),
	q(
		'Who painted the Mona Lisa?',
		'🎨',
		['Leonardo da Vinci', 'Michelangelo', 'Rembrandt', 'Vincent van Gogh'],
		'Leonardo worked on it from about 1503.'
	),
	q('How many minutes has a day?', '⏱️', ['1440', '1240', '2400', '960'], '24 times 60 is 1440.'),
	q(
		'Which metal is liquid at room temperature?',
		'🌡️',
		['Mercury', 'Iron', 'Lead', 'Tin'],
		'Mercury melts at about minus 39 °C.'
	),
	q(
		'What is the hardest natural material?',
		'💎',
		['Diamond', 'Granite', 'Iron', 'Quartz'],
		'Nothing in nature scratches a diamond but another one.'
	),
	q('How many strings has a violin?', '🎻', ['Four', 'Five', 'Six', 'Three'], 'G, D, A and E.'),
	q(
		'Which animal is the tallest?',
		'🦒',
		['The giraffe', 'The elephant', 'The camel', 'The ostrich'],
		'Giraffes grow to about five and a half metres.'
	),
	q('What is the square root of 144?', '🔢', ['12', '14', '11', '16'], '12 times 12 is 144.'),
	q('Which country has the most inhabitants?', '🌏', ['India', 'Brazil', 'Russia', 'Canada'], 'India passed China in 2023.'),
	q('What do bees make from nectar?', '🐝', ['Honey', 'Wax paper', 'Silk', 'Sugar cubes'], 'They thicken it in the comb.'),
	q(
		'In which sport is a shuttlecock used?',
		'🏸',
		['Badminton', 'Tennis', 'Squash', 'Cricket'],
		'It has feathers and flies slowly at the end.'
	),
	q('How many bones has a grown person, about?', '🦴', ['206', '106', '306', '406'], 'Babies have more: some grow together.'),
	q('What is the boiling point of water at sea level?', '💧', ['100 °C', '90 °C', '110 °C', '80 °C'], 'Higher up it is lower.'),
	q(
		'Which is the longest wall in the world?',
		'🧱',
		['The Great Wall of China', "Hadrian's Wall", 'The walls of Babylon', 'The Berlin Wall'],
		'Its parts add up to thousands of kilometres.'
	),
	q('What is frozen water called?', '🧊', ['Ice', 'Steam', 'Fog', 'Dew'], 'Water freezes at 0 °C.'),
	q('Which bird cannot fly?', '🐧', ['The penguin', 'The swan', 'The owl', 'The stork'], 'Penguins use their wings to swim.'),
	q(
		'How many continents are usually counted?',
		'🗺️',
		['Seven', 'Four', 'Nine', 'Eleven'],
		'Africa, Antarctica, Asia, Australia, Europe, North and South America.'
	)
];
const ANIMALS: BankQuestion[] = [
	q('Which animal gives wool?', '🐑', ['The sheep', 'The pig', 'The hen', 'The duck'], 'Sheep are shorn once a year.'),
	q(
		'What is a young dog called?',
		'🐕',
		['A puppy', 'A kitten', 'A foal', 'A calf'],
		'Kittens are cats, foals horses, calves cows.'
	),
	q(
		'Which animal sleeps through the winter?',
		'🦔',
		['The hedgehog', 'The fox', 'The deer', 'The crow'],
		'It lives on its fat until spring.'
	),
	q(
		'How does a fish breathe?',
		'🐟',
		['With gills', 'With lungs', 'Through the tail', 'Through the mouth only'],
		'Gills take oxygen out of the water.'
	),
	q('What does a caterpillar become?', '🐛', ['A butterfly', 'A beetle', 'A spider', 'A worm'], 'It changes in its chrysalis.'),
	q(
		'Which is the largest animal of all?',
		'🐋',
		['The blue whale', 'The elephant', 'The giraffe', 'The great white shark'],
		'It can be more than 30 metres long.'
	),
	q('What do pandas eat most of all?', '🐼', ['Bamboo', 'Fish', 'Honey', 'Grass'], 'They eat it for many hours a day.'),
	q(
		'Which bird hunts at night?',
		'🦉',
		['The owl', 'The swallow', 'The sparrow', 'The eagle'],
		'Owls hear a mouse under leaves.'
	),
	q('How many humps has a dromedary?', '🐪', ['One', 'Two', 'Three', 'None'], 'The Bactrian camel has two.'),
	q('What is a group of wolves called?', '🐺', ['A pack', 'A flock', 'A school', 'A swarm'], 'Sheep are a flock, fish a school.'),
	q(
		'Which animal builds dams?',
		'🦫',
		['The beaver', 'The otter', 'The rat', 'The frog'],
		'Behind the dam the water is deep enough for its lodge.'
	),
	q('What do bees collect?', '🐝', ['Nectar and pollen', 'Leaves', 'Bark', 'Sand'], 'Nectar for honey, pollen for the brood.')
];
const CAPITALS: [string, string, string][] = [
	['France', 'Paris', '🇫🇷'],
	['Spain', 'Madrid', '🇪🇸'],
	['Italy', 'Rome', '🇮🇹'],
	['Germany', 'Berlin', '🇩🇪'],
	['Poland', 'Warsaw', '🇵🇱'],
	['Portugal', 'Lisbon', '🇵🇹'],
	['Austria', 'Vienna', '🇦🇹'],
	['Greece', 'Athens', '🇬🇷'],
	['Sweden', 'Stockholm', '🇸🇪'],
	['Norway', 'Oslo', '🇳🇴'],
	['Finland', 'Helsinki', '🇫🇮'],
	['Denmark', 'Copenhagen', '🇩🇰'],
	['Ireland', 'Dublin', '🇮🇪'],
	['Hungary', 'Budapest', '🇭🇺'],
	['Czechia', 'Prague', '🇨🇿'],
	['Romania', 'Bucharest', '🇷🇴'],
	['Bulgaria', 'Sofia', '🇧🇬'],
	['Croatia', 'Zagreb', '🇭🇷'],
	['Estonia', 'Tallinn', '🇪🇪'],
	['Latvia', 'Riga', '🇱🇻'],
	['Lithuania', 'Vilnius', '🇱🇹'],
	['Belgium', 'Brussels', '🇧🇪'],
	['Japan', 'Tokyo', '🇯🇵'],
	['Egypt', 'Cairo', '🇪🇬'],
	['Kenya', 'Nairobi', '🇰🇪'],
	['Canada', 'Ottawa', '🇨🇦'],
	['Peru', 'Lima', '🇵🇪'],
	['Australia', 'Canberra', '🇦🇺'],
	['Turkey', 'Ankara', '🇹🇷'],
	['Iceland', 'Reykjavik', '🇮🇸']
];
const ELEMENTS: [string, string][] = [
	['hydrogen', 'H'],
	['helium', 'He'],
	['carbon', 'C'],
	['nitrogen', 'N'],
	['oxygen', 'O'],
	['sodium', 'Na'],
	['magnesium', 'Mg'],
	['aluminium', 'Al'],
	['silicon', 'Si'],
	['sulfur', 'S'],
	['chlorine', 'Cl'],
	['potassium', 'K'],
	['calcium', 'Ca'],
	['iron', 'Fe'],
	['copper', 'Cu'],
	['zinc', 'Zn'],
	['silver', 'Ag'],
	['tin', 'Sn'],
	['gold', 'Au'],
	['mercury', 'Hg'],
	['lead', 'Pb'],
	['iodine', 'I']
];

/** Of a table: each right answer among three of its neighbours. */
function asked(
	rows: readonly (readonly [string, string, string?])[],
	text: (of: string) => string,
	because: (of: string, is: string) => string
): BankQuestion[] {
	return rows.map(([of, is, symbol = '❓'], at) => {
		const other = (step: number) => rows[(at + step) % rows.length]?.[1] ?? '';
		return q(text(of), symbol, [is, other(3), other(7), other(11)], because(of, is));
	});
}
const TABLES: BankQuestion[] = Array.from({ length: 24 }, (_, at) => {
	const [one, other] = [2 + ((at * 5) % 8), 3 + ((at * 7) % 7)];
	const right = one * other;
	return q(
		`How much is ${one} × ${other}?`,
		'✖️',
		[String(right), String(right + one), String(right - 1), String(right + other + 1)],
		`${one} × ${other} = ${right}.`
	);
});
const WORDS_OF: Record<string, [string, string][]> = {
	German: [
		['house', 'Haus'],
		['tree', 'Baum'],
		['bread', 'Brot'],
		['water', 'Wasser'],
		['book', 'Buch'],
		['dog', 'Hund'],
		['school', 'Schule'],
		['apple', 'Apfel'],
		['street', 'Straße'],
		['window', 'Fenster'],
		['morning', 'Morgen'],
		['friend', 'Freund'],
		['table', 'Tisch'],
		['milk', 'Milch'],
		['garden', 'Garten'],
		['sun', 'Sonne'],
		['night', 'Nacht'],
		['winter', 'Winter'],
		['child', 'Kind'],
		['door', 'Tür']
	],
	Spanish: [
		['house', 'casa'],
		['tree', 'árbol'],
		['bread', 'pan'],
		['water', 'agua'],
		['book', 'libro'],
		['dog', 'perro'],
		['school', 'escuela'],
		['apple', 'manzana'],
		['street', 'calle'],
		['window', 'ventana'],
		['morning', 'mañana'],
		['friend', 'amigo'],
		['table', 'mesa'],
		['milk', 'leche'],
		['garden', 'jardín'],
		['sun', 'sol'],
		['night', 'noche'],
		['winter', 'invierno'],
		['child', 'niño'],
		['door', 'puerta']
	],
	French: [
		['house', 'maison'],
		['tree', 'arbre'],
		['bread', 'pain'],
		['water', 'eau'],
		['book', 'livre'],
		['dog', 'chien'],
		['school', 'école'],
		['apple', 'pomme'],
		['street', 'rue'],
		['window', 'fenêtre'],
		['morning', 'matin'],
		['friend', 'ami'],
		['table', 'table'],
		['milk', 'lait'],
		['garden', 'jardin'],
		['sun', 'soleil'],
		['night', 'nuit'],
		['winter', 'hiver'],
		['child', 'enfant'],
		['door', 'porte']
	]
};

/** The words of a foreign language, each with what it means. */
export const vocabularyOf = (text: string): { language: string; pairs: [string, string][] } | undefined => {
	const found = Object.entries(WORDS_OF).find(([language]) => new RegExp(`\\b${language}\\b`, 'i').test(text));
	return found && { language: found[0], pairs: found[1] };
};

/** The questions on a subject; undefined when there are none on it. */
export function questionsOn(text: string): { subject: string; questions: BankQuestion[] } | undefined {
	const vocabulary = vocabularyOf(text);
	if (/\bfirst[ -]aid\b/i.test(text)) return { subject: 'first aid', questions: FIRST_AID };
	if (/\bcapitals?\b|\bcountries\b|\bgeography\b/i.test(text))
		return {
			subject: 'capitals',
			questions: asked(
				CAPITALS,
				(of) => `What is the capital of ${of}?`,
				(of, is) => `${is} is the capital of ${of}.`
			)
		};
	if (/\bchemi|\belements?\b|\bperiodic\b/i.test(text))
		return {
			subject: 'the elements',
			questions: asked(
				ELEMENTS,
				(of) => `Which symbol stands for ${of}?`,
				(of, is) => `${is} stands for ${of}.`
			)
		};
	if (/\btimes tables?\b|\bmultiplication\b|\bmental arithmetic\b|\bmaths?\b/i.test(text))
		return { subject: 'multiplication', questions: TABLES };
	if (vocabulary)
		return {
			subject: `${vocabulary.language} words`,
			questions: asked(
				vocabulary.pairs,
				(of) => `What is “${of}” in ${vocabulary.language}?`,
				(of, is) => `“${of}” is “${is}”.`
			)
		};
	if (/\banimals?\b|\bwildlife\b|\bfarm\b|\bzoo\b/i.test(text)) return { subject: 'animals', questions: ANIMALS };
	if (/\bgeneral knowledge\b|\bpub\b|\btrivia\b/i.test(text)) return { subject: 'general knowledge', questions: GENERAL };
	return undefined;
}
