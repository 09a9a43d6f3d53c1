package cn.wenzheng.channel.open311;

import cn.wenzheng.organization.Refusal;
import java.util.Arrays;
import java.util.List;

/** One thing that is wrong with a request; its sentence stands under {@code refusal.<slug>}. */
record Fault(int status, String slug, List<Object> arguments) {

    private static final int WRONG = 400;

    static Fault of(String slug, Object... arguments) {
        return new Fault(WRONG, slug, Arrays.asList(arguments));
    }

    /** There is no such thing: a service, a request, a token, a jurisdiction. */
    static Fault ofUnknown(String slug, Object... arguments) {
        return new Fault(404, slug, Arrays.asList(arguments));
    }

    /** The key is missing or not valid. */
    static Fault ofKey(String slug) {
        return new Fault(403, slug, List.of());
    }

    static Fault of(Refusal refusal) {
        int status = switch (refusal.kind()) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case TOO_MANY -> 429;
            case INVALID, CONFLICT -> WRONG;
        };
        return new Fault(status, refusal.slug(), Arrays.asList(refusal.arguments()));
    }

    Refused refused() {
        return new Refused(List.of(this));
    }

    /** A request with all that is wrong with it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        Refused(List<Fault> faults) {
            super(faults.toString());
            this.faults = List.copyOf(faults);
        }

        List<Fault> faults() {
            return faults;
        }
    }
}
