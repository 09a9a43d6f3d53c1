package cn.wenzheng.organization;

/**
 * How something of the city shall be from now on.
 *
 * @param line the line of the file that says so; 0 for a single change
 */
record Wanted<T>(int line, T item) {}
