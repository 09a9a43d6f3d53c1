package cn.wenzheng;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The lines of one of the product's message bundles. */
record MessageFile(List<String> lines) {

    static MessageFile in(String language) throws IOException {
        String name = "/messages_" + language + ".properties";
        try (InputStream file = MessageFile.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
            return new MessageFile(
                    new String(bytes, StandardCharsets.UTF_8).lines().toList());
        }
    }

    Map<String, String> messages() {
        Map<String, String> messages = new TreeMap<>();
        parts().forEach(part -> messages.put(part[0], part[1]));
        return messages;
    }

    /** Keys that stand in the file more than once; the last of them would silently win. */
    List<String> twice() {
        Set<String> seen = new HashSet<>();
        List<String> twice = new ArrayList<>();
        parts().stream().map(part -> part[0]).filter(key -> !seen.add(key)).forEach(twice::add);
        return twice;
    }

    private List<String[]> parts() {
        return lines.stream()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.split("=", 2))
                .toList();
    }
}
