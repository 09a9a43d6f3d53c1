/**
 * The other side of every channel, played over real HTTP, IMAP and SMTP with the product's clock; active only in profile
 * {@code demo}.
 *
 * <p>It shares no class with room {@code channel}: what both know, they know from the platforms' documents. Otherwise a
 * mistake would be made on both sides and found on none.
 */
@NullMarked
package cn.wenzheng.demo.simulator;

import org.jspecify.annotations.NullMarked;
