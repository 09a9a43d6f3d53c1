package cn.wenzheng.triage.evaluate;

import java.io.PrintStream;
import java.util.List;

/** The commands that measure the house instead of starting it. */
public final class CommandLine {

    private static final int DONE = 0;

    private static final int BAD_CALL = 2;

    private CommandLine() {}

    /** True when the arguments ask for a measurement and not for the server. */
    public static boolean isAsked(List<String> arguments) {
        return !arguments.isEmpty() && List.of("triage", "matters").contains(arguments.get(0));
    }

    /** One line of JSON on {@code out}, or one line of what is wrong with the call on {@code err}; the exit code. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            measure(arguments, out);
            return DONE;
        } catch (BadCall badCall) {
            err.println(badCall.getMessage());
            return BAD_CALL;
        }
    }

    private static void measure(List<String> arguments, PrintStream out) {
        List<String> options = arguments.subList(Math.min(2, arguments.size()), arguments.size());
        switch (String.join(" ", arguments.subList(0, Math.min(2, arguments.size())))) {
            case "triage evaluate" -> new TopicsEvaluate(options).run(out);
            case "matters evaluate" -> new MattersEvaluate(options).run(out);
            default -> throw new BadCall("Unknown command: " + String.join(" ", arguments));
        }
    }
}
