// pacote's manifest() and extract() on state.source, state.archives and state.readTar: what Arborist asks of the registry and of archives.
const parseSpec = require('npm-package-arg');
const PackageJson = require('@npmcli/package-json');
const { untar } = require('../tar');
const state = require('./state.cjs');

const steps = PackageJson.normalizeSteps.filter((step) => step !== '_attributes');
const normalized = new WeakMap();

async function manifest(rawSpec, options) {
	const spec = parseSpec(rawSpec, options.where);
	if (spec.type === 'file') return archiveManifest(spec);
	const raw = await state.source.manifest(spec.type === 'alias' ? spec.subSpec : spec, options);
	if (!normalized.has(raw)) normalized.set(raw, normalize(raw, spec));
	return { ...(await normalized.get(raw)) };
}

async function archiveManifest(spec) {
	const { pkg, integrity } = state.archives.get(spec.fetchSpec);
	const content = await normalize(pkg, spec);
	return { ...content, _resolved: spec.fetchSpec, _integrity: integrity };
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

/** Of an archive the package.json files alone: Arborist looks into a package for those that it brings with it. */
async function extract(resolved, folder, { integrity }) {
	const archive = state.archives.get(resolved.replace(/^file:/, ''));
	const tar = archive ? archive.tar : await state.readTar(resolved, integrity);
	for (const { path, bytes } of untar(tar))
		if (/(^|\/)package\.json$/.test(path)) state.files.set(`${folder}/${path}`, new TextDecoder().decode(bytes));
}

module.exports = { manifest, extract, packument: (spec) => state.source.packument(parseSpec(spec).name) };
