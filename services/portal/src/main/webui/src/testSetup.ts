import { configure } from '@testing-library/react';

// What a test waits for comes later on a busy machine; waiting longer costs nothing otherwise.
configure({ asyncUtilTimeout: 20_000 });
