/** Runs first in a shared worker of a preview page. */
import { installSocketsInWorker } from './shared-workers';

installSocketsInWorker();
