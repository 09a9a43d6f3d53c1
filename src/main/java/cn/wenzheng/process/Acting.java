package cn.wenzheng.process;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In whose name the engine moves.
 *
 * <p>A command of the product names its actor, who need not be the one who is logged in (an import that goes on after a
 * restart, the demo city); Tasklist's own calls are the logged-in person's.
 */
@Component
public class Acting {

    private final CurrentActor current;
    private final ThreadLocal<@Nullable Actor> named = new ThreadLocal<>();

    Acting(CurrentActor current) {
        this.current = current;
    }

    public Actor actor() {
        Actor actor = named.get();
        return actor == null ? current.get() : actor;
    }

    <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
        Actor before = named.get();
        named.set(actor);
        try {
            return work.get();
        } finally {
            named.set(before);
        }
    }
}
