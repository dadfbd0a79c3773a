// It tells of an https host that cannot be reached by an event. Differs: nothing.
require('https')
	.get('https://no-such-host.invalid/')
	.on('error', (e) => console.log(e.code));
fetch('https://no-such-host.invalid/').catch((e) => console.log(e.message));
