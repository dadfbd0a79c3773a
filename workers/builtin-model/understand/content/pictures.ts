/** The name that blocks know a picture by, for each symbol of the content. */
const NAMES: Record<string, string> = pairs(
	'🐕 dog 🐈 cat 👫 busts-in-silhouette 🧑 person 🐄 cow 🐖 pig 🐑 ewe 🐎 horse 🐓 rooster 🐔 chicken 🐤 baby-chick 🦆 duck 🐐 goat 🐇 rabbit 🫏 donkey 🦃 turkey 🐁 rat 🐝 honeybee 🦢 dove 🐂 ox 🐟 fish 🐦 bird 🍵 teacup-without-handle ☕ hot-beverage 🍞 bread 🍰 shortcake 🧀 cheese-wedge 🍷 wine-glass 🍺 beer-mug 🍲 pot-of-food 🪵 wood 🍎 red-apple 🥕 carrot 🌿 herb 🐛 bug 🌳 deciduous-tree 🥾 hiking-boot ⛺ tent ⛵ sailboat 🏄 water-wave 🌦️ cloud-with-rain 🏮 red-paper-lantern 🎵 musical-note ✂️ scissors 🎨 artist-palette 📷 camera 🎬 clapper-board 🎙️ microphone 📚 books 🎒 backpack ❓ red-question-mark ⛑️ rescue-workers-helmet 📡 satellite-antenna 🚌 bus 🚐 minibus 🚲 bicycle 🚆 tram 🌉 mountain 🚧 construction 🛠️ hammer-and-wrench 🔥 fire 🪛 screwdriver 🔩 nut-and-bolt 👟 running-shoe 👕 t-shirt 💍 ring 🕯️ candle 🏺 amphora ⛪ church 🤝 handshake 🧤 gloves ✉️ envelope 🌾 sheaf-of-rice 💧 droplet 💶 euro-banknote ⏱️ stopwatch 🎮 video-game 🏃 person-running 🧳 luggage 🏠 house 🕵️ detective 🛖 hut 📖 open-book 🚚 delivery-truck 🧾 receipt 🚨 warning 🖼️ framed-picture ✨ sparkles 📦 package 📍 round-pushpin 📰 newspaper 📈 chart-increasing 🗓️ spiral-calendar 📅 calendar 📒 ledger ✅ check-mark-button 👋 waving-hand 🙌 raised-hand 📄 page-facing-up 🧮 abacus 🔁 link 📝 memo 🎲 game-die 🔗 link 🐍 snake 🔢 abacus 🔴 red-circle ❌ cross-mark ⚡ high-voltage 🃏 joker 🔤 writing-hand 💣 fire 🎡 ferris-wheel ⌨️ keyboard 🩸 drop-of-blood 🧊 snowflake 🩹 adhesive-bandage 👃 nose 📞 telephone ☎️ telephone 🚗 automobile 😴 sleeping-face 🛌 bed 😮 thinking-face 🧰 toolbox 🦵 foot 🥶 snowflake ☀️ sun 👁️ eye 🙋 raised-hand 🕷️ spider 🌊 water-wave 🌡️ thermometer 💎 gem-stone 🎻 guitar 🦒 giraffe 🌏 globe-showing-asia-australia 🏸 badminton 🦴 bone 🧱 brick 🐧 penguin 🗺️ world-map 🦔 hedgehog 🐋 spouting-whale 🐼 panda 🦉 owl 🐪 camel 🐺 wolf 🦫 beaver ✖️ cross-mark 🐠 tropical-fish 🐡 fish 🦈 shark 🐙 octopus 🦑 squid 🦐 shrimp 🦀 crab 🐚 spiral-shell 🐬 dolphin 🐳 spouting-whale 🦭 seal 🐢 turtle 🪸 coral ⚓ anchor 🍐 pear 🍊 tangerine 🍋 lemon 🍌 banana 🍉 watermelon 🍇 grapes 🍓 strawberry 🫐 blueberries 🍒 cherries 🍑 peach 🥭 mango 🍍 pineapple 🥝 kiwi-fruit 🍅 tomato 🌽 ear-of-corn 🥦 broccoli 🚀 rocket 🌍 globe-showing-europe-africa 🌙 crescent-moon ⭐ star 🪐 ringed-planet ☄️ comet 🛰️ satellite-antenna 👽 alien 🌌 milky-way 🔭 telescope 🌕 full-moon 🌠 shooting-star 🧑‍🚀 astronaut 🌈 rainbow 🚜 tractor 🚒 fire-engine 🚑 ambulance 🚂 locomotive 🚁 helicopter ✈️ airplane 🛵 motor-scooter 🚕 taxi 🚓 police-car 🏍️ motorcycle 🚠 aerial-tramway 🛴 kick-scooter 🦕 sauropod 🦖 t-rex 🥚 egg 🌋 volcano 🦎 lizard 🐊 crocodile 🪨 rock 🌴 palm-tree 🦂 scorpion 🪲 lady-beetle'
);

/** The line icon nearest to a symbol, for blocks that take no drawings. */
const LINES: Record<string, string> = pairs(
	'🧑 person 👫 people 🍵 coffee ☕ coffee 🌿 leaf 🌳 leaf 🌾 leaf 🪵 leaf 🍞 heart 🥾 walk ⛵ boat 🏄 wave 🌊 wave 💧 water 🐟 water 🌦️ sun ☀️ sun 🏮 spark 🎵 music 🎨 palette 📷 camera 🖼️ image 🎬 video 🎙️ volume 📚 book 📖 book 🎒 book ❓ question ⛑️ heart 📡 volume 🚌 bus 🚐 car 🚗 car 🚚 truck 🚲 bike 🌉 mountain 🚧 tool 🛠️ tool 🔩 tool 🪛 tool 🔥 spark 👟 walk 🎁 gift ⛪ home 🏠 home 🤝 people 🙌 people 👋 people 🧤 heart ✉️ mail 💶 wallet 🧾 document 🚨 alert ⏱️ clock 🗓️ calendar 📅 calendar 🎮 play 🃏 grid 🎲 grid 🏃 walk 🧳 globe 🕵️ search 📦 box 📍 pin 📰 document 📄 document 📈 chart 📒 list ✅ check 🧮 grid 🔁 refresh 📝 edit 🔗 external'
);

export const lineIcon = (symbol: string): string => LINES[symbol] ?? 'star';

/** Undefined for a symbol, as a flag, that blocks have no picture for. */
export const pictureName = (symbol: string): string | undefined => NAMES[symbol];

function pairs(list: string): Record<string, string> {
	const words = list.split(' ');
	return Object.fromEntries(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? '']] : [])));
}
