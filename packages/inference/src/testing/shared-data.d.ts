/** Path of the test data beside the repository, as an address has it; '' where it is absent. */
declare const __SHARED_DATA__: string;
