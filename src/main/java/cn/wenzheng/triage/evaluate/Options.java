package cn.wenzheng.triage.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind a command: {@code --name=value}, each name once. */
public final class Options {

    private final Map<String, String> values = new HashMap<>();

    /** @throws BadCall when there is anything else than the known options */
    public Options(List<String> arguments, List<String> known) {
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            String name = argument.startsWith("--") && equals > 2 ? argument.substring(2, equals) : "";
            if (!known.contains(name)) {
                throw new BadCall("Unknown argument: " + argument);
            }
            if (equals == argument.length() - 1 || values.put(name, argument.substring(equals + 1)) != null) {
                throw new BadCall("--" + name + " needs one value");
            }
        }
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @throws BadCall when it is absent */
    public String required(String name) {
        return get(name).orElseThrow(() -> new BadCall("Missing --" + name));
    }
}
