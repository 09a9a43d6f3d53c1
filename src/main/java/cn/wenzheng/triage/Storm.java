package cn.wenzheng.triage;

import java.time.Instant;

/**
 * Petitions that wait to be accepted and say nearly the same; one line on the bench. It is a sight, no matter: nothing
 * belongs together by it.
 *
 * @param first the number of the one that came first, whether it still waits or not
 * @param next the number of the waiting one that came first
 * @param waiting how many of them wait
 * @param since when the first of those that wait came in
 */
public record Storm(String first, String next, int waiting, Instant since) {}
