package cn.wenzheng.triage.model;

import cn.wenzheng.access.OneHand;
import cn.wenzheng.triage.SpeakingModel;
import cn.wenzheng.triage.text.TopicModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
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
    private final Unreadable unreadable;
    private volatile @Nullable Speaking speaking;
    private long unread;

    Models(ModelRows rows, Unreadable unreadable) {
        super("models", LOOK);
        this.rows = rows;
        this.unreadable = unreadable;
    }

    @Override
    public Optional<Speaking> speaking() {
        return Optional.ofNullable(speaking);
    }

    /** Reads the version in use when it is another than the one at hand; never more than one statement when it is not. */
    @Override
    public synchronized void follow() {
        Optional<Long> version = rows.active();
        Speaking known = speaking;
        if (version.isEmpty()) {
            speaking = null;
        } else if (version.get() != unread && (known == null || known.version() != version.get())) {
            rows.content(version.get()).ifPresent(content -> speaking = read(version.get(), content));
        }
    }

    /** One that another release has written may be unreadable here: then the house speaks from what it comes with. */
    private @Nullable Speaking read(long version, byte[] content) {
        try {
            return new Speaking(version, TopicModel.read(new ByteArrayInputStream(content)));
        } catch (IOException | RuntimeException foreign) {
            LOG.warn("Version {} of the model cannot be read and is learnt anew", version);
            boolean first = unread == 0;
            unread = version;
            if (first) {
                unreadable.found(version);
            }
            return null;
        }
    }

    @Override
    protected boolean step() {
        follow();
        return false;
    }
}
