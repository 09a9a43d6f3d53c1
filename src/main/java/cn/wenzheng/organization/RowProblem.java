package cn.wenzheng.organization;

/**
 * What is wrong with a file.
 *
 * @param line the line of the file, or the row of the sheet, from 1
 * @param reason why it cannot go in
 */
public record RowProblem(int line, Refusal reason) {}
