package cn.wenzheng.triage.model;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.triage.SpeakingModel;
import cn.wenzheng.triage.text.TopicModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The model that speaks, in the memory of this node; a version that another node has brought in is here within seconds.
 *
 * <p>Before the first training nothing speaks, and the keywords of the category tree have to do.
 */
@Component
public class Models extends OneHand implements SpeakingModel {

    private static final Logger LOG = LoggerFactory.getLogger(Models.class);

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final ModelRows rows;
    private final Clock clock;
    private volatile @Nullable Speaking speaking;

    Models(ModelRows rows, Clock clock) {
        super("models", LOOK);
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Speaking> speaking() {
        return Optional.ofNullable(speaking);
    }

    /** Reads the version in use when it is another than the one at hand; never more than one statement when it is not. */
    void follow() {
        Optional<Long> version = rows.active();
        Speaking known = speaking;
        if (version.isEmpty()) {
            speaking = null;
        } else if (known == null || known.version() != version.get()) {
            rows.content(version.get())
                    .flatMap(content -> read(version.get(), content))
                    .ifPresent(read -> speaking = read);
        }
    }

    /** A version of an earlier release may be stored in a way that this one does not read: then it is learnt anew. */
    private Optional<Speaking> read(long version, byte[] content) {
        try {
            return Optional.of(new Speaking(version, TopicModel.read(new ByteArrayInputStream(content))));
        } catch (IOException unreadable) {
            LOG.warn("Version {} of the model cannot be read and is learnt anew", version);
            rows.retireUnreadable(version, Actor.system(Door.ENGINE).id(), clock.instant());
            return Optional.empty();
        }
    }

    @Override
    protected boolean step() {
        follow();
        return false;
    }
}
