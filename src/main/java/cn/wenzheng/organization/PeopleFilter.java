package cn.wenzheng.organization;

import org.jspecify.annotations.Nullable;

/**
 * Which people of the register are asked for; null stands for any.
 *
 * @param q part of a name or of an account
 * @param active true for those at work, false for those who have left
 */
public record PeopleFilter(
        @Nullable String q,
        @Nullable String unit,
        @Nullable Role role,
        @Nullable Boolean active) {}
