import { exportContract } from '../src/lib/bus/contracts/export';
import { movedBytes, ownPeer, serve } from '../src/lib/bus/rpc';
import { Database } from '../src/lib/project/database';
import { exportProject } from '../src/lib/project/export';

/** Makes exports of a project, off the page's thread. */
serve(ownPeer(), exportContract, {
	make: async (request) => {
		const database = await Database.open();
		return movedBytes(await exportProject(database, request).finally(() => database.close()));
	}
});
