package cn.wenzheng.access.web;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The frame of the own pages for those who draw it elsewhere: Camunda's webapps show the same head. */
@RestController
@Tag(name = "access", description = "登录 · Login")
class PlacesApi {

    private final Frame frame;
    private final MessageSource messages;

    PlacesApi(Frame frame, MessageSource messages) {
        this.frame = frame;
        this.messages = messages;
    }

    /**
     * What stands at the head of every page.
     *
     * @param demo the mark of the demo city; null in production
     * @param language the reader's, {@code zh} or {@code en}
     * @param person whose session it is
     */
    record Head(
            String product,
            String city,
            @Nullable String demo,
            String language,
            String person,
            Set<Role> roles,
            List<Named> places) {}

    /** A place with its name in the reader's language. */
    record Named(String id, String name, String address) {}

    @GetMapping("/api/places")
    @Operation(summary = "页面顶部和可以前往的地方 · The head of the pages and where the caller may go")
    Head places() {
        Actor actor = frame.actor();
        return new Head(
                word("page.name"),
                frame.city(),
                frame.demo() ? word("page.demo") : null,
                frame.chinese() ? "zh" : "en",
                actor.name(),
                actor.roles(),
                frame.places().stream().map(this::named).toList());
    }

    private Named named(Place place) {
        return new Named(place.key(), word("page.place." + place.key()), place.address());
    }

    private String word(String key) {
        Locale reader = LocaleContextHolder.getLocale();
        return messages.getMessage(key, null, reader);
    }
}
