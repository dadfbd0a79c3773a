import { async_context_frame } from './timers/async_context_frame';
import { async_wrap } from './timers/async_wrap';
import { blob } from './fs/blob';
import { block_list } from './net/block_list';
import { buffer } from './misc/buffer';
import { builtins } from './modules/builtins';
import { cares_wrap } from './net/cares_wrap';
import { cjs_lexer } from './modules/cjs_lexer';
import { config } from './process/config';
import { contextify } from './modules/contextify';
import { credentials } from './process/credentials';
import { diagnostics_channel } from './timers/diagnostics_channel';
import { encoding_binding } from './streams/encoding_binding';
import { errors } from './process/errors';
import { fs } from './fs/fs';
import { fs_dir } from './fs/fs_dir';
import { fs_event_wrap } from './fs/fs_event_wrap';
import { crypto } from './crypto/crypto';
import { http2 } from './net/http2';
import { http_parser } from './net/http_parser';
import { icu } from './misc/icu';
import { inspector } from './process/inspector';
import { mksnapshot } from './modules/mksnapshot';
import { module_wrap } from './modules/module_wrap';
import { modules } from './modules/modules';
import { options } from './process/options';
import { os } from './process/os';
import { performance } from './timers/performance';
import { permission } from './process/permission';
import { process_methods } from './process/process_methods';
import { report } from './process/report';
import { sea } from './modules/sea';
import { string_decoder } from './streams/string_decoder';
import { symbols } from './misc/symbols';
import { task_queue } from './timers/task_queue';
import { timers } from './timers/timers';
import { trace_events } from './timers/trace_events';
import { types } from './misc/types';
import { url } from './misc/url';
import { util } from './misc/util';
import { uv } from './misc/uv';
import { v8 } from './misc/v8';
import { wasi } from './wasi/wasi';
import { wasm_web_api } from './wasi/wasm_web_api';
import { ipc_serdes } from './serdes/ipc_serdes';
import { js_stream } from './streams/js_stream';
import { messaging } from './serdes/messaging';
import { pipe_wrap } from './streams/pipe_wrap';
import { process_wrap } from './process/process_wrap';
import { serdes } from './serdes/serdes';
import { signal_wrap } from './process/signal_wrap';
import { spawn_sync } from './process/spawn_sync';
import { sqlite } from './misc/sqlite';
import { stream_wrap } from './streams/stream_wrap';
import { tcp_wrap } from './net/tcp_wrap';
import { tls_wrap } from './net/tls_wrap';
import { tty_wrap } from './streams/tty_wrap';
import { udp_wrap } from './net/udp_wrap';
import { worker } from './process/worker';
import { zlib } from './streams/zlib';
import type { BindingInstaller } from '../process/runtime';

/**
 * Every `internalBinding` that the engine implements, by its name in Node.
 *
 * To add one: write `bindings/NAME.ts` (or a file of your folder) with `export const NAME: BindingInstaller`,
 * import it here and add a line below. A binding without a line still exists as the stub made from its shape.
 */
export const BINDING_INSTALLERS: Readonly<Record<string, BindingInstaller>> = {
	async_context_frame,
	async_wrap,
	blob,
	block_list,
	buffer,
	builtins,
	cares_wrap,
	cjs_lexer,
	config,
	contextify,
	credentials,
	diagnostics_channel,
	encoding_binding,
	errors,
	fs,
	fs_dir,
	fs_event_wrap,
	crypto,
	http2,
	http_parser,
	icu,
	inspector,
	mksnapshot,
	module_wrap,
	modules,
	options,
	os,
	performance,
	permission,
	process_methods,
	report,
	sea,
	string_decoder,
	symbols,
	task_queue,
	timers,
	trace_events,
	types,
	url,
	util,
	uv,
	v8,
	wasi,
	wasm_web_api,
	ipc_serdes,
	js_stream,
	messaging,
	pipe_wrap,
	process_wrap,
	serdes,
	signal_wrap,
	spawn_sync,
	sqlite,
	stream_wrap,
	tcp_wrap,
	tls_wrap,
	tty_wrap,
	udp_wrap,
	worker,
	zlib
};
