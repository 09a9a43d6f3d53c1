package cn.wenzheng.access;

import cn.wenzheng.organization.ClosedList;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a list is asked for, by name, as it stands in an address and in the journal; nothing absent or blank is among it. */
public final class Asked {

    private final Map<String, Object> byName = new TreeMap<>();

    /** Adds what is there: a value of a closed list by its code, a text without the blanks around it. */
    public Asked add(String name, @Nullable Object value) {
        Object told =
                value instanceof ClosedList chosen ? chosen.code() : value instanceof String text ? given(text) : value;
        if (told != null) {
            byName.put(name, told);
        }
        return this;
    }

    public Asked without(String name) {
        byName.remove(name);
        return this;
    }

    public Map<String, Object> byName() {
        return byName;
    }

    /**
     * The address of a page of the list.
     *
     * @param page counted from 0
     */
    public String at(String path, int page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        byName.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        if (page > 0) {
            address.queryParam("page", page);
        }
        return address.encode().buildAndExpand(byName).toUriString();
    }

    /** A text that was filled in; null for an empty field. */
    public static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
