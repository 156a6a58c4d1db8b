import type { Plugin } from 'vite';

export declare function serveModels(): Plugin;
