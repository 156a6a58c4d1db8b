/** Our pictures, from where the tests' server has them. Of a folder alone it gives no address. */
export const PICTURES_URL = new URL('.', new URL('../../pictures/lake.jpg', import.meta.url));
