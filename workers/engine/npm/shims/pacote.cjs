// pacote's manifest() on state.source: what Arborist asks of the registry.
const parseSpec = require('npm-package-arg');
const PackageJson = require('@npmcli/package-json');
const state = require('./state.cjs');

const steps = PackageJson.normalizeSteps.filter((step) => step !== '_attributes');
const normalized = new WeakMap();

async function manifest(rawSpec, options) {
	const spec = parseSpec(rawSpec, options.where);
	const raw = await state.source.manifest(spec.type === 'alias' ? spec.subSpec : spec, options);
	if (!normalized.has(raw)) normalized.set(raw, normalize(raw, spec));
	return { ...(await normalized.get(raw)) };
}

async function normalize(raw, spec) {
	const { content } = await new PackageJson().fromContent(structuredClone(raw)).normalize({ steps });
	content._resolved = content.dist?.tarball;
	content._integrity = content.dist?.integrity ?? (content.dist?.shasum && sha1Integrity(content.dist.shasum));
	content._id = `${content.name}@${content.version}`;
	content._from = spec.toString();
	return content;
}

function sha1Integrity(hex) {
	return 'sha1-' + btoa(String.fromCharCode(...hex.match(/../g).map((pair) => parseInt(pair, 16))));
}

module.exports = { manifest, packument: (spec) => state.source.packument(parseSpec(spec).name) };
