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
            if (arguments.size() < 2 || !arguments.subList(0, 2).equals(List.of("triage", "evaluate"))) {
                throw new BadCall("Unknown command: " + String.join(" ", arguments));
            }
            new TopicsEvaluate(arguments.subList(2, arguments.size())).run(out);
            return DONE;
        } catch (BadCall badCall) {
            err.println(badCall.getMessage());
            return BAD_CALL;
        }
    }
}
