package cn.wenzheng.triage.text;

import org.jspecify.annotations.Nullable;

/**
 * Where it is.
 *
 * @param words the place in the citizen's own words
 * @param area the code of the county, street or village of the city's directory it lies in; null when none is named
 */
public record Place(String words, @Nullable String area) {}
