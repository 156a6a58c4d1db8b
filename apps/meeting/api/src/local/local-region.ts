/** Clients want one; services on this machine do not look at it. */
export const LOCAL_REGION = 'us-east-1';
