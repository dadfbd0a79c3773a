// It serializes as V8 does, byte by byte. Differs: nothing.
const v8 = require('v8');
const list = [
	1,
	'é€',
	{ a: [1, 2.5], 7: -0 },
	[, 1],
	new Map([[1, { x: null }]]),
	new Set(['q']),
	new Date(5),
	/a/giv,
	-(2n ** 70n),
	0n,
	2 ** 31,
	Object('s'),
	Object(1),
	Object(false),
	new Uint16Array([1, 2]),
	Buffer.from('hi'),
	new ArrayBuffer(3),
	undefined,
	NaN,
	new DataView(new ArrayBuffer(4), 1),
	Object.assign([1], { z: 1 }),
	new (class Foo {
		a = 1;
	})(),
	Object.create(null),
	'x'.repeat(300)
];
const same = { list };
same.self = same;
list.push(same);
const bytes = v8.serialize(same);
console.log(bytes.toString('hex'));
console.log(v8.deserialize(bytes));
const error = v8.deserialize(v8.serialize(Object.assign(new TypeError('m', { cause: same }), { extra: 1 })));
console.log(error.name, error.message, error.cause.self === error.cause, 'extra' in error);
for (const bad of [() => 1, Symbol('q'), Promise.resolve(), new WeakMap(), new Proxy({}, {})])
	try {
		v8.serialize(bad);
	} catch (e) {
		console.log(e.name, e.message);
	}
for (const bad of [[1], [255, 15, 65], [255, 15, 94, 4], [255, 99, 94]])
	try {
		v8.deserialize(Buffer.from(bad));
	} catch (e) {
		console.log(e.name, e.message);
	}
const s = new v8.Serializer();
s.writeHeader();
s.writeValue(new Float64Array([1, 2]));
s.writeUint64(1, 2);
s.writeDouble(1.5);
s.writeUint32(300);
s.writeRawBytes(Buffer.from('z'));
const d = new v8.Deserializer(s.releaseBuffer());
d.readHeader();
console.log(d.readValue(), d.readUint64(), d.readDouble(), d.readUint32(), d.readRawBytes(1), d.getWireFormatVersion());
console.log(structuredClone(new Map([[1, new Date(1)]])));
