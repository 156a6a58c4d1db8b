export { testAdapter, type AdaptedCall } from './test-adapter';
