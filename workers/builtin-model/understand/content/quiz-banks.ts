/** Questions with their answers on subjects that many ask for. The first answer is the right one; whoever shows them mixes them. */

export interface BankQuestion {
	text: string;
	symbol: string;
	/** The right one first. */
	answers: [string, string, string, string];
	because: string;
}
/** A question in short. */
export const q = (text: string, symbol: string, answers: [string, string, string, string], because: string): BankQuestion => ({
	text,
	symbol,
	answers,
	because
});

export const FIRST_AID: BankQuestion[] = [
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
export const GENERAL: BankQuestion[] = [
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
export const ANIMALS: BankQuestion[] = [
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
