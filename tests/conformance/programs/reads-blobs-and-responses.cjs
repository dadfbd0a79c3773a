// It reads blobs and responses. Differs: nothing.
(async () => {
	const b = new Blob(['ab', new Uint8Array([99])], { type: 'text/plain' });
	console.log(b.size, await b.text(), await b.slice(1, 2).text(), await new Response('x').text());
})();
