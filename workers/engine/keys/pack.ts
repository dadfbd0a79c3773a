/** Asymmetric keys and ciphers: a script of its own that a process loads when a program first needs one. */
import { aeskw } from '@noble/ciphers/aes.js';
import { aesStream, CipherError } from './aes-stream';
import * as asymmetric from './asymmetric-key';
import * as der from './der';
import * as formats from './key-formats';
import * as jwk from './jwk';
import * as rsa from './rsa';
import * as padding from './rsa-padding';
import * as signatures from './signatures';

const pack = { aesStream, aeskw, CipherError, asymmetric, der, formats, jwk, rsa, padding, signatures };
export type KeysPack = typeof pack;

(globalThis as unknown as Record<symbol, unknown>)[Symbol.for('tabsmith.extra')] = pack;
