import { PackageConfigs } from '../../modules/package-configs';
import type { BindingInstaller } from '../../process/runtime';
import { noop } from '../misc/noop';

/** `compileCacheStatus` DISABLED. */
const COMPILE_CACHE_DISABLED = 3;

/** package.json lookups of both loaders. */
export const modules: BindingInstaller = (binding, runtime) => {
	const configs = new PackageConfigs(runtime.fs);
	const pathOf = (url: string) => decodeURIComponent(new runtime.host.URL(url).pathname);
	binding.readPackageJSON = (path: string) => configs.read(path);
	binding.getNearestParentPackageJSON = (path: string) => configs.nearest(path);
	binding.getNearestParentPackageJSONType = (path: string) => configs.nearest(path)?.[2] ?? 'none';
	binding.getPackageScopeConfig = (url: string) => configs.nearest(pathOf(url)) ?? '/package.json';
	binding.getPackageType = (url: string) => {
		const type = configs.nearest(pathOf(url))?.[2];
		return type === 'none' ? undefined : type;
	};
	binding.enableCompileCache = () => [COMPILE_CACHE_DISABLED];
	for (const name of ['getCompileCacheDir', 'getCompileCacheEntry', 'flushCompileCache', 'saveCompileCacheEntry'])
		binding[name] = noop;
	binding.setLazyPathHelpers = (meta: object, url: string) => {
		const filename = pathOf(url);
		const dirname = filename.slice(0, filename.lastIndexOf('/')) || '/';
		Object.assign(meta, { dirname, filename });
	};
};
