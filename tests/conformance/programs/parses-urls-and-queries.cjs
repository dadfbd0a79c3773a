// It parses URLs and queries. Differs: nothing.
const u = new URL('http://a.b:81/c?d=e#f');
console.log(u.port, u.searchParams.get('d'), require('url').parse('http://x/y?z').query);
