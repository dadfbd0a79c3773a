// It prints to both streams. Differs: nothing.
console.log('out', [1, { a: 'b' }], new Map([[1, 2]]));
console.error('err');
