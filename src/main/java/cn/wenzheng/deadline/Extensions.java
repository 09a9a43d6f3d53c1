package cn.wenzheng.deadline;

import cn.wenzheng.petition.ClockLedger.ExtensionCap;
import org.jspecify.annotations.Nullable;

/** How often and how far a level lets itself be extended; start values, source: the domain reference, service levels. */
final class Extensions {

    private static final ExtensionCap NONE = new ExtensionCap(0, 0);

    private Extensions() {}

    static ExtensionCap of(@Nullable String level) {
        return switch (level == null ? "" : level) {
            case "NORMAL", "COMPLEX" -> new ExtensionCap(3, 3);
            case "INQUIRY", "URGENT" -> new ExtensionCap(1, 1);
            default -> NONE;
        };
    }
}
