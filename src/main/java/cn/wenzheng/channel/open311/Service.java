package cn.wenzheng.channel.open311;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A topic as programs of citizens see it.
 *
 * @param path the names from the top of the tree
 * @param group the names above it
 * @param isPrivate nobody outside sees what is filed here
 * @param batch a token is answered first, and the number later
 * @param own the questions that somebody has written for it
 */
record Service(
        String code,
        String name,
        String path,
        String group,
        List<String> keywords,
        boolean isPrivate,
        boolean batch,
        List<Attribute> own) {

    /** All questions: the report's own id, and what somebody has written. */
    List<Attribute> attributes() {
        return Stream.concat(Stream.of(Attribute.OWN_ID), own.stream()).toList();
    }

    Optional<Attribute> attribute(String wanted) {
        return attributes().stream()
                .filter(attribute -> attribute.code().equals(wanted))
                .findFirst();
    }
}
