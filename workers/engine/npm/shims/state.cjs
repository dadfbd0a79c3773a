// What the stand-ins for fs and pacote work on during one resolution; resolver.ts sets it.
module.exports = { files: new Map(), source: null };
