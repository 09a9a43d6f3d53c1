package cn.wenzheng.deadline.calendar;

import org.jspecify.annotations.Nullable;

/**
 * One layer of calendars.
 *
 * @param parent the code of the layer that says what this one does not; null only for the national one
 * @param inheritsDays false for a layer whose people work through the holidays of the layers above
 */
public record Layer(
        String code,
        LayerKind kind,
        String zh,
        String en,
        @Nullable String parent,
        boolean inheritsDays) {}
