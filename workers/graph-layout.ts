import { graphLayoutContract } from '../src/lib/bus/contracts/graph-layout';
import { ownPeer, serve } from '../src/lib/bus/rpc';
import { layoutGraph } from '../src/lib/screen/graph/graph-layout';

/** Lays out task graphs off the page's thread: the solver takes longer than a frame. */
serve(ownPeer(), graphLayoutContract, { lay: layoutGraph });
