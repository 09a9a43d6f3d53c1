package cn.wenzheng.channel;

import org.jspecify.annotations.Nullable;

/**
 * Where something public stands.
 *
 * @param post the post's id
 * @param comment the comment's id when it was said in a comment; null for the post itself
 * @param address the page, for people; null when it is not known
 */
public record SourceRef(
        String post, @Nullable String comment, @Nullable String address) {}
