import { importFolder, importProject } from '../src/lib/app/project/import';
import { importContract } from '../src/lib/bus/contracts/import';
import { ownPeer, serve } from '../src/lib/bus/rpc';
import { Database } from '../src/lib/project/database';

/** Makes projects of what a person opens, off the page's thread. */
async function withDatabase(work: (database: Database) => Promise<string>): Promise<string> {
	const database = await Database.open();
	return work(database).finally(() => database.close());
}

serve(ownPeer(), importContract, {
	file: (file) => withDatabase((database) => importProject(database, file)),
	folder: (name, files) => withDatabase((database) => importFolder(database, name, files))
});
