/** Pictures and words for games, by theme. */

const set = (list: string) =>
	list.split(' ').map((entry) => ({ symbol: entry.split('=')[0] ?? '', name: (entry.split('=')[1] ?? '').replace(/_/g, ' ') }));

export const ANIMAL_PICTURES = set(
	'🐄=cow 🐖=pig 🐑=sheep 🐎=horse 🐓=rooster 🐔=hen 🐤=chick 🦆=duck 🐐=goat 🐕=dog 🐈=cat 🐇=rabbit 🫏=donkey 🦃=turkey 🐁=mouse 🐝=bee 🦢=swan 🐂=ox'
);

export const PICTURE_SETS: { words: RegExp; name: string; pictures: { symbol: string; name: string }[] }[] = [
	{ words: /\bfarm\b|\bbauernhof\b|\bgranja\b/i, name: 'farm animals', pictures: ANIMAL_PICTURES },
	{
		words: /\bsea\b|\bocean\b|\bfish\b|\bmeer\b/i,
		name: 'sea',
		pictures: set(
			'🐟=fish 🐠=reef_fish 🐡=puffer 🦈=shark 🐙=octopus 🦑=squid 🦐=shrimp 🦀=crab 🐚=shell 🐬=dolphin 🐳=whale 🦭=seal 🐢=turtle 🪸=coral 🐧=penguin ⛵=boat ⚓=anchor 🌊=wave'
		)
	},
	{
		words: /\bfruits?\b|\bvegetables?\b|\bobst\b|\bfrutas?\b|水果/i,
		name: 'fruit',
		pictures: set(
			'🍎=apple 🍐=pear 🍊=orange 🍋=lemon 🍌=banana 🍉=melon 🍇=grapes 🍓=strawberry 🫐=blueberry 🍒=cherry 🍑=peach 🥭=mango 🍍=pineapple 🥝=kiwi 🍅=tomato 🥕=carrot 🌽=corn 🥦=broccoli'
		)
	},
	{
		words: /\bspace\b|\bplanets?\b|\bweltraum\b/i,
		name: 'space',
		pictures: set(
			'🚀=rocket 🌍=earth 🌙=moon ☀️=sun ⭐=star 🪐=planet ☄️=comet 🛰️=satellite 👽=alien 🛸=saucer 🌌=galaxy 🔭=telescope 🌕=full_moon 🌠=shooting_star 🧑‍🚀=astronaut 📡=dish 🌑=new_moon 🌈=rainbow'
		)
	},
	{
		words: /\bvehicles?\b|\bcars\b|\btraffic\b|\bfahrzeuge\b/i,
		name: 'vehicles',
		pictures: set(
			'🚗=car 🚌=bus 🚲=bicycle 🚜=tractor 🚒=fire_engine 🚑=ambulance 🚚=lorry 🚂=train 🚁=helicopter ✈️=plane ⛵=sailing_boat 🛵=scooter 🚕=taxi 🚓=police_car 🏍️=motorbike 🚠=cable_car 🛴=kick_scooter 🚀=rocket'
		)
	},
	{
		words: /\bdinosaurs?\b|\bdinos\b/i,
		name: 'dinosaurs',
		pictures: set(
			'🦕=long_neck 🦖=rex 🥚=egg 🌋=volcano 🦴=bone 🌿=fern 🦎=lizard 🐊=crocodile 🐢=turtle 🪨=rock 🌴=palm 🐍=snake 🦂=scorpion 🪲=beetle 🌊=sea'
		)
	},
	{ words: /\banimals?\b|\btiere?\b|\banimales\b|动物/i, name: 'animals', pictures: ANIMAL_PICTURES }
];

export const WORD_LISTS: Record<'en' | 'de' | 'es', string[]> = {
	en: 'apple beach bread brick chair cloud coast crane dance dream earth field flame fruit ghost glass grape green heart honey horse house juice lemon light lunch mango money month mouse music night ocean onion paint paper pearl piano plant quiet river robot salad scale sheep shell skirt smile snake space spoon stone storm sugar table tiger toast tooth tower train trees truck tulip uncle water whale wheel window zebra garden planet rocket'.split(
		' '
	),
	de: 'apfel birne blume brief brise decke ernte fahrt farbe feder fisch fluss forst gabel glanz gleis gras hafen haube honig insel kanne katze kerze klang kranz kugel lampe leine licht mauer möwe nacht nebel onkel paket pferd pilze regen reise rosen salat säule schaf segel sonne stadt stein stern stuhl tafel tanne tasse teich tiger vogel wagen weide wiese wolke zange zebra ziege'.split(
		' '
	),
	es: 'abeja amigo arena arroz avión barco bosque brisa campo canto carta cielo coche copla costa dulce fruta fuego gatos globo grano huevo isla jugar lápiz leche libro limón luces lunes madre mango marea mesas monte nieve noche nubes nuevo olivo padre papel perla perro piano plato playa pluma queso radio reloj rueda salsa silla tigre torre trigo vasos verde viaje'.split(
		' '
	)
};
