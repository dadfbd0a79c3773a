import { async_context_frame } from './async_context_frame';
import { async_wrap } from './async_wrap';
import { blob } from './blob';
import { block_list } from './block_list';
import { buffer } from './buffer';
import { builtins } from './builtins';
import { cares_wrap } from './cares_wrap';
import { cjs_lexer } from './cjs_lexer';
import { config } from './config';
import { contextify } from './contextify';
import { credentials } from './credentials';
import { diagnostics_channel } from './diagnostics_channel';
import { encoding_binding } from './encoding_binding';
import { errors } from './errors';
import { fs } from './fs';
import { fs_dir } from './fs_dir';
import { fs_event_wrap } from './fs_event_wrap';
import { crypto } from './crypto';
import { http2 } from './http2';
import { http_parser } from './http_parser';
import { icu } from './icu';
import { inspector } from './inspector';
import { mksnapshot } from './mksnapshot';
import { module_wrap } from './module_wrap';
import { modules } from './modules';
import { options } from './options';
import { os } from './os';
import { performance } from './performance';
import { permission } from './permission';
import { process_methods } from './process_methods';
import { report } from './report';
import { sea } from './sea';
import { string_decoder } from './string_decoder';
import { symbols } from './symbols';
import { task_queue } from './task_queue';
import { timers } from './timers';
import { trace_events } from './trace_events';
import { types } from './types';
import { url } from './url';
import { util } from './util';
import { uv } from './uv';
import { v8 } from './v8';
import { wasi } from './wasi';
import { wasm_web_api } from './wasm_web_api';
import { ipc_serdes } from './ipc_serdes';
import { js_stream } from './js_stream';
import { messaging } from './messaging';
import { pipe_wrap } from './pipe_wrap';
import { process_wrap } from './process_wrap';
import { serdes } from './serdes';
import { signal_wrap } from './signal_wrap';
import { spawn_sync } from './spawn_sync';
import { sqlite } from './sqlite';
import { stream_wrap } from './stream_wrap';
import { tcp_wrap } from './tcp_wrap';
import { tls_wrap } from './tls_wrap';
import { tty_wrap } from './tty_wrap';
import { udp_wrap } from './udp_wrap';
import { worker } from './worker';
import { zlib } from './zlib';
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
