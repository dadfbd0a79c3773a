// What the stand-ins for fs, pacote and cacache work on during one resolution; resolver.ts sets it.
module.exports = { files: new Map(), source: null, archives: new Map(), readTar: null };
