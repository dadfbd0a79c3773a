// It encodes buffers. Differs: nothing.
for (const e of ['hex', 'base64', 'base64url', 'latin1', 'utf16le']) console.log(e, Buffer.from('héllo').toString(e));
