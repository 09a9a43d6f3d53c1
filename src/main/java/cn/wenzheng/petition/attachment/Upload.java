package cn.wenzheng.petition.attachment;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * A file as it came in; nothing about it is believed.
 *
 * @param field the name of the request's field, for the refusal
 * @param name what the sender calls it; null when he does not say
 */
public record Upload(String field, @Nullable String name, long size, InputStreamSource content) {}
