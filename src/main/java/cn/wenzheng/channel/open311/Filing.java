package cn.wenzheng.channel.open311;

import cn.wenzheng.channel.GeoPoint;
import cn.wenzheng.channel.MediaRef;
import cn.wenzheng.petition.Petitioner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as a client has filed it, found right.
 *
 * @param answers to the questions of the service, by their codes
 * @param sender the client's account or device id; null when it does not tell
 */
record Filing(
        Service service,
        @Nullable GeoPoint place,
        @Nullable String address,
        @Nullable String description,
        Map<String, List<String>> answers,
        @Nullable String sender,
        Petitioner petitioner,
        List<MediaRef> media) {

    /** The client's own id of the report; null when it tells none. */
    @Nullable
    String ownId() {
        List<String> given = answers.get(Attribute.FIXMYSTREET_ID);
        return given == null ? null : given.get(0);
    }

    /** What the staff reads: the words, and below them the answers, each on a line of its own. */
    String text() {
        List<String> lines = new ArrayList<>();
        if (description != null) {
            lines.add(description);
        }
        service.own().stream()
                .filter(question -> answers.containsKey(question.code()))
                .map(question -> question.label() + "：" + String.join("、", namesOf(question)))
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    private List<String> namesOf(Attribute question) {
        return answers.getOrDefault(question.code(), List.of()).stream()
                .map(question::nameOf)
                .toList();
    }

    /** By what the same report is known again when it has no id of its own. */
    List<@Nullable Object> sameness() {
        return Arrays.asList(sender, service.code(), place, address, description);
    }
}
